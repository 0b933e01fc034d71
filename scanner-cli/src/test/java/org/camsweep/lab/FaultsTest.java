package org.camsweep.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.camsweep.lab.QuietSite.Started;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What befalls a machine in the middle of a scan: each fault ends in a stated outcome, what was
 * heard is kept, and {@code --resume} comes to the report of a scan that nothing befell.
 */
@Tag("lab")
@Tag("long")
class FaultsTest {
  private static final int INCOMPLETE = 4;

  /** What befalls it. */
  private interface Fault {
    void happen() throws IOException;
  }

  @TempDir private static Path results;
  private static QuietSite site;
  private static JsonNode undisturbed;

  @BeforeAll
  static void open() {
    site = QuietSite.open("faults");
    Path out = results.resolve("undisturbed");
    Started scan = site.start("", QuietSite.scan(out));
    assertThat(scan.code()).as(scan.text()).isZero();
    undisturbed = QuietSite.timeless(out);
    assertThat(undisturbed.at("/coverage/complete").asBoolean()).isTrue();
    assertThat(undisturbed.path("devices")).hasSize(QuietSite.CAMERAS.size());
  }

  @AfterAll
  static void close() {
    if (site != null) {
      site.close();
    }
  }

  private static void ip(Netns where, String words) {
    where.must(("ip " + words).split(" ", -1));
  }

  /** A scan in whose middle something happens; what it came to. */
  private static Started met(Path out, Fault fault) throws IOException {
    long before = site.questions();
    Started scan = site.start("", QuietSite.scan(out));
    site.awaitMiddle(scan, out, before);
    fault.happen();
    scan.code();
    return scan;
  }

  private static void goesOn(Path out) {
    Started again = site.start("", QuietSite.resume(out));
    assertThat(again.code()).as(again.text()).isZero();
    assertThat(QuietSite.timeless(out)).isEqualTo(undisturbed);
    assertThat(Pair.json(out.resolve("report.json")).at("/coverage/unreadable").asLong()).isZero();
  }

  private static void saysThatTheWayIsGone(Started scan, Path out, String why) {
    assertThat(scan.process().exitValue()).as(scan.text()).isEqualTo(INCOMPLETE);
    assertThat(scan.text())
        .contains("camsweep: stopped: this machine has no way to the scope any more (" + why)
        .contains("go on with --resume " + out);
    JsonNode report = Pair.json(out.resolve("report.json"));
    assertThat(report.at("/coverage/complete").asBoolean()).isFalse();
    assertThat(report.at("/coverage/networks/0/notAsked").asLong()).isPositive();
    assertThat(report.at("/provenance/remarks").toString()).contains(why);
  }

  @Test
  void anInterfaceThatGoesDown() throws IOException {
    Path out = results.resolve("down");
    Started scan = met(out, () -> ip(site.pair().here(), "link set eth0 down"));
    ip(site.pair().here(), "link set eth0 up");
    site.wayOut();
    saysThatTheWayIsGone(scan, out, "interface eth0 went down or lost its link");
    goesOn(out);
  }

  @Test
  void aCableThatIsPulled() throws IOException {
    Path out = results.resolve("pulled");
    Started scan = met(out, () -> ip(site.pair().there(), "link set eth0 down"));
    ip(site.pair().there(), "link set eth0 up");
    saysThatTheWayIsGone(scan, out, "interface eth0 went down or lost its link");
    goesOn(out);
  }

  @Test
  void anAddressThatChanges() throws IOException {
    Path out = results.resolve("address");
    Netns here = site.pair().here();
    Started scan =
        met(
            out,
            () -> {
              ip(here, "addr del " + Pair.HERE + "/24 dev eth0");
              ip(here, "addr add 10.78.1.9/24 dev eth0");
              site.wayOut();
            });
    ip(here, "addr del 10.78.1.9/24 dev eth0"); // first: with it goes what came second
    ip(here, "addr add " + Pair.HERE + "/24 dev eth0");
    site.wayOut();
    saysThatTheWayIsGone(scan, out, "the address of interface eth0 changed");
    goesOn(out);
  }

  @Test
  void aDiskThatIsFull() throws IOException {
    Path disk = Files.createDirectories(results.resolve("full"));
    Command.must("mount", "-t", "tmpfs", "-o", "size=40k", "none", disk.toString());
    try {
      Path out = disk.resolve("out");
      Started scan = site.start("", QuietSite.scan(out));
      assertThat(scan.code()).as(scan.text()).isEqualTo(1);
      assertThat(scan.text())
          .contains("cannot be written (No space left on device); free space or check its rights")
          .contains("what was heard is kept: then go on with --resume " + out)
          .doesNotContain("fault in camsweep");
      Started judged = site.start("", List.of("identify", out.toString()));
      assertThat(judged.code()).as("what is there can be judged").isEqualTo(INCOMPLETE);
      Command.must("mount", "-o", "remount,size=8m", disk.toString());
      goesOn(out);
    } finally {
      Command.must("umount", disk.toString());
    }
  }

