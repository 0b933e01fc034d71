package org.camsweep.export.oscal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camsweep.export.spi.Exporter;
import org.camsweep.export.spi.ExporterContract;
import org.camsweep.export.spi.Zipped;
import org.camsweep.report.Report;
import org.camsweep.report.SampleReport;
import org.junit.jupiter.api.Test;

/** Validated against NIST's own JSON schemas of OSCAL 1.1.2, out of NIST's Java library. */
class OscalExporterTest extends ExporterContract {
  private static final Map<String, String> SCHEMAS =
      Map.of(
          "oscal-catalog.json", "catalog",
          "oscal-profile.json", "profile",
          "oscal-ssp.json", "ssp",
          "oscal-assessment-plan.json", "ap",
          "oscal-assessment-results.json", "ar");

  @Override
  protected String unverified() {
    return "(unverified rule)";
  }

  @Override
  protected Exporter exporter() {
    return new OscalExporter();
  }

  @Override
  protected boolean isText() {
    return false;
  }

  private static Schema schema(String kind) throws IOException {
    String name = "/schema/json/oscal-" + kind + "_schema.json";
    try (InputStream in = OscalExporterTest.class.getResourceAsStream(name)) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
          .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
    }
  }

  @Test
  void theFiveDocumentsAreWhatTheOfficialSchemasSay() throws IOException {
    for (Report report :
        new Report[] {SampleReport.full(), SampleReport.empty(), SampleReport.zoned()}) {
      Map<String, String> files = Zipped.texts(written(report));
      assertThat(files).containsOnlyKeys(SCHEMAS.keySet());
      for (Map.Entry<String, String> file : files.entrySet()) {
        assertThat(schema(SCHEMAS.get(file.getKey())).validate(file.getValue(), InputFormat.JSON))
            .as(file.getKey())
            .isEmpty();
      }
    }
    String results =
        Zipped.texts(written(SampleReport.full())).get("oscal-assessment-results.json");
    Schema schema = schema("ar");
    String broken = results.replace("\"reviewed-controls\"", "\"reviewed\"");
    assertThat(schema.validate(broken, InputFormat.JSON)).isNotEmpty();
    String empty = results.replaceFirst("\"value\": \"[^\"]+\"", "\"value\": \" \"");
    assertThat(schema.validate(empty, InputFormat.JSON)).isNotEmpty();
  }

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    Map<String, String> files = Zipped.texts(written(SampleReport.full()));
    ObjectMapper mapper = new ObjectMapper();
    JsonNode results = mapper.readTree(files.get("oscal-assessment-results.json"));
    JsonNode plan = mapper.readTree(files.get("oscal-assessment-plan.json"));
    JsonNode system = mapper.readTree(files.get("oscal-ssp.json"));
    JsonNode profile = mapper.readTree(files.get("oscal-profile.json"));
    assertThat(files)
        .containsKeys(
            results.at("/assessment-results/import-ap/href").asText(),
            plan.at("/assessment-plan/import-ssp/href").asText(),
            system.at("/system-security-plan/import-profile/href").asText(),
            profile.at("/profile/imports/0/href").asText());
    Set<String> uuids = new HashSet<>();
    results.findValues("uuid").forEach(u -> assertThat(uuids.add(u.asText())).isTrue());
    for (String link : new String[] {"subject-uuid", "observation-uuid", "risk-uuid"}) {
      assertThat(results.findValuesAsText(link)).isNotEmpty().allMatch(uuids::contains);
    }
    Set<String> objectives = new TreeSet<>();
    mapper
        .readTree(files.get("oscal-catalog.json"))
        .findValues("parts")
        .forEach(parts -> parts.forEach(p -> objectives.add(p.get("id").asText())));
    assertThat(results.findValuesAsText("target-id")).isNotEmpty().allMatch(objectives::contains);
  }

  @Test
  void nothingIsSatisfiedAndAWaiverIsAnApprovedDeviation() throws IOException {
    JsonNode result =
        new ObjectMapper()
            .readTree(
                Zipped.texts(written(SampleReport.full())).get("oscal-assessment-results.json"))
            .at("/assessment-results/results/0");
    assertThat(result.findValuesAsText("state"))
        .filteredOn(s -> s.endsWith("satisfied"))
        .hasSize(6)
        .containsOnly("not-satisfied");
    assertThat(result.at("/risks").findValuesAsText("status"))
        .containsOnly("open", "deviation-approved")
        .contains("deviation-approved");
    assertThat(result.at("/observations")).hasSize(8);
    assertThat(result.toString()).contains("raw-sha-256", "\"value\":\"" + "cd".repeat(32));
  }
}
