package org.camsweep.net.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The four shapes of a neighbour table, and what is no neighbour. */
class NeighbourTextTest {
  @Test
  void readsIproute() {
    assertThat(
            NeighbourText.read(
                """
                10.1.0.7 dev eth0 lladdr 02:00:5e:10:00:07 REACHABLE
                10.1.0.8 dev eth0  FAILED
                10.1.0.9 dev eth0 INCOMPLETE
                fe80::5eff:fe10:7 dev eth0 lladdr 02:00:5e:10:00:07 router STALE
                """))
        .extracting(n -> n.address().toString() + " " + n.mac() + " " + n.link())
        .containsExactly(
            "10.1.0.7 02:00:5e:10:00:07 eth0", "fe80::5eff:fe10:7%eth0 02:00:5e:10:00:07 eth0");
  }

  @Test
  void readsProcOnlyWhereComplete() {
    assertThat(
            NeighbourText.read(
                """
                IP address       HW type     Flags       HW address            Mask     Device
                10.1.0.7         0x1         0x2         02:00:5e:10:00:07     *        eth0
                10.1.0.8         0x1         0x0         00:00:00:00:00:00     *        eth0
                """))
        .extracting(n -> n.mac().text())
        .containsExactly("02:00:5e:10:00:07");
  }

  @Test
  void readsMacOsWithItsDroppedZeros() {
    assertThat(
            NeighbourText.read(
                """
                ? (10.1.0.7) at 2:0:5e:10:0:7 on en0 ifscope [ethernet]
                ? (10.1.0.8) at (incomplete) on en0 ifscope [ethernet]
                """))
        .extracting(n -> n.mac().text())
        .containsExactly("02:00:5e:10:00:07");
  }

  @Test
  void readsTheIpv6NeighboursOfMacOs() {
    assertThat(
            NeighbourText.read(
                """
                Neighbor                        Linklayer Address  Netif Expire    St Flgs Prbs
                2001:db8::7                     2:0:5e:10:0:7        en0 23h59m58s S
                fe80::5eff:fe10:7%en0           2:0:5e:10:0:7        en0 3s        R  R
                fe80::5eff:fe10:8%en0           (incomplete)         en0 expired   N
                """))
        .extracting(n -> n.address() + " " + n.mac() + " " + n.link())
        .containsExactly(
            "2001:db8::7 02:00:5e:10:00:07 en0", "fe80::5eff:fe10:7%en0 02:00:5e:10:00:07 en0");
  }

  /** Its interfaces have other names than Java's, so that the link is not known. */
  @Test
  void readsTheIpv6NeighboursOfWindows() {
    assertThat(
            NeighbourText.read(
                """
                Interface 5: Ethernet

                Internet Address                              Physical Address   Type
                --------------------------------------------  -----------------  -----------
                fe80::5eff:fe10:7                             02-00-5e-10-00-07  Reachable (Router)
                fe80::5eff:fe10:8                             00-00-00-00-00-00  Unreachable
                fe80::5eff:fe10:9                             Unreachable        Unreachable
                ff02::16                                      33-33-00-00-00-16  Permanent
                """))
        .extracting(n -> n.address() + " " + n.mac() + n.link())
        .containsExactly("fe80::5eff:fe10:7 02:00:5e:10:00:07");
  }

  @Test
  void readsWindowsInAnyLanguage() {
    assertThat(
            NeighbourText.read(
                """
                Schnittstelle: 10.1.0.2 --- 0x5
                  Internetadresse       Physische Adresse     Typ
                  10.1.0.7              02-00-5e-10-00-07     dynamisch
                  10.1.0.255            ff-ff-ff-ff-ff-ff     statisch
                  224.0.0.22            01-00-5e-00-00-16     statisch
                """))
        .extracting(n -> n.address().toString())
        .containsExactly("10.1.0.7");
  }
}
