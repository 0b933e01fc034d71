package org.camsweep.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camsweep.net.neighbours.Neighbour;
import org.camsweep.observe.Mac;
import org.camsweep.site.Address;
import org.camsweep.site.Cidr;
import org.camsweep.site.Network;
import org.camsweep.site.Pace;
import org.camsweep.site.Scope;
import org.camsweep.site.ScopeRefusedException;
import org.camsweep.site.Target;
import org.junit.jupiter.api.Test;

class FacesInTurnTest {
  private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");
  private static final String BOX = "02:79:01:00:00:1c";
  private static final String OTHER = "02:79:01:00:00:1d";

  private final FacesInTurn faces = new FacesInTurn();
  private final Set<Address> asked = new HashSet<>();

  private void waits(String address) throws ScopeRefusedException {
    faces.add(target(address), NOW);
  }

  private void shows(String address, String mac) {
    faces.learn(new Neighbour(Cidr.address(address), Mac.parse(mac).orElseThrow(), "eth0"));
  }

  private List<String> next(int seconds) {
    List<Address> next =
        faces.next(NOW.plusSeconds(seconds), asked::contains).stream()
            .map(Target::address)
            .toList();
    asked.addAll(next);
    return next.stream().map(Address::toString).toList();
  }

  @Test
  void theFacesOfOneBoxAreAskedOneAfterTheOther() throws ScopeRefusedException {
    shows("fe80::1c%eth0", BOX);
    shows("fd79:1::1c", BOX);
    shows("fd79:1::1d", OTHER);
    waits("fe80::1c%eth0");
    waits("fd79:1::1c");
    waits("fd79:1::1d");
    assertThat(next(0)).containsExactly("fe80::1c%eth0", "fd79:1::1d");
    assertThat(next(1)).isEmpty();
    asked.clear();
    assertThat(next(2)).containsExactly("fd79:1::1c");
    assertThat(faces.isEmpty()).isTrue();
  }

  @Test
  void aFaceWaitsForTheIpv4FaceThatIsBeingAsked() throws ScopeRefusedException {
    shows("10.79.1.28", BOX);
    shows("fd79:1::1c", BOX);
    waits("fd79:1::1c");
    asked.add(Cidr.address("10.79.1.28"));
    assertThat(next(60)).isEmpty();
    asked.clear();
    assertThat(next(61)).containsExactly("fd79:1::1c");
  }

  @Test
  void whoseBoxTheTableDoesNotShowIsAskedAfterAMoment() throws ScopeRefusedException {
    waits("fd79:1::1c");
    assertThat(faces.isPuzzled()).isTrue();
    assertThat(next(2)).isEmpty();
    assertThat(next(3)).containsExactly("fd79:1::1c");
    assertThat(faces.isPuzzled()).isFalse();
  }

  @Test
  void whoStillWaitsAtTheEndIsTold() throws ScopeRefusedException {
    waits("fd79:1::1c");
    assertThat(faces.leave())
        .extracting(Target::address)
        .containsExactly(Cidr.address("fd79:1::1c"));
    assertThat(faces.isEmpty()).isTrue();
  }

  private static Target target(String address) throws ScopeRefusedException {
    Network network =
        new Network(
            "site",
            "net",
            List.of(Cidr.parse("fd79:1::/64"), Cidr.parse("fe80::/64%eth0")),
            List.of(),
            Optional.empty(),
            false,
            Optional.empty(),
            List.of(),
            Pace.STANDARD,
            List.of());
    return Scope.of(List.of(network), List.of()).admit(Cidr.address(address)).orElseThrow();
  }
}
