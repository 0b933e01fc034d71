package org.camsweep.export.cyclonedx;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.camsweep.export.spi.Exporter;
import org.camsweep.export.spi.ExporterContract;
import org.camsweep.report.SampleReport;
import org.junit.jupiter.api.Test;

/** Validated against the project's official schema, out of its own Java library's jar. */
class CycloneDxExporterTest extends ExporterContract {
  private static final String HOME = "http://cyclonedx.org/schema/";

  @Override
  protected Exporter exporter() {
    return new CycloneDxExporter();
  }

  private static Schema schema() throws IOException {
    Map<String, String> schemas = new HashMap<>();
    for (String name :
        new String[] {"bom-1.6.schema.json", "spdx.schema.json", "jsf-0.82.schema.json"}) {
      try (InputStream in = CycloneDxExporterTest.class.getResourceAsStream("/" + name)) {
        schemas.put(HOME + name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_7, builder -> builder.schemas(schemas))
        .getSchema(SchemaLocation.of(HOME + "bom-1.6.schema.json"));
  }

  @Test
  void isWhatTheOfficialSchemaSays() throws Exception {
    Schema schema = schema();
    String text = text(SampleReport.full());
    assertThat(schema.validate(text, InputFormat.JSON)).isEmpty();
    assertThat(schema.validate(text(SampleReport.empty()), InputFormat.JSON)).isEmpty();
    assertThat(schema.validate(text(SampleReport.zoned()), InputFormat.JSON)).isEmpty();
    String broken = text.replaceFirst("\"type\": \"device\"", "\"type\": \"gadget\"");
    assertThat(schema.validate(broken, InputFormat.JSON)).isNotEmpty();
  }

  @Test
  void theLabelIsTheSupplierAndTheMakerTheManufacturer() throws Exception {
    JsonNode json = new ObjectMapper().readTree(written(SampleReport.full()));
    JsonNode first = json.at("/components/0");
    assertThat(first.at("/supplier/name").asText()).isEqualTo("Northview");
    assertThat(first.at("/manufacturer/name").asText()).isEqualTo("Orient Vision Co, Ltd");
    assertThat(first.at("/components/0/version").asText()).isEqualTo("V5.7.1");
    assertThat(json.at("/components/4").has("manufacturer")).isFalse();
    assertThat(json.at("/compositions/0/aggregate").asText()).isEqualTo("incomplete");
  }
}
