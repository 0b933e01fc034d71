package org.camsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.camsweep.config.ConfigException;
import org.camsweep.journal.JournalReader;
import org.camsweep.observe.Plain;
import org.camsweep.report.ReportReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Every command under words that somebody else chose: of devices, in files, in names of files, in
 * what is typed, in exceptions. None of them moves a cursor, turns the direction of a text, makes a
 * link, colours anything or begins a line.
 */
class HostileTextTest {
  private static final String EVIL =
      "\u001b[2J\u001b[31m\u001b[8m\u001b]8;;http://192.0.2.1/\u0007x\u202e\u2066\u200f\u0085\u009b"
          + "\t\rFORGED: nothing restricted\r\nFORGED: nothing restricted\u2028FORGED\b\b\u007f";

  /** No path at all, so that nothing typed makes a folder. */
  private static final String TYPED = EVIL + "\u0000";

  /** So wide that no line is broken by us. */
  private static final OptionalInt WIDE = OptionalInt.of(9_000);

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Judged once: to read the whole data pack for each test takes longer than the tests. */
  @TempDir private static Path judged;

  @TempDir private Path folder;
  private Path result;

  @BeforeAll
  static void judge() throws Exception {
    Path made = judged.resolve("result");
    StoredResult.write(made, true, EVIL, "uk-wms-2022-11-24");
    assertThat(Typed.camsweep("identify", at(made), "-o", "json", "-v").code()).isEqualTo(10);
  }

  /** A copy, for each test may spoil it. */
  @BeforeEach
  void copy() throws IOException {
    result = Files.createDirectory(folder.resolve("result"));
    try (Stream<Path> files = Files.list(judged.resolve("result"))) {
      for (Path file : files.toList()) {
        Files.copy(file, result.resolve(file.getFileName()));
      }
    }
  }

  private static String at(Path path) {
    return path.toString();
  }

  private static Typed harmless(String... words) {
    Typed typed = Typed.camsweep(WIDE, Map.of(), words);
    harmless(String.join(" ", words), typed);
    return typed;
  }

  private static void harmless(String what, Typed typed) {
    for (String said : List.of(typed.out(), typed.err())) {
      assertThat(said.codePoints())
          .as(() -> Plain.of(what) + " said " + Plain.of(said))
          .allMatch(c -> c == '\n' || Plain.isSafe(c));
      assertThat(said.lines()).as(() -> Plain.of(what)).noneMatch(l -> l.startsWith("FORGED"));
    }
  }

  @Test
  void devices() {
    assertThat(harmless("report", at(result), "-v").out()).contains("10.0.0.2");
    assertThat(harmless("explain", "10.0.0.1", at(result)).out()).contains("\\x1b[2J", "FORGED");
    harmless("explain", "10.0.0.2", at(result));
    harmless("identify", at(result), "-v", "--color", "never");
    harmless("record", "10.0.0.1", "--result", at(result));
    harmless("record", "10.0.0.2", "--result", at(result));
  }

  @Test
  void everyTextOfAReport() throws IOException {
    JsonNode report = JSON.readTree(Files.readString(result.resolve("report.json")));
    Path changed = folder.resolve("changed.json");
    List<Integer> shown = new ArrayList<>();
    HostileTree.of(report, EVIL)
        .each(
            json -> {
              write(changed, json);
              return isRead(() -> ReportReader.read(changed));
            },
            () -> {
              shown.add(harmless("report", at(changed), "-v").code());
              harmless("diff", at(result), at(changed));
              harmless("explain", "10.0.0.1", at(changed));
              harmless("explain", at(changed), "10.0.0.2");
            });
    assertThat(shown).hasSizeGreaterThan(50).contains(2, 10);
  }

  @Test
  void everyTextOfWhatWasRecorded() throws IOException {
    for (String file : List.of("scan.json", "observations.ndjson", "manifest.json")) {
      Path path = result.resolve(file);
      if (!Files.exists(path)) {
        continue;
      }
      String whole = Files.readString(path);
      List<String> lines = file.endsWith("ndjson") ? whole.lines().toList() : List.of(whole);
      for (String line : lines) {
        HostileTree.of(JSON.readTree(line), EVIL)
            .each(
                json -> {
                  write(path, whole.replace(line, json));
                  return isRead(() -> read(result));
                },
                () -> {
                  harmless("identify", at(result), "-v");
                  harmless("verify", at(result));
                  harmless("scan", "--resume", at(result), "--dry-run");
                });
      }
      write(path, whole);
    }
  }

