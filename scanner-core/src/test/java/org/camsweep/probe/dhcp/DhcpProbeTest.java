package org.camsweep.probe.dhcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.Octets;
import org.camsweep.probe.spi.Probe;
import org.camsweep.probe.spi.ProbeContract;
import org.camsweep.site.Cidr;
import org.junit.jupiter.api.Test;

class DhcpProbeTest extends ProbeContract {
  @Override
  protected Probe probe() {
    return new DhcpProbe();
  }

  /** Options: type, host name cam-20, vendor class ACME, list 1 3 6, requested 10.20.30.40. */
  private static byte[] message(int op, int type, String yours) {
    byte[] options =
        Octets.hex(
            "3501"
                + String.format("%02x", type)
                + "0c06 63616d2d3230 3c04 41434d45 3703 010306"
                + "3204 0a141e28 00 ff");
    byte[] all = Arrays.copyOf(Octets.hex("0" + op + "010600 11223344"), 240 + options.length);
    System.arraycopy(Octets.hex(yours), 0, all, 16, 4);
    System.arraycopy(Octets.hex("02aabbccddee"), 0, all, 28, 6);
    System.arraycopy(Octets.hex("63825363"), 0, all, 236, 4);
    System.arraycopy(options, 0, all, 240, options.length);
    return all;
  }

  @Override
  protected List<Heard.Reply> recordings() {
    return List.of(announced(67, message(1, 3, "00000000")));
  }

  @Test
  void readsWhatAClientSaysOfItself() {
    Heard.Reply request = recordings().get(0);
    assertThat(said(request, "dhcp.hostname")).containsExactly("cam-20");
    assertThat(said(request, "dhcp.vendor-class")).containsExactly("ACME");
    assertThat(said(request, "dhcp.fingerprint")).containsExactly("1,3,6");
    assertThat(said(request, "dhcp.mac")).containsExactly("02:aa:bb:cc:dd:ee");
  }

  @Test
  void aServersWordsAreNotTheClients() {
    assertThat(probe().hear(announced(67, message(2, 5, "0a141e28"))).facts()).isEmpty();
  }

  @Test
  void anAddressIsToldByRequestsAndGrantsAndNotByWishes() {
    assertThat(DhcpProbe.address(message(1, 3, "00000000"))).contains(Cidr.address("10.20.30.40"));
    assertThat(DhcpProbe.address(message(2, 5, "0a141e29"))).contains(Cidr.address("10.20.30.41"));
    assertThat(DhcpProbe.address(message(1, 1, "00000000"))).as("a discover").isEmpty();
    assertThat(DhcpProbe.address(message(2, 2, "0a141e29"))).as("an offer").isEmpty();
    assertThat(DhcpProbe.address(new byte[300])).isEmpty();
    assertThat(DhcpProbe.client(message(2, 5, "0a141e29"))).contains("02:aa:bb:cc:dd:ee");
  }
}
