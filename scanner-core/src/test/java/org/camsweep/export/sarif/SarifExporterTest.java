package org.camsweep.export.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import org.camsweep.export.spi.Exporter;
import org.camsweep.export.spi.ExporterContract;
import org.camsweep.export.spi.Outsider;
import org.camsweep.report.SampleReport;
import org.junit.jupiter.api.Test;

/** Validated against the standard's JSON schema, out of Microsoft's npm package. */
class SarifExporterTest extends ExporterContract {
  private static final String SCHEMA = "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json";

  @Override
  protected Exporter exporter() {
    return new SarifExporter();
  }

  @Test
  void isWhatTheSchemaSays() throws IOException {
    Outsider.needNpm(SCHEMA);
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
            .getSchema(Files.readString(Outsider.npm(SCHEMA)), InputFormat.JSON);
    String text = text(SampleReport.full());
    assertThat(schema.validate(text, InputFormat.JSON)).isEmpty();
    assertThat(schema.validate(text(SampleReport.empty()), InputFormat.JSON)).isEmpty();
    assertThat(schema.validate(text(SampleReport.zoned()), InputFormat.JSON)).isEmpty();
    String broken = text.replaceFirst("\"level\": \"error\"", "\"level\": \"dreadful\"");
    assertThat(schema.validate(broken, InputFormat.JSON)).isNotEmpty();
  }

  @Test
  void whatIsOpenCannotBeOverlooked() throws IOException {
    JsonNode run = new ObjectMapper().readTree(written(SampleReport.full())).at("/runs/0");
    assertThat(run.at("/results")).hasSize(SampleReport.full().findings().size());
    for (JsonNode result : run.at("/results")) {
      String verdict = result.at("/properties/verdict").asText();
      String expected =
          switch (verdict) {
            case "restricted" -> "fail error";
            case "review" -> "fail warning";
            case "clear" -> "pass none";
            default -> "open none";
          };
      assertThat(result.get("kind").asText() + " " + result.get("level").asText())
          .isEqualTo(expected);
      int rule = result.get("ruleIndex").asInt();
      assertThat(run.at("/tool/driver/rules/" + rule + "/id")).isEqualTo(result.get("ruleId"));
    }
    assertThat(run.findValues("suppressions")).hasSize(1);
    assertThat(run.at("/tool/driver/rules").toString()).contains("(unverified rule)");
  }
}
