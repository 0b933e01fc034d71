package org.camsweep.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.camsweep.config.ConfigException;
import org.camsweep.observe.AddressOutcome;
import org.camsweep.observe.Asked;
import org.camsweep.observe.Endpoint;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Field;
import org.camsweep.observe.Observation;
import org.camsweep.observe.Outcome;
import org.camsweep.observe.ProbeId;
import org.camsweep.site.Authorisation;
import org.camsweep.site.Cidr;
import org.camsweep.site.Credential;
import org.camsweep.site.Network;
import org.camsweep.site.Pace;
import org.camsweep.site.SensitiveReason;
import org.camsweep.site.SnmpAccess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00.123Z");

  @TempDir Path home;

  private static ScanHeader header() {
    Network full =
        new Network(
            "hq",
            "cctv",
            List.of(Cidr.parse("10.0.0.0/24"), Cidr.parse("2001:db8::/64")),
            List.of(Cidr.parse("10.0.0.9")),
            Optional.of(SensitiveReason.VETTED_STAFF),
            true,
            Optional.of("landlord"),
            List.of(80, 554),
            Pace.GENTLE,
            List.of("uk-instruction"));
    Network bare =
        new Network(
            "hq",
            "office",
            List.of(Cidr.parse("10.1.0.0/24")),
            List.of(),
            Optional.empty(),
            false,
            Optional.empty(),
            List.of(),
            Pace.STANDARD,
            List.of());
    return new ScanHeader(
        "scan-1",
        NOON,
        Optional.of("A. Operator"),
        new Authorisation(
            Optional.of("AUTH-7"),
            Optional.of("N. Owner"),
            Optional.of(LocalDate.of(2026, 11, 1)),
            Optional.empty(),
            Optional.of("+44 20 0000")),
        Optional.of("OFFICIAL"),
        List.of("scan", "--site", "a \u202e site.yaml"),
        "camsweep 0.1.0",
        List.of(full, bare),
        -42,
        LocalDate.of(2026, 11, 25));
  }

  private static Observation observation(String id, Fact... facts) {
    return new Observation(
        id,
        Cidr.address("10.0.0.5"),
        Optional.of("cctv"),
        ProbeId.of("http"),
        Endpoint.tcp(80),
        Optional.of("eth0"),
        NOON,
        Outcome.ANSWERED,
        List.of(facts),
        Optional.of("ab".repeat(32)));
  }

  private static Fact fact(String field, String value) {
    return Fact.of(Field.of(field), value);
  }

  private static List<Observation> read(Path folder) throws ConfigException {
    List<Observation> all = new ArrayList<>();
    JournalReader.open(folder).observations((o, raw) -> all.add(o));
    return all;
  }

  @Test
  void theHeaderKeepsWhereTheKeysForSnmpAre() throws Exception {
    Credential.Reference place = new Credential.Reference("keys.p12", "snmp");
    SnmpAccess.Lock lock = new SnmpAccess.Lock(SnmpAccess.Algorithm.SHA_256, place);
    SnmpAccess.Lock hides = new SnmpAccess.Lock(SnmpAccess.Algorithm.AES_128, place);
    Map<String, SnmpAccess> keys =
        Map.of(
            "cctv",
            new SnmpAccess(SnmpAccess.Version.V3, place, Optional.of(lock), Optional.of(hides)),
            "gate",
            new SnmpAccess(SnmpAccess.Version.V2C, place, Optional.empty(), Optional.empty()));
    Path folder = home.resolve("keys");
    JournalWriter.create(folder, header().with(Map.of(), keys), false).close();
    assertThat(JournalReader.open(folder).header().snmp()).isEqualTo(keys);
  }

  @Test
  void whatIsWrittenReadsBack() throws Exception {
    Path folder = home.resolve("sub/result");
    Observation said =
        observation(
            "o1", fact("http.header", "A: 1"), fact("http.header", "\u0000\u001b\"\ud800é😀"));
    Observation heard =
        new Observation(
            "o2",
            Cidr.address("fe80::1%eth0"),
            Optional.empty(),
            ProbeId.of("wsd"),
            Endpoint.link(),
            Optional.empty(),
            NOON,
            Outcome.GARBLED,
            List.of(),
            Optional.empty());
    ScanEnd end = new ScanEnd(NOON, true, List.of("eth0 IPv4 wsd"), Map.of("sent", 3L), List.of());
    List<AddressLine> addresses = new ArrayList<>();
    List<byte[]> raws = new ArrayList<>();
    try (JournalWriter writer = JournalWriter.create(folder, header(), false)) {
      writer.observed(said, new byte[] {0, 1, -1});
      writer.observed(heard, new byte[0]);
      writer.done(
          Cidr.address("10.0.0.5"), "cctv", AddressOutcome.NOT_ASKED, Set.of("wsd", "http"));
      writer.done(Cidr.address("fe80::1%br-lan"), "cctv", AddressOutcome.ANSWERED, Set.of());
      writer.asked(Cidr.address("10.0.0.5"), Asked.by(ProbeId.of("http"), 2, 9));
      writer.asked(Cidr.address("10.0.0.5"), new Asked(Map.of("http", 1L, "wsd", 1L), 4));
      writer.end(end);
    }
    JournalReader reader = JournalReader.open(folder);
    assertThat(reader.header()).isEqualTo(header());
    assertThat(reader.end()).contains(end);
    assertThat(read(folder)).containsExactly(said, heard);
    assertThat(reader.observations((o, raw) -> raws.add(raw)))
        .isEqualTo(new JournalReader.Reading(2, 0));
    assertThat(raws).containsExactly(new byte[] {0, 1, -1}, new byte[0]);
    Asked[] sum = {Asked.NOTHING};
    reader.asked(line -> sum[0] = sum[0].plus(line.asked()));
    assertThat(sum[0]).isEqualTo(new Asked(Map.of("http", 3L, "wsd", 1L), 13));
    reader.addresses(addresses::add);
    assertThat(addresses)
        .containsExactly(
            new AddressLine(
                Cidr.address("10.0.0.5"), "cctv", AddressOutcome.NOT_ASKED, Set.of("http", "wsd")),
            new AddressLine(
                Cidr.address("fe80::1%br-lan"), "cctv", AddressOutcome.ANSWERED, Set.of()));
  }

  @Test
  void nobodyElseMayRead() throws Exception {
    Path folder = home.resolve("result");
    try (JournalWriter writer = JournalWriter.create(folder, header(), false)) {
      writer.end(new ScanEnd(NOON, true, List.of(), Map.of(), List.of()));
    }
    assertThat(folder.getFileSystem().supportedFileAttributeViews())
        .as("this test needs a POSIX file system")
        .contains("posix");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
    try (var files = Files.list(folder)) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(5);
      for (Path file : all) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
            .as(file.toString())
            .isEqualTo("rw-------");
      }
    }
  }

  @Test
  void aResultIsNotOverwrittenUnlessTold() throws Exception {
    Path folder = home.resolve("result");
    try (JournalWriter writer = JournalWriter.create(folder, header(), false)) {
      writer.observed(observation("o1"), new byte[0]);
    }
    assertThatThrownBy(() -> JournalWriter.create(folder, header(), false))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("already holds a result; name another folder, or say --overwrite");
    assertThat(read(folder)).hasSize(1);
    JournalWriter.create(folder, header(), true).close();
    assertThat(read(folder)).isEmpty();
  }

  @Test
  void aFolderWithOtherFilesIsNeverTaken() throws Exception {
    Files.writeString(home.resolve("letter.txt"), "mine");
    assertThatThrownBy(() -> JournalWriter.create(home, header(), true))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("holds files that are no result");
    assertThatThrownBy(() -> JournalWriter.create(home.resolve("letter.txt"), header(), true))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("is not a folder");
  }

  @Test
  void aTornLastLineIsCountedAndGoneWhenTheScanGoesOn() throws Exception {
    Path folder = home.resolve("result");
    try (JournalWriter writer = JournalWriter.create(folder, header(), false)) {
      writer.observed(observation("o1"), new byte[0]);
    }
    Path file = folder.resolve(ResultFolder.OBSERVATIONS);
    Files.writeString(file, "{\"id\":\"o2\",\"addr", StandardOpenOption.APPEND);
    assertThat(JournalReader.open(folder).observations((o, raw) -> {}))
        .isEqualTo(new JournalReader.Reading(1, 1));
    assertThat(JournalReader.open(folder).end()).isEmpty();
    try (JournalWriter writer = JournalWriter.resume(folder)) {
      writer.observed(observation("o3"), new byte[0]);
      writer.end(new ScanEnd(NOON, true, List.of(), Map.of(), List.of()));
    }
    assertThat(read(folder)).extracting(Observation::id).containsExactly("o1", "o3");
    assertThat(JournalReader.open(folder).observations((o, raw) -> {}))
        .isEqualTo(new JournalReader.Reading(2, 0));
    assertThatThrownBy(() -> JournalWriter.resume(folder))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("the scan came to its end");
  }

  @Test
  void aLinkInAFolderThatIsTakenUpChangesNothingElsewhere() throws Exception {
    Path folder = home.resolve("linked");
    JournalWriter.create(folder, header(), false).close();
    Path elsewhere = Files.writeString(home.resolve("elsewhere"), "a line\nhalf a line");
    for (String name : List.of(ResultFolder.OBSERVATIONS, ResultFolder.ASKED)) {
      Path file = folder.resolve(name);
      Files.delete(file);
      Files.createSymbolicLink(file, elsewhere);
      assertThatThrownBy(() -> JournalWriter.resume(folder))
          .isInstanceOf(ConfigException.class)
          .hasMessageContaining(name + ": is no file of its own");
      assertThat(elsewhere).hasContent("a line\nhalf a line");
      Files.delete(file);
      Files.createFile(file);
    }
    JournalWriter.resume(folder).close();
    Files.delete(folder.resolve(ResultFolder.OBSERVATIONS));
    Files.createDirectory(folder.resolve(ResultFolder.OBSERVATIONS));
    assertThatThrownBy(() -> JournalReader.open(folder).observations((o, raw) -> {}))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("is no file");
  }

  @Test
  void aTornLineOfAnyLengthIsTakenAway() throws Exception {
    Path file = home.resolve("lines");
    for (int length : new int[] {0, 1, 8_191, 8_192, 8_193, 40_000}) {
      for (String whole : List.of("", "{}\n", "{}\n".repeat(5_000))) {
        Files.writeString(file, whole + "x".repeat(length));
        TornLine.drop(file);
        assertThat(Files.readString(file)).isEqualTo(whole);
      }
    }
  }

  @Test
  void aLineThatAPowerCutToreStaysToBeCounted() throws Exception {
    Path file = home.resolve("lines");
    Files.writeString(file, "{}\n{\"a\u0000\u0000");
    TornLine.drop(file);
    assertThat(Files.readString(file)).isEqualTo("{}\n{\"a\u0000\u0000\n");
  }

  @Test
  void aFolderInWhichAScanWasKilledAtOnceIsTakenAgain() throws Exception {
    Path folder = Files.createDirectory(home.resolve("at-once"));
    Files.writeString(folder.resolve(ResultFolder.HEADER + ".part"), "{");
    try (JournalWriter writer = JournalWriter.create(folder, header(), false)) {
      assertThat(writer.folder()).isEqualTo(folder);
    }
    assertThat(folder.resolve(ResultFolder.HEADER + ".part")).doesNotExist();
  }

  @Test
  void aDocumentThatCannotBeWrittenLeavesNoPart() {
    Path file = home.resolve("report.json");
    assertThatThrownBy(
            () ->
                ResultFolder.write(
                    file,
                    out -> {
                      throw new IOException("No space left on device");
                    }))
        .isInstanceOf(JournalException.class);
    assertThat(home).isEmptyDirectory();
  }

  @Test
  void aFullDiskIsATypedFailureAndEarlierLinesStay() throws Exception {
    Path file = home.resolve("lines");
    OutputStream disk = Files.newOutputStream(file);
    OutputStream full =
        new OutputStream() {
          private int room = 10;

          @Override
          public void write(int b) throws IOException {
            if (room-- <= 0) {
              throw new IOException("No space left on device");
            }
            disk.write(b);
          }

          @Override
          public void close() throws IOException {
            disk.close();
          }
        };
    try (LineFile lines = new LineFile("lines", full)) {
      lines.add("{\"a\":1}");
      assertThatThrownBy(() -> lines.add("{\"a\":2}"))
          .isInstanceOf(JournalException.class)
          .hasMessageContaining("lines cannot be written (No space left on device)");
      assertThatThrownBy(() -> lines.add("{}")).isInstanceOf(JournalException.class);
    }
    assertThat(Files.readString(file)).isEqualTo("{\"a\":1}\n{\"");
  }

  @Test
  void manyThreadsWriteWholeLines() throws Exception {
    Path folder = home.resolve("result");
    try (JournalWriter writer = JournalWriter.create(folder, header(), false)) {
      IntStream.range(0, 2_000)
          .parallel()
          .forEach(i -> writer.observed(observation("o" + i), new byte[50]));
    }
    assertThat(read(folder)).extracting(Observation::id).doesNotHaveDuplicates().hasSize(2_000);
  }

  @Test
  void noLineIsLongerThanTheReaderTakes() throws Exception {
    String hostile = "\u0001".repeat(Fact.MAX_LENGTH);
    Fact[] many =
        IntStream.range(0, 40).mapToObj(i -> fact("http.body", hostile)).toArray(Fact[]::new);
    String line = ObservationJson.line(observation("o1", many), new byte[3_000_000]);
    assertThat(line.getBytes(StandardCharsets.UTF_8).length)
        .isBetween(1_000_000, ObservationJson.MAX_LINE);
    assertThat(line).contains("\"scan.cut-short\"").doesNotContain("\"raw\"");
    String kept = ObservationJson.line(observation("o1"), new byte[2_000_000]);
    assertThat(kept).contains("\"raw\":");
  }
}
