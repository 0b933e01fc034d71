package org.camsweep.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camsweep.config.ConfigException;
import org.junit.jupiter.api.Test;

class ReportJsonTest {
  private static final Schema SCHEMA = schema();

  private static Schema schema() {
    try (InputStream in = ReportJson.schema()) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(in, InputFormat.JSON);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(Report report) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ReportJson.write(report, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static ObjectNode json(Report report) throws IOException {
    return (ObjectNode) new ObjectMapper().readTree(text(report));
  }

  @Test
  void isWhatTheSchemaSays() throws IOException {
    assertThat(SCHEMA.validate(text(SampleReport.full()), InputFormat.JSON)).isEmpty();
    assertThat(SCHEMA.validate(text(SampleReport.empty()), InputFormat.JSON)).isEmpty();
  }

  @Test
  void theSchemaKnowsAddressesOfALink() throws IOException {
    ObjectNode zoned = json(SampleReport.full());
    String text = zoned.toString().replace("2001:db8::21", "fe80::21%br-lan.7");
    text = text.replace("2001:db8::/64", "fe80::/64%br-lan.7").replace("10.0.0.22", "fe80::22%e0");
    assertThat(text).contains("fe80::/64%br-lan.7", "\"id\":\"fe80::22%e0\"");
    assertThat(SCHEMA.validate(text, InputFormat.JSON)).isEmpty();
    assertThat(SCHEMA.validate(text.replace("fe80::21%", "2001::21%"), InputFormat.JSON))
        .isNotEmpty();
  }

  @Test
  void theSchemaIsStrict() throws IOException {
    ObjectNode extra = json(SampleReport.full());
    ((ObjectNode) extra.at("/devices/0/maker")).put("nation", "x");
    ObjectNode lacking = json(SampleReport.full());
    ((ObjectNode) lacking.at("/devices/0")).remove("maker");
    ObjectNode named = json(SampleReport.full());
    ((ObjectNode) named.at("/devices/2")).set("maker", named.at("/devices/0/maker"));
    for (ObjectNode broken : new ObjectNode[] {extra, lacking, named}) {
      assertThat(SCHEMA.validate(broken.toString(), InputFormat.JSON)).isNotEmpty();
    }
  }

  @Test
  void everyObjectOfTheSchemaIsClosed() throws IOException {
    JsonNode schema = new ObjectMapper().readTree(ReportJson.schema());
    for (JsonNode parent : schema.findParents("properties")) {
      boolean condition = !parent.has("type");
      assertThat(condition || parent.path("additionalProperties").isBoolean())
          .as(parent.toString())
          .isTrue();
    }
  }

  @Test
  void theSchemaIsPublished() throws IOException {
    try (InputStream in = ReportJson.schema()) {
      assertThat(Files.readAllBytes(Path.of("../docs/report.schema.json")))
          .as("copy docs/report.schema.json to the resources")
          .isEqualTo(in.readAllBytes());
    }
  }

  @Test
  void readsBackAndWritesTheSameBytes() throws IOException, ConfigException {
    for (Report report : new Report[] {SampleReport.full(), SampleReport.empty()}) {
      String text = text(report);
      Report read = ReportReader.read("report.json", text);
      assertThat(text(read)).isEqualTo(text);
      assertThat(read.findings()).isEqualTo(report.findings());
      assertThat(read.coverage()).isEqualTo(report.coverage());
      assertThat(read.provenance()).isEqualTo(report.provenance());
      assertThat(read.networks()).isEqualTo(report.networks());
    }
  }

  @Test
  void absentValuesAreLeftOut() throws IOException {
    String text = text(SampleReport.full());
    assertThat(text).doesNotContain(": null");
    assertThat(json(SampleReport.full()).at("/devices/2").has("brand")).isFalse();
    assertThat(json(SampleReport.full()).at("/devices/2/findings").isArray()).isTrue();
  }

  @Test
  void aDamagedReportIsRefusedAtItsLine() throws IOException {
    String text = text(SampleReport.full());
    assertThatThrownBy(
            () ->
                ReportReader.read("r.json", text.replace("\"level\": \"likely\"", "\"level\": 1")))
        .isInstanceOf(ConfigException.class)
        .hasMessageMatching("r\\.json:\\d+: expected a text at devices\\[1\\]\\.level; .*");
    assertThatThrownBy(
            () ->
                ReportReader.read("r.json", text.replaceFirst("\"silent\": \\d+", "\"silent\": 1")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("the coverage does not add up");
    assertThatThrownBy(() -> ReportReader.read("r.json", text.replace("report:1", "report:2")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("not a report of the form");
  }
}
