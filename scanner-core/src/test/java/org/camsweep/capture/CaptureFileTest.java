package org.camsweep.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camsweep.capture.CaptureBytes.described;
import static org.camsweep.capture.CaptureBytes.enhanced;
import static org.camsweep.capture.CaptureBytes.ethernet;
import static org.camsweep.capture.CaptureBytes.hex;
import static org.camsweep.capture.CaptureBytes.ipv4;
import static org.camsweep.capture.CaptureBytes.ipv6;
import static org.camsweep.capture.CaptureBytes.join;
import static org.camsweep.capture.CaptureBytes.pcap;
import static org.camsweep.capture.CaptureBytes.section;

import java.io.ByteArrayInputStream;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camsweep.config.ConfigException;
import org.camsweep.observe.Mac;
import org.camsweep.site.Cidr;
import org.junit.jupiter.api.Test;

class CaptureFileTest {
  private static final int MICRO = 0xa1b2c3d4;
  private static final int NANO = 0xa1b23c4d;
  private static final ByteOrder LITTLE = ByteOrder.LITTLE_ENDIAN;
  private static final ByteOrder BIG = ByteOrder.BIG_ENDIAN;
  private static final byte[] PACKET =
      ipv4(17, "10.0.0.5", "239.255.255.250", 1, CaptureBytes.notify("Cam/1"));
  private static final byte[] FRAME = ethernet(PACKET, "");

  private record Read(List<Packet> packets, Map<String, Long> counts) {}

  private static Read read(byte[] file) throws ConfigException {
    List<Packet> packets = new ArrayList<>();
    try (CaptureFile capture = CaptureFile.of("test", new ByteArrayInputStream(file))) {
      capture.packets(packets::add);
      return new Read(packets, capture.tally().counts());
    }
  }

  private static Packet only(byte[] file) throws ConfigException {
    Read read = read(file);
    assertThat(read.packets()).as(read.counts().toString()).hasSize(1);
    return read.packets().get(0);
  }

  @Test
  void readsTheClassicFormatInBothOrdersAndBothClocks() throws ConfigException {
    for (ByteOrder order : List.of(LITTLE, BIG)) {
      Packet packet = only(pcap(MICRO, order, 1, FRAME));
      assertThat(packet.from()).isEqualTo(Cidr.address("10.0.0.5"));
      assertThat(packet.at()).isEqualTo(Instant.ofEpochSecond(1_700_000_000, 250_000_000));
      assertThat(packet.mac()).contains(new Mac("02:aa:bb:cc:dd:01"));
      assertThat(packet.toPort()).isEqualTo(1900);
      assertThat(only(pcap(NANO, order, 1, FRAME)).at())
          .isEqualTo(Instant.ofEpochSecond(1_700_000_000, 250_000));
    }
  }

  @Test
  void readsTheBlockFormat() throws ConfigException {
    for (ByteOrder order : List.of(LITTLE, BIG)) {
      byte[] nano = order == LITTLE ? hex("09000100 09000000") : hex("00090001 09000000");
      byte[] file =
          join(
              section(order),
              described(order, 1),
              described(order, 101, nano),
              CaptureBytes.block(order, 0xbad, hex("0102")),
              enhanced(order, 0, 1_700_000_000_250_000L, FRAME),
              enhanced(order, 1, 1_700_000_000_000_000_007L, PACKET),
              section(order),
              enhanced(order, 0, 0, FRAME));
      Read read = read(file);
      assertThat(read.packets()).hasSize(2);
      assertThat(read.packets().get(0).at())
          .isEqualTo(Instant.ofEpochSecond(1_700_000_000, 250_000_000));
      assertThat(read.packets().get(1).at().getEpochSecond()).isEqualTo(1_700_000_000);
      assertThat(read.packets().get(1).mac()).isEmpty();
      assertThat(read.counts())
          .as("a packet of an interface that its section does not have")
          .containsEntry("frames.damaged", 1L)
          .containsEntry("blocks.other", 1L);
    }
  }

  @Test
  void readsLinksOfManyKinds() throws ConfigException {
    Map<Integer, byte[]> links =
        Map.of(
            1, ethernet(PACKET, "81000064"),
            101, PACKET,
            228, PACKET,
            0, join(hex("02000000"), PACKET),
            113, join(hex("0000 0001 0006 02aabbccdd01 0000 0800"), PACKET),
            276, join(hex("0800 0000 00000003 0001 01 06 02aabbccdd01 0000"), PACKET));
    for (Map.Entry<Integer, byte[]> link : links.entrySet()) {
      Packet packet = only(pcap(MICRO, LITTLE, link.getKey(), link.getValue()));
      assertThat(packet.from())
          .as("link type " + link.getKey())
          .isEqualTo(Cidr.address("10.0.0.5"));
      boolean hasMac = List.of(1, 113, 276).contains(link.getKey());
      assertThat(packet.mac().isPresent()).as("link type " + link.getKey()).isEqualTo(hasMac);
    }
    assertThat(only(pcap(MICRO, LITTLE, 1, ethernet(PACKET, "88a80002 81000064"))).fromPort())
        .isEqualTo(1900);
    assertThat(
            only(pcap(MICRO, LITTLE, 1, ethernet(ipv6(17, CaptureBytes.notify("C")), ""))).from())
        .isEqualTo(Cidr.address("fe80::ff:fe00:1"));
  }

