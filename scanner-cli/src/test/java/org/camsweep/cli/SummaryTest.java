package org.camsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.camsweep.fingerprint.DeviceKind;
import org.camsweep.identify.Level;
import org.camsweep.policy.Verdict;
import org.camsweep.report.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A report as an operator sees it. */
class SummaryTest {
  private static String shown(Report report, int columns, boolean colour, boolean verbose) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ScreenWriter screen = new ScreenWriter(bytes); // the last to see what goes to a terminal
    Summary summary = new Summary(screen, new Paint(colour), columns, verbose);
    summary.print(report);
    summary.answer(report);
    screen.flush();
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  @Test
  void showsTheWholeResult() {
    assertThat(shown(ReportFixture.mixed(), 100, false, false))
        .isEqualTo(
            """
            Made by   camsweep 0.1.0, data 2026.11.1, judged as of 2026-11-25
            Marking   OFFICIAL
            Network   cctv (10.0.0.0/26), SENSITIVE: secret-material, core network
            Authority AUTH-1, N. Owner, valid to 2026-11-30; operator A. Operator

            ADDRESS      SHOWN AS           MAKER                     SURE       VERDICT
            10.0.0.21    Lantern NV-4120    Harbour Vision Technolo…  confirmed  RESTRICTED, relabelled (1 rule)
            10.0.0.22    North N-1          North Optics AB           likely     clear (1 rule)
            10.0.0.23    (no name: camera)  not determined            -          review (1 rule)
            10.0.0.24    Mixed              Harbour Vision Technolo…  contested  review (1 rule)
            10.0.0.25    Harbour H-1        Harbour Vision Technolo…  confirmed  restricted, waived
            192.168.9.9  (no name: camera)  not determined            -          outside the scope
            Not cameras: 10.0.0.30 (named in the report; -v shows them here)

            FINDINGS
            RESTRICTED  10.0.0.21  Lantern NV-4120
                        uk-2022 sensitive-site
                        why: The network is marked sensitive and the maker's home jurisdiction is inside the
                        rule
            review      10.0.0.23  (no name: camera)
                        uk-2022 sensitive-site
                        why: The network is marked sensitive and the maker's home jurisdiction is inside the
                        rule
                        would settle it: the maker, read from the label
            review      10.0.0.24  Mixed
                        uk-2022 sensitive-site
                        why: The network is marked sensitive and the maker's home jurisdiction is inside the
                        rule
            waived      10.0.0.25  Harbour H-1
                        uk-2022 sensitive-site (waived: W-2026-1)
                        why: The network is marked sensitive and the maker's home jurisdiction is inside the
                        rule

            COVERAGE
              cctv: 64 in scope, 2 excluded, 6 answered, 1 present, 55 silent, 0 not asked
              1 device heard from outside the scope, not asked
              Not examined:
              - cameras behind recorders
            55 addresses were silent: that does not mean that nothing is there.
            ACTION NEEDED: 1 restricted, 2 to review, 1 clear, 0 not assessed, 1 waived, 1 heard outside the
              scope and not assessed.
            """);
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 60, 80, 100, 160})
  void fitsTheWidth(int columns) {
    for (String line : shown(ReportFixture.mixed(), columns, false, true).split("\n", -1)) {
      assertThat(Cells.width(line)).as(line).isLessThanOrEqualTo(Math.max(columns, 76));
    }
  }

  @Test
  void colourIsDoubledByWords() {
    String plain = shown(ReportFixture.mixed(), 100, false, false);
    String coloured = shown(ReportFixture.mixed(), 100, true, false);
    assertThat(coloured).contains("\u001b[1;31mRESTRICTED");
    assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain);
    assertThat(plain).doesNotContain("\u001b");
  }

  @Test
  void aDeviceCannotMoveTheCursorOrTurnTheText() {
    String nasty = "\u001b[2JEvil\r\n\u202eabc\u0007";
    Report report =
        ReportFixture.report(
            ReportFixture.entry(
                "10.0.0.21",
                ReportFixture.id(DeviceKind.CAMERA, Level.UNKNOWN, null, List.of(), nasty, nasty),
                ReportFixture.finding("10.0.0.21", Verdict.REVIEW, nasty, "")));
    String text = shown(report, 100, false, true);
    assertThat(text).doesNotContain("\u001b", "\r", "\u202e", "\u0007").contains("Evil");
    assertThat(text.lines()).noneMatch(l -> l.startsWith("Evil"));
  }

  @Test
  void manyFindingsAreCountedNotPrinted() {
    Report report =
        ReportFixture.report(
            IntStream.rangeClosed(1, 50)
                .mapToObj(
                    i ->
                        ReportFixture.entry(
                            "10.0.0." + i,
                            ReportFixture.id(
                                DeviceKind.CAMERA, Level.UNKNOWN, null, List.of(), "", ""),
                            ReportFixture.finding("10.0.0." + i, Verdict.REVIEW, "", "")))
                .toArray(Report.Entry[]::new));
    assertThat(shown(report, 100, false, false)).contains("and 10 devices more in the report");
    assertThat(shown(report, 100, false, true)).doesNotContain("more in the report");
  }

  @Test
  void wideCharactersTakeTwoColumns() {
    assertThat(Cells.width("海康")).isEqualTo(4);
    assertThat(Cells.fit("海康威视数字", 7)).isEqualTo("海康威…");
    assertThat(Cells.fit("e\u0301a", 4)).isEqualTo("e\u0301a  ");
    assertThat(Cells.wrap("aa bbbbbbb cc", 4)).containsExactly("aa", "bbbb", "bbb", "cc");
    assertThat(Cells.wrap("", 4)).isEmpty();
    assertThat(Cells.wrap("海康威视", 5)).containsExactly("海康", "威视");
  }
}
