package org.camsweep.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.Stream;
import org.camsweep.config.ConfigException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each broken file gives one line that names file, line, problem and cure. */
class BrokenFilesTest {
  private static Arguments regime(String from, String to, String message) {
    return Arguments.of("regime", PolicyTest.NAMES.replace(from, to), message);
  }

  private static Arguments entity(String from, String to, String message) {
    return Arguments.of("entity", PolicyTest.ENTITIES.replace(from, to), message);
  }

  private static final String WAIVER =
      """
      waivers:
        - id: W-1
          finding: names-rule:f-3-B:lan:10.0.0.7
          reason: replacement ordered
          approvedBy: A. Person
          approvedOn: 2026-11-01
          expires: 2027-02-28
      """;

  private static Arguments waiver(String from, String to, String message) {
    return Arguments.of("waiver", WAIVER.replace(from, to), message);
  }

  private static Arguments inventory(String text, String message) {
    return Arguments.of("inventory", text, message);
  }

  static Stream<Arguments> files() {
    return Stream.of(
        regime(
            "kind: named-list-plus-affiliates",
            "kind: named-lists",
            "x.yaml:4: 'named-lists' is not known at kind; use one of: jurisdiction-rule,"),
        regime(
            "kind: named-list-plus-affiliates",
            "kind: export-control-named-list",
            "x.yaml:18: a regime of kind export-control-named-list never gives restricted; write"
                + " not-assessed or correct the kind"),
        regime(
            "from: 2019-08-13",
            "from: 13.8.2019",
            "x.yaml:8: '13.8.2019' is not a date; write YYYY-MM-DD, YYYY-MM or YYYY"),
        regime(
            "from: 2019-08-13",
            "from: 2019-02-30",
            "x.yaml:8: '2019-02-30' is no date; write a day that exists"),
        regime(
            "from: 2019-08-13",
            "from: 2019-08-13\nto: 2018",
            "x.yaml:9: 'to' is before 'from'; swap them or correct one"),
        regime(
            "entity: redco",
            "entity: redcoo",
            "x.yaml:12: limb 'f-3-B' names 'redcoo', which no entity file has; add the entity or"
                + " correct the name"),
        regime("sources: [ s ]", "", "x.yaml:1: a regime without 'sources'; say where its facts"),
        regime(
            "citation:", "citaton:", "x.yaml:7: unknown key 'citaton'; did you mean 'citation'?"),
        regime(
            "test: { names: [ { entity: redco, verified: true } ], affiliates: true }",
            "test: { prcLaw: true, countries: [CN] }",
            "x.yaml:17: a test has 2 parts: [prcLaw, countries]; write exactly one of"),
        regime(
            "test: { names: [ { entity: redco, verified: true } ], affiliates: true }",
            "test: { models: ['DS-['] }",
            "x.yaml:17: 'DS-[' is not a pattern: missing closing ]; use RE2 syntax"),
        regime(
            "test: { names: [ { entity: redco, verified: true } ], affiliates: true }",
            "test: { countries: [China] }",
            "x.yaml:17: 'China' is not a country; write two capital letters"),
        regime(
            "test: { names: [ { entity: redco, verified: true } ], affiliates: true }",
            "test: { names: [] }",
            "x.yaml:17: 'names' is empty; name at least one"),
        regime("elsewhere: review", "elsewhere: clear", "x.yaml:19: 'elsewhere' cannot be clear"),
        regime("regime: names-rule", "regime: Names", "x.yaml:1: 'Names' is not an identifier"),
        regime(
            "where: sensitive",
            "where: secret",
            "x.yaml:16: 'secret' is not known at limbs[0].where; use one of: any, sensitive"),
        regime(
            "verified: true\nrule",
            "verified: maybe\nrule",
            "x.yaml:10: 'maybe' is not true or false at verified; write true or false"),
        entity(
            "{ entity: redco, from: 2018, to: 2022-11, verified: true }",
            "{ entity: soldco, verified: true }",
            "x.yaml:6: 'soldco' owns itself; name its real owner"),
        entity(
            "{ entity: redco, from: 2018, to: 2022-11, verified: true }",
            "{ entity: nobody, verified: true }",
            "x.yaml:6: 'soldco' is owned by 'nobody', which no file has; add that entity"),
        entity(
            "{ entity: redco, from: 2018, to: 2022-11, verified: true }",
            "{ from: 2018, verified: true }",
            "x.yaml:12: an owner without 'entity' or 'name'; add one of them"),
        entity("id: greyco", "id: redco", "x.yaml:3: entity 'redco' stands twice; keep one"),
        entity("country: SE", "country: sweden", "x.yaml:4: 'sweden' is not a country"),
        entity(
            "prcLaw: not-subject, builds: own",
            "prcLaw: maybe, builds: own",
            "x.yaml:4: 'maybe' is not known at entities[2].prcLaw; use one of: subject,"),
        waiver(
            "expires: 2027-02-28",
            "expires: 2027-11-02",
            "x.yaml:7: longer than 12 months; write 2027-11-01 at the latest"),
        waiver("  expires: 2027-02-28\n", "", "x.yaml:2: 'expires' is missing at waivers[0]"),
        waiver("replacement ordered", "ninechars", "x.yaml:4: a reason of 9 characters explains"),
        waiver("replacement ordered", "later", "x.yaml:4: a reason of 5 characters explains"),
        waiver(
            "expires: 2027-02-28",
            "expires: 2026-10-01",
            "x.yaml:7: expires before it was approved; correct one of the dates"),
        waiver(
            "finding: names-rule:f-3-B:lan:10.0.0.7",
            "regime: names-rule",
            "x.yaml:3: a waiver for a whole regime; narrow it with 'network:' or 'device:'"),
        waiver(
            "finding: names-rule:f-3-B:lan:10.0.0.7",
            "mitigation: isolated",
            "x.yaml:2: a waiver names 'finding' or 'regime', exactly one of them"),
        inventory("mac,serail\n1,2\n", "x.csv:1: unknown column 'serail'; use mac, serial"),
        inventory("mac\n00-11\n", "x.csv:2: '00-11' is not a hardware address; write it as"),
        inventory("mac,maker\n,acme\n", "x.csv:2: a row that names no device; fill mac, serial"),
        inventory("address\ncam1.example\n", "x.csv:2: 'cam1.example' is not an IPv4 or IPv6"),
        inventory("serial,acquired\nA,1.2.2024\n", "x.csv:2: '1.2.2024' is not a date; write YYYY"),
        inventory("serial\nA\nA\n", "x.csv:3: serial A is already in line 2; keep one"),
        inventory(
            "mac\n00:11:22:33:44:55\n00-11-22-33-44-55\n",
            "x.csv:3: 00:11:22:33:44:55 is already in line 2; keep one"),
        inventory("mac\n", "x.csv: has no rows; write a header line and one row"));
  }

  @ParameterizedTest
  @MethodSource("files")
  void saysWhatIsWrongAndHowToCureIt(String sort, String text, String message) {
    ConfigException e = catchThrowableOfType(ConfigException.class, () -> read(sort, text));
    assertThat(e).as(text).isNotNull();
    assertThat(e.getMessage()).startsWith(message).doesNotContain("\n").contains("; ");
  }

  private static void read(String sort, String text) throws ConfigException {
    switch (sort) {
      case "regime" ->
          RegimeReader.read(
              List.of(Given.file("x.yaml", text)),
              "1",
              EntityReader.read(List.of(Given.file("e.yaml", PolicyTest.ENTITIES))),
              false);
      case "entity" -> EntityReader.read(List.of(Given.file("x.yaml", text)));
      case "waiver" -> WaiverReader.read(Given.file("x.yaml", text));
      default -> InventoryReader.read(Given.file("x.csv", text));
    }
  }
}
