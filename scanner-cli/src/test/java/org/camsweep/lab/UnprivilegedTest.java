package org.camsweep.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camsweep.cli.TimelessReport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A scan by user {@code nobody}, with no capability and no way to any, on a read-only root: as the
 * unit and the container recipe run it. It finds what root finds.
 */
@Tag("lab")
class UnprivilegedTest {
  private static final List<String> CAMERAS = List.of(Pair.THERE, "10.78.1.3", "10.78.1.4");
  private static final String NOBODY = "65534";

  /**
   * The class path is bound to where everybody may look, whoever's home it lies in. Arguments: the
   * results' folder, how many entries, the entries, the words to run.
   */
  private static final String CONFINED =
      "set -e; out=$1; n=$2; shift 2; mkdir /run/program /run/results;"
          + " mount --bind \"$out\" /run/results; i=0;"
          + " while [ $i -lt $n ]; do at=/run/program/$i;"
          + " if [ -d \"$1\" ]; then mkdir $at; else : > $at; fi;"
          + " mount --bind \"$1\" $at; shift; i=$((i+1)); done;"
          + " mount -t tmpfs -o mode=1777,size=64m none /tmp; mount -o remount,bind,ro /;"
          + " cd /; exec setpriv --reuid="
          + NOBODY
          + " --regid="
          + NOBODY
          + " --clear-groups --no-new-privs --bounding-set=-all --inh-caps=-all"
          + " --ambient-caps=-all \"$@\"";

  @TempDir private Path results;

  @Test
  void nobodyWithoutAnyPrivilegeFindsWhatRootFinds() throws Exception {
    Requirements.check(List.of(Pair.TOOLS));
    try (Pair pair = Pair.open("nobody")) {
      cameras(pair);
      Path roots = results.resolve("root");
      Command.Result byRoot = pair.camsweep(scan(roots).toArray(String[]::new));
      assertThat(byRoot.code()).as(byRoot.text()).isZero();

      Path out = Files.createDirectories(results.resolve("nobody"));
      Command.must("chown", NOBODY + ":" + NOBODY, out.toString());
      Process scan = pair.startHere(confined(out).toArray(String[]::new));
      pair.await("the scan", () -> status(scan).getOrDefault("Name", "").equals("java"));
      Map<String, String> status = status(scan);
      assertThat(status.get("Uid")).isEqualTo(String.join("\t", NOBODY, NOBODY, NOBODY, NOBODY));
      for (String set : List.of("CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb")) {
        assertThat(status.get(set)).as(set).matches("0+");
      }
      assertThat(status.get("NoNewPrivs")).isEqualTo("1");
      assertThat(scan.waitFor(2, TimeUnit.MINUTES)).as("it ends").isTrue();
      assertThat(scan.exitValue()).as(pair.log()).isZero();

      JsonNode report = Pair.json(out.resolve("scan/report.json"));
      assertThat(report.at("/coverage/complete").asBoolean()).isTrue();
      assertThat(report.path("devices")).hasSize(CAMERAS.size());
      assertThat(report.path("devices"))
          .allSatisfy(
              d ->
                  assertThat(d.path("hardwareAddresses").toString())
                      .contains(Pair.THERE_MAC)
                      .contains("neighbour table"));
      assertThat(TimelessReport.of(QuietSite.report(out.resolve("scan"))))
          .isEqualTo(TimelessReport.of(QuietSite.report(roots)));
    }
  }

  private static void cameras(Pair pair) {
    for (String address : CAMERAS.subList(1, CAMERAS.size())) {
      pair.there().must("ip", "addr", "add", address + "/24", "dev", "eth0");
    }
    List<String> words =
        new ArrayList<>(List.of("/usr/bin/python3", Cameras.source("faults/cameras.py")));
    words.addAll(CAMERAS);
    Process serving = pair.startThere(words.toArray(String[]::new));
    pair.await("the cameras", () -> pair.there().listens(serving, "tcp", 80));
  }

  private static List<String> scan(Path out) {
    return List.of(
        "scan",
        "10.78.1.0/29",
        "--sensitive=owner-decision",
        "--operator=Lab",
        "--no-progress",
        "-d",
        out.toString());
  }

  private static List<String> confined(Path out) {
    List<String> entries =
        List.of(System.getProperty("java.class.path").split(File.pathSeparator, -1)).stream()
            .filter(e -> Files.exists(Path.of(e)))
            .toList();
    List<String> all = new ArrayList<>(List.of("sh", "-c", CONFINED, "sh", out.toString()));
    all.add(Integer.toString(entries.size()));
    entries.forEach(e -> all.add(Path.of(e).toAbsolutePath().toString()));
    all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    all.addAll(List.of("-Xmx256m", "-cp"));
    all.add(
        IntStream.range(0, entries.size())
            .mapToObj(i -> "/run/program/" + i)
            .collect(Collectors.joining(File.pathSeparator)));
    all.add("org.camsweep.cli.Main");
    all.addAll(scan(Path.of("/run/results/scan")));
    return all;
  }

  /** What the kernel says of a process; nothing once it ended. */
  private static Map<String, String> status(Process process) {
    try (var lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
      return lines
          .map(l -> l.split(":", 2))
          .collect(Collectors.toMap(l -> l[0], l -> l[1].strip()));
    } catch (IOException e) {
      return Map.of();
    }
  }
}
