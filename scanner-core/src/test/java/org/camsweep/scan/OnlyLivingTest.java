package org.camsweep.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.camsweep.probe.ProbeCatalogue;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Probe;
import org.camsweep.site.Cidr;
import org.camsweep.site.Networks;
import org.camsweep.site.Scope;
import org.camsweep.site.Target;
import org.junit.jupiter.api.Test;

class OnlyLivingTest {
  private final Probe.Unicast vivotek =
      (Probe.Unicast) ProbeCatalogue.find("vivotek").orElseThrow();
  private final Probe.Unicast sadp = (Probe.Unicast) ProbeCatalogue.find("sadp").orElseThrow();

  @Test
  void whatIsSparedIsAskedOfTheLivingAndNothingIsLost() throws Exception {
    ScanPlan plan = plan().withOnlyLiving(Set.of("vivotek"));
    List<Ask> knock = asks(plan, vivotek, Probe.Stage.KNOCK);
    assertThat(knock).isEmpty();
    assertThat(asks(plan, vivotek, Probe.Stage.ASK))
        .hasSize(
            asks(plan(), vivotek, Probe.Stage.KNOCK).size()
                + asks(plan(), vivotek, Probe.Stage.ASK).size())
        .isNotEmpty();
    assertThat(asks(plan, sadp, Probe.Stage.KNOCK)).isNotEmpty();
  }

  @Test
  void theReportSaysWhoWasNotAsked() throws Exception {
    assertThat(plan().remarks()).isEmpty();
    assertThat(plan().withOnlyLiving(Set.of("vivotek")).remarks())
        .singleElement()
        .asString()
        .startsWith("vivotek asked only addresses that gave another sign of life")
        .contains("--thorough");
  }

  @Test
  void aProbeThatIsNamedIsSparedNobody() {
    assertThat(ProbeCatalogue.spared(List.of()))
        .containsExactly("foscam", "tplink", "ubiquiti", "vivotek");
    assertThat(ProbeCatalogue.spared(List.of("+vivotek", "foscam", "-tplink")))
        .containsExactly("tplink", "ubiquiti");
  }

  private static List<Ask> asks(ScanPlan plan, Probe.Unicast probe, Probe.Stage stage)
      throws Exception {
    Target target =
        plan.scope().admit(Cidr.parse("127.66.0.1/32").at(BigInteger.ZERO)).orElseThrow();
    return plan.asks(probe, stage, target, List.of(), new UUID(1, 2));
  }

  private static ScanPlan plan() throws Exception {
    Scope scope = Scope.demo(List.of(Networks.of("127.66.0.0/24")));
    return Plans.of(scope, 1_000, ProbeCatalogue.byDefault());
  }
}