  @Test
  void aDiskThatMayNotBeWritten() throws IOException {
    Path disk = Files.createDirectories(results.resolve("readonly"));
    Command.must("mount", "-t", "tmpfs", "-o", "ro,size=1m", "none", disk.toString());
    try {
      long before = site.questions();
      Started scan = site.start("", QuietSite.scan(disk.resolve("out")));
      assertThat(scan.code()).as(scan.text()).isEqualTo(2);
      assertThat(scan.text()).contains("out: cannot be made (Read-only file system)");
      assertThat(site.questions()).as("nothing was sent").isEqualTo(before);
    } finally {
      Command.must("umount", disk.toString());
    }
  }

  /** A file system that met an error and went read-only by itself, as ext4 does. */
  @Test
  void aDiskThatFails() throws IOException {
    Path image = results.resolve("image");
    Path disk = Files.createDirectories(results.resolve("failing"));
    Command.must("dd", "if=/dev/zero", "of=" + image, "bs=1M", "count=8");
    Command.must("mkfs.ext4", "-q", "-F", image.toString());
    Command.must("mount", "-o", "loop", image.toString(), disk.toString());
    Path out = disk.resolve("out");
    try {
      Started scan = met(out, () -> Command.must("mount", "-o", "remount,abort", disk.toString()));
      assertThat(scan.process().exitValue()).as(scan.text()).isEqualTo(1);
      assertThat(scan.text())
          .contains("cannot be written (Read-only file system)", "go on with --resume " + out)
          .doesNotContain("fault in camsweep");
      Command.must("cp", "-a", out.toString(), results.resolve("rescued").toString());
    } finally {
      Command.run(Duration.ofSeconds(20), List.of("umount", disk.toString()));
    }
    goesOn(results.resolve("rescued"));
  }

  @Test
  void aClockThatIsSetADayForwardOrBack() throws IOException {
    for (String shift : List.of("+1d", "-1d")) {
      Path out = results.resolve("clock" + shift);
      Path clock = Files.writeString(results.resolve("now" + shift), "+0");
      String before =
          "export DONT_FAKE_MONOTONIC=1 FAKETIME_DONT_FAKE_MONOTONIC=1 FAKETIME_NO_CACHE=1"
              + " FAKETIME_TIMESTAMP_FILE="
              + clock
              + " LD_PRELOAD="
              + fakeTime()
              + ";";
      long questions = site.questions();
      Started scan = site.start(before, QuietSite.scan(out));
      site.awaitMiddle(scan, out, questions);
      Files.writeString(clock, shift);
      assertThat(scan.code()).as(scan.text()).isZero();
      assertThat(QuietSite.timeless(out)).isEqualTo(undisturbed);
      assertThat(Pair.json(out.resolve("report.json")).at("/provenance/remarks").toString())
          .contains(
              "clock was put " + (shift.startsWith("+") ? "forward" : "back") + " by about 86");
    }
  }

  private static String fakeTime() throws IOException {
    try (var libraries =
        Files.find(
            Path.of("/usr/lib"),
            3,
            (p, a) -> p.endsWith(Path.of("faketime", "libfaketimeMT.so.1")))) {
      return libraries.findFirst().orElseThrow().toString();
    }
  }

  @Test
  void tooFewDescriptorsAreRefusedBeforeTheFirstPacket() {
    long before = site.questions();
    Started scan = site.start("ulimit -n 150;", QuietSite.scan(results.resolve("few")));
    assertThat(scan.code()).as(scan.text()).isEqualTo(2);
    assertThat(scan.text()).contains("150 files open, a scan needs 200; raise it with 'ulimit -n");
    assertThat(site.questions()).isEqualTo(before);
    assertThat(results.resolve("few")).doesNotExist();
  }

  @Test
  void withFewDescriptorsAScanIsSlowerAndFindsTheSame() {
    Path out = results.resolve("scarce");
    Started scan = site.start("ulimit -n 200;", QuietSite.scan(out));
    assertThat(scan.code()).as(scan.text()).isZero();
    assertThat(QuietSite.timeless(out)).isEqualTo(undisturbed);
  }
}