  @Test
  void extensionHeadersArePassedOver() throws ConfigException {
    byte[] hopByHop = join(hex("11 00 050200000100"), CaptureBytes.notify("C"));
    assertThat(only(pcap(MICRO, LITTLE, 1, ethernet(ipv6(0, hopByHop), ""))).toPort())
        .isEqualTo(1900);
  }

  @Test
  void whatCameThroughARouterHasNoHardwareAddress() throws ConfigException {
    byte[] routed = ipv4(17, "10.9.0.5", "10.0.0.2", 63, CaptureBytes.notify("Cam/1"));
    assertThat(only(pcap(MICRO, LITTLE, 1, ethernet(routed, ""))).mac())
        .isEqualTo(Optional.empty());
  }

  @Test
  void readsArp() throws ConfigException {
    byte[] arp =
        hex(
            "ffffffffffff 02aabbccdd01 0806 0001 0800 06 04 0002"
                + "02aabbccdd01 0a000005 02aabbccdd02 0a000002");
    Packet packet = only(pcap(MICRO, LITTLE, 1, arp));
    assertThat(packet.kind()).isEqualTo(Packet.Kind.ARP);
    assertThat(packet.from()).isEqualTo(Cidr.address("10.0.0.5"));
    byte[] probe = arp.clone();
    Arrays.fill(probe, 28, 32, (byte) 0);
    assertThat(read(pcap(MICRO, LITTLE, 1, probe)).counts()).containsEntry("frames.arp-nobody", 1L);
  }

  @Test
  void nothingIsPassedOverWithoutACount() throws ConfigException {
    byte[] fragment = FRAME.clone();
    fragment[14 + 6] = 0x20;
    Read read =
        read(
            pcap(
                MICRO,
                LITTLE,
                1,
                fragment,
                ethernet(ipv4(1, "10.0.0.5", "10.0.0.2", 64, new byte[8]), ""),
                hex("ffffffffffff 02aabbccdd01 88cc 0207"),
                hex("ffff")));
    assertThat(read.packets()).isEmpty();
    assertThat(read.counts())
        .containsEntry("frames", 4L)
        .containsEntry("packets.fragments", 1L)
        .containsEntry("packets.other-protocol", 1L)
        .containsEntry("frames.not-ip", 1L)
        .containsEntry("frames.damaged", 1L);
    assertThat(read(pcap(MICRO, LITTLE, 147, FRAME)).counts())
        .containsEntry("frames.link-type-147", 1L);
  }

  @Test
  void lyingLengthsEndTheFileAndSayso() throws ConfigException {
    byte[] file = pcap(MICRO, LITTLE, 1, FRAME, FRAME);
    int second = 24 + 16 + FRAME.length;
    file[second + 8 + 3] = 0x7f;
    Read read = read(file);
    assertThat(read.packets()).hasSize(1);
    assertThat(read.counts()).containsEntry("file.damaged", 1L);
    byte[] cut = Arrays.copyOf(pcap(MICRO, LITTLE, 1, FRAME, FRAME), second + 20);
    assertThat(read(cut).counts()).containsEntry("file.cut", 1L);
  }

  @Test
  void everyPrefixIsReadAsFarAsItGoes() throws ConfigException {
    for (byte[] file : List.of(pcap(MICRO, LITTLE, 1, FRAME, FRAME), blocks())) {
      for (int n = 4; n < file.length; n++) {
        Read read = read(Arrays.copyOf(file, n));
        assertThat(read.packets().size()).isLessThanOrEqualTo(2);
      }
    }
  }

  @Test
  void noFlippedBitBreaksTheReader() {
    for (byte[] file : List.of(pcap(MICRO, LITTLE, 1, FRAME, FRAME), blocks())) {
      for (int i = 0; i < file.length * 8; i++) {
        byte[] flipped = file.clone();
        flipped[i / 8] ^= (byte) (1 << (i % 8));
        try {
          assertThat(read(flipped).packets().size()).isLessThanOrEqualTo(2);
        } catch (ConfigException e) {
          assertThat(i).as("only the magic number decides").isLessThan(32);
        }
      }
    }
  }

  private static byte[] blocks() {
    return join(
        section(LITTLE),
        described(LITTLE, 1),
        enhanced(LITTLE, 0, 1, FRAME),
        CaptureBytes.block(LITTLE, 3, join(hex("2f000000"), FRAME)));
  }

  @Test
  void whatIsNoCaptureIsOneClearLine() {
    assertThat(CaptureFile.begins("{\"id\":1}".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
        .isFalse();
    assertThat(CaptureFile.begins(hex("1f8b0800"))).isFalse();
    assertThat(CaptureFile.begins(hex("0a0d0d0a"))).isTrue();
    assertThat(CaptureFile.begins(hex("d4c3b2a1"))).isTrue();
    assertThatThrownBy(() -> read(hex("1f8b0800")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("is no packet capture");
  }
}
