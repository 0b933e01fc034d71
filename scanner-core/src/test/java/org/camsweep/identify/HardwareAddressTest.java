package org.camsweep.identify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camsweep.device.DeviceAssembler;
import org.camsweep.fingerprint.Pack;
import org.camsweep.observe.Field;
import org.camsweep.observe.Observation;
import org.junit.jupiter.api.Test;

class HardwareAddressTest {
  private static final Pack PACK = SmallPack.pack();

  private static final Observation SEEN = said("o1", "neighbour.mac", "00:11:22:00:00:07");
  private static final Observation ANSWERED = said("o2", "sadp.mac", "00:11:22:00:00:07");
  private static final Observation UNASKED =
      Heard.unasked(said("o3", "dhip.mac", "00:33:44:00:00:01"));

  private static Observation said(String id, String field, String mac) {
    return Heard.observation(id, "192.0.2.7", field, mac);
  }

  private static List<String> of(Observation... observations) {
    return DeviceAssembler.assemble(List.of(observations)).stream()
        .flatMap(d -> HardwareAddress.of(d, PACK).stream())
        .map(a -> a.mac() + " " + a.sources())
        .toList();
  }

  @Test
  void whatIsSaidUnaskedStatesNoneWhereTheLinkShowedOne() {
    assertThat(UNASKED.first(Field.of("dhip.mac"))).isPresent();
    assertThat(of(SEEN, ANSWERED, UNASKED))
        .containsExactly("00:11:22:00:00:07 [neighbour table, sadp.mac]");
  }

  @Test
  void behindARouterItIsAllThatIsKnown() {
    assertThat(of(ANSWERED, UNASKED))
        .containsExactly("00:11:22:00:00:07 [sadp.mac]", "00:33:44:00:00:01 [dhip.mac]");
  }
}