  private interface Reading {
    void read() throws ConfigException;
  }

  private static boolean isRead(Reading reading) {
    try {
      reading.read();
      return true;
    } catch (ConfigException e) {
      return false;
    }
  }

  private static void read(Path folder) throws ConfigException {
    JournalReader journal = JournalReader.open(folder);
    journal.header();
    journal.observations((o, raw) -> {});
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void namesOfFiles() throws Exception {
    Path evil = folder.resolve(EVIL.replace("/", "_"));
    StoredResult.write(evil, true, "1.0");
    assertThat(Typed.camsweep("identify", at(evil), "-o", "json").code()).isEqualTo(10);
    harmless("report", at(evil), "-v");
    harmless("report", at(evil), "-o", "csv");
    harmless("report", at(evil), "-o", "csv");
    harmless("diff", at(evil), at(evil));
    harmless("explain", "10.0.0.1", at(evil));
    harmless("explain", "10.0.0.9", at(evil));
    harmless("verify", at(evil));
    harmless("scan", "--resume", at(evil), "--dry-run");
    Files.writeString(result.resolve("x" + EVIL.replace("/", "_")), "");
    harmless("verify", at(result));
    Files.writeString(result.resolve("manifest.json"), "{}");
    harmless("verify", at(result));
    harmless("manual", at(evil.resolve("man")));
    Path site = folder.resolve(EVIL.replace("/", "_") + ".yaml");
    Files.writeString(site, Typed.camsweep("site", "init").out());
    assertThat(harmless("site", "check", at(site)).code()).isZero();
    harmless("scan", "--site", at(site), "--dry-run");
    Files.writeString(site, "version: 1\nsites: 7\n");
    for (String option : List.of("--site", "--waivers", "--inventory", "--pack", "--regimes")) {
      harmless("identify", at(result), option, at(site));
      harmless("scan", "10.0.0.0/30", "--dry-run", option, at(site));
    }
    harmless("waiver", "list", at(site));
    harmless("waiver", "check", at(site));
    harmless("signatures", "test", at(site));
    harmless("signatures", "verify", at(site), "--key", at(site));
    harmless("lists", "ls", "--regimes", at(site));
    harmless("identify", at(site));
    harmless("identify", at(result), "--baseline", at(site), "--sign", at(site));
  }

  /** As YAML writes them between double quotes. */
  private static String quoted() {
    StringBuilder text = new StringBuilder();
    EVIL.chars().forEach(c -> text.append(String.format("\\u%04x", c)));
    return "\"" + text + "\"";
  }

  @Test
  void contentsOfFiles() throws IOException {
    Path file = folder.resolve("given.yaml");
    String waiver =
        """
        waivers:
          - id: W-1
            finding: uk-wms-2022-11-24:sensitive-site:cctv:10.0.0.1
            reason: EVIL
            approvedBy: EVIL
            mitigation: EVIL
            approvedOn: 2026-01-01
            expires: 2026-06-30
        """;
    Files.writeString(file, waiver.replace("EVIL", quoted()));
    assertThat(harmless("waiver", "list", at(file)).out()).contains("FORGED");
    harmless("waiver", "check", at(file));
    harmless("identify", at(result), "-v", "--waivers", at(file));
    for (String key : List.of("id: W-1", "finding: uk", "approvedOn: 2026-01-01", "waivers:")) {
      String changed = key.replaceFirst("(?<=: ).*|^waivers(?=:)", quoted().replace("\\", "\\\\"));
      Files.writeString(file, waiver.replace(key, changed));
      harmless("waiver", "list", at(file));
    }
    String example = Typed.camsweep("site", "init").out();
    for (String line : example.lines().filter(l -> l.matches("[ -]*\\w+: *\\S.*")).toList()) {
      Files.writeString(file, example.replace(line, line.replaceFirst(": .*", ": ") + quoted()));
      harmless("site", "check", at(file));
      harmless("scan", "--site", at(file), "--dry-run");
    }
    Files.writeString(file, "?xml <nmaprun>\n" + EVIL);
    harmless("identify", at(file));
    String said = "&#x202e;x&#10;FORGED &#x85; NVR";
    Files.writeString(
        file,
        """
        <?xml version="1.0"?>
        <nmaprun scanner="nmap" version="7.93" xmloutputversion="1.05">
        <host endtime="1700000000"><status state="up" reason="SAID"/>
        <address addr="10.0.0.7" addrtype="ipv4"/>
        <ports><port protocol="tcp" portid="80"><state state="open"/>
        <service name="http" product="SAID" devicetype="webcam" method="probed"/>
        <script id="http-server-header" output="SAID"><elem>SAID</elem></script>
        <script id="http-title" output="SAID"><elem key="title">SAID</elem></script></port></ports>
        </host><runstats><finished exit="success"/></runstats></nmaprun>
        """
            .replace("SAID", said));
    assertThat(harmless("identify", at(file), "10.0.0.0/24", "-v").out()).contains("10.0.0.7");
    Path pack = Files.createDirectories(folder.resolve("pack").resolve("makers"));
    Files.writeString(pack.resolve("acme.yaml"), "maker: acme\n" + quoted() + ": x\n");
    harmless("signatures", "test", at(pack.getParent()));
    harmless("identify", at(result), "--signatures", at(pack.getParent()));
  }

  static Stream<CommandSpec> commands() {
    return ExamplesTest.commands();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void whatIsTyped(CommandSpec command) {
    List<String> words = List.of(command.qualifiedName().split(" ", 0));
    List<String> before = words.subList(1, words.size());
    command.options().stream()
        .filter(o -> o.arity().max() > 0)
        .forEach(o -> harmless(with(before, o.longestName() + "=" + TYPED)));
    harmless(with(before, TYPED));
    harmless(with(before, "--" + TYPED));
    if (!command.qualifiedName().endsWith("demo")) {
      harmless(with(before, TYPED, TYPED));
    }
  }

  private static String[] with(List<String> words, String... more) {
    List<String> all = new ArrayList<>(words);
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  static Stream<Exception> exceptions() throws Exception {
    IOException io = new IOException(EVIL);
    IllegalStateException fault = new IllegalStateException(EVIL, new IOException(EVIL, io));
    fault.addSuppressed(new IOException(EVIL));
    return Stream.of(
        io,
        new NoSuchFileException(EVIL),
        new ConfigException(EVIL, 3, EVIL, EVIL),
        StopException.wrongUse(EVIL, EVIL),
        fault,
        new IllegalStateException());
  }

  @ParameterizedTest
  @MethodSource("exceptions")
  void whatIsThrown(Exception thrown) throws Exception {
    java.io.ByteArrayOutputStream err = new java.io.ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            Terminal.writer(err),
            Terminal.writer(err),
            err,
            true,
            true,
            java.util.OptionalInt.empty(),
            Map.of());
    CommandLine line = Main.commandLine(terminal);
    line.getExecutionExceptionHandler().handleExecutionException(thrown, line, null);
    Typed typed = new Typed(0, "", err.toString(java.nio.charset.StandardCharsets.UTF_8));
    harmless("exception", typed);
    assertThat(typed.err()).startsWith("camsweep: ");
  }

  /** Where a place that prints forgot to make a text safe. */
  @Test
  void theLastToSeeItKeepsALineALine() {
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    var writer = Terminal.writer(out);
    writer.println(EVIL.replace("\u001b[31m", "").replace("\t", ""));
    writer.print("\u001b[1;31mours\u001b[0m\tand\n");
    writer.println((Object) "\u001b[7m\n\u00e9\ud83d\ude00\ud83d");
    writer.write("\u202e".toCharArray());
    writer.write('\u001b');
    writer.flush();
    String said = out.toString(java.nio.charset.StandardCharsets.UTF_8);
    assertThat(said.lines())
        .hasSize(4)
        .noneMatch(l -> l.startsWith("FORGED"))
        .contains("\u001b[1;31mours\u001b[0m\tand")
        .contains("\\x1b[7m\\x0a\u00e9\ud83d\ude00\\ud83d")
        .endsWith("\\u202e\\x1b");
    assertThat(said.replace("\u001b[1;31mours\u001b[0m\t", "").codePoints())
        .allMatch(c -> c == '\n' || Plain.isSafe(c));
  }
}
