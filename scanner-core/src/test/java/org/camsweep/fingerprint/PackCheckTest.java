package org.camsweep.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.camsweep.config.ConfigException;
import org.camsweep.observe.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each fault that an author can make is named in one line with file, line and cure. */
class PackCheckTest {
  private static final String GOOD =
      """
      signatures:
        - id: acme-title
          field: http.title
          pattern: '^Acme (?P<model>[A-Z]-\\d+)$'
          evidence: declared
          verified: true
          claims: { brand: Acme, device: camera }
          source: 'own bench'
          examples: [ { text: 'Acme C-20', model: 'C-20' } ]
          nonExamples: [ 'Acme' ]
      """;
  @TempDir Path folder;

  private static Set<String> sayers(Field field) {
    return switch (field.name()) {
      case "http.title", "http.server" -> Set.of("http");
      case "rtsp.server" -> Set.of("rtsp");
      case "nmap.os" -> Set.of("nmap");
      default -> Set.of();
    };
  }

  private PackCheck.Result check(PackText text) throws ConfigException {
    return PackCheck.check(text.in(folder), PackCheckTest::sayers);
  }

  private PackText acme(String signatures) {
    return new PackText()
        .maker("acme", signatures)
        .file("ordinary-texts.tsv", "# remark\nhttp.title\tHP LaserJet 4250\n");
  }

  private static String mixed(String pattern) {
    return GOOD.replace("^Acme (?P<model>[A-Z]-\\d+)$", pattern).replace(", model: 'C-20'", "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"^(?:Ab?|[Aa]c)$", "^(?:Ab?|(?i:a)c)$", "x(?:A{2}b|(?i:a{2})c)"})
  void whatRe2MissesIsAFault(String pattern) throws Exception {
    assertThat(check(acme(mixed(pattern))).faults())
        .extracting(ConfigException::getMessage)
        .anyMatch(
            m ->
                m.matches(
                    ".*acme.yaml:\\d+: acme-title: RE2 misses '.*' by '.*', for two alternatives"
                        + " begin with one letter, of which one ignores case; let both.*"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"^(?:Ab?|Ac)$", "(?i)^(?:ab?|ac)$", "^(?:[Aa]b?|[Aa]c)$", "^(?:a|B|[Cc])$"})
  void patternsOfOneCaseAreFine(String pattern) throws Exception {
    assertThat(check(acme(mixed(pattern))).faults())
        .extracting(ConfigException::getMessage)
        .noneMatch(m -> m.contains("RE2 "));
  }

  @Test
  void whatRe2FindsBesideItIsAFault() throws Exception {
    assertThat(check(acme(mixed("^(?:[Aa]b+x|Ac?)$"))).faults())
        .extracting(ConfigException::getMessage)
        .anyMatch(m -> m.contains("RE2 finds 'ac' by "));
  }

  @Test
  void aGoodPackHasNoFault() throws Exception {
    assertThat(check(acme(GOOD)).faults()).isEmpty();
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      value = {
        "'Acme C-20', model ~ 'Acme C', model ~ does not match its example",
        "model: 'C-20' ~ model: 'C-2' ~ captures model 'C-20', not 'C-2'",
        ", model: 'C-20' ~ \"\" ~ no example checks model",
        "[ 'Acme' ] ~ [ 'Acme C-1' ] ~ matches its non-example 'Acme C-1'",
        "field: http.title ~ field: http.titel ~ no probe says the field http.titel",
        "field: http.title ~ field: nmap.os ~ another program's conclusion",
        "'own bench' ~ 'TODO' ~ names no source",
        "'^Acme (?P<model>[A-Z]-\\d+)$' ~ '(?P<model>[A-Z]-\\d+|)' ~ matches the empty text",
        "'^Acme (?P<model>[A-Z]-\\d+)$' ~ '(?P<model>[A-Z]-?\\d+|LaserJet)' ~ takes the ordinary"
            + " text",
        "'^Acme ( ~ '\\101cme ( ~ no filter can look through",
        "source: ~ all: [ { field: http.server, pattern: x, example: y } ]\\n"
            + "    source: ~ a condition does not match",
        "source: ~ all: [ { field: rtsp.server, pattern: x } ]\\n"
            + "    source: ~ no one probe says all its fields",
      })
  void aFaultOfOneSignature(String from, String to, String says) throws Exception {
    String bad = GOOD.replace(from, to == null ? "" : to.replace("\\n", "\n"));
    assertThat(bad).isNotEqualTo(GOOD);
    assertThat(check(acme(bad)).faults())
        .anySatisfy(
            f -> {
              assertThat(f.getMessage()).contains("acme-title", says).doesNotContain("\n");
              assertThat(f.file()).endsWith("acme.yaml");
              assertThat(f.line()).isEqualTo(4);
              assertThat(f.cure()).isNotBlank();
            });
  }

  @Test
  void aSignatureThatAnotherCoversIsNeverReached() throws Exception {
    String wide =
        GOOD.substring(GOOD.indexOf("  - id"))
            .replace("acme-title", "acme-wide")
            .replace("^Acme (?P<model>[A-Z]-\\d+)$", "^Acme (?P<model>[A-Z]-\\d+)");
    List<ConfigException> faults = check(acme(GOOD + wide)).faults();
    assertThat(faults)
        .singleElement()
        .satisfies(
            f ->
                assertThat(f.problem())
                    .isEqualTo(
                        "acme-title: is never the only one to match: acme-wide says the same"));
    // Another claim is another signature.
    assertThat(check(acme(GOOD + wide.replace(", device: camera", ""))).faults()).isEmpty();
  }

  @Test
  void aTextThatTwoMakersClaimIsForAPersonToJudge() throws Exception {
    PackText both = acme(GOOD).maker("bolt", GOOD.replace("acme-title", "bolt-title"));
    PackCheck.Result result = check(both);
    assertThat(result.faults()).isEmpty();
    assertThat(result.remarks())
        .extracting(ConfigException::getMessage)
        .anySatisfy(
            r -> assertThat(r).contains("acme.yaml:4", "bolt-title claims its text 'Acme C-20'"));
  }

  @Test
  void anOrdinaryTextIsReadStrictly() throws Exception {
    PackText text = acme(GOOD).file("ordinary-texts.tsv", "http.title no tab\n");
    assertThat(check(text).faults())
        .singleElement()
        .satisfies(f -> assertThat(f.getMessage()).contains("ordinary-texts.tsv:1", "field, tab"));
  }
}
