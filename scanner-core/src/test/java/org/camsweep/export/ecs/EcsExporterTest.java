package org.camsweep.export.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.camsweep.export.spi.Exporter;
import org.camsweep.export.spi.ExporterContract;
import org.camsweep.export.spi.Outsider;
import org.camsweep.report.SampleReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Held to Elastic's own list of fields, out of its npm package {@code @elastic/ecs}. */
class EcsExporterTest extends ExporterContract {
  private static final Path CHECK = Path.of("src", "test", "validators", "ecs.js");

  @Override
  protected Exporter exporter() {
    return new EcsExporter();
  }

  private List<JsonNode> events(String kind) throws Exception {
    List<JsonNode> events = new ArrayList<>();
    for (String line : text(SampleReport.full()).lines().toList()) {
      JsonNode event = new ObjectMapper().readTree(line);
      if (event.at("/event/kind").asText().equals(kind)) {
        events.add(event);
      }
    }
    return events;
  }

  @Test
  void openFindingsAreAlertsAndDevicesAreAssets() throws Exception {
    assertThat(events("alert")).hasSize(5);
    assertThat(events("asset")).hasSize(7);
    assertThat(events("state")).hasSize(4);
    assertThat(text(SampleReport.full()).lines()).hasSize(16);
  }

  private static List<String> complaints(String events) {
    byte[] lines = events.getBytes(StandardCharsets.UTF_8);
    String fields = Outsider.npm("@elastic/ecs").toAbsolutePath().toString();
    Outsider.Said said = Outsider.run(lines, "node", CHECK.toString(), fields);
    assertThat(said.code()).as(said.output()).isZero();
    return said.output().lines().toList();
  }

  @Test
  void everyFieldIsOneOfElasticsAndHoldsWhatItMay() throws Exception {
    Outsider.needNpm("@elastic/ecs");
    assertThat(complaints(text(SampleReport.full()))).isEmpty();
    assertThat(complaints(text(SampleReport.empty()))).isEmpty();
    assertThat(complaints(text(SampleReport.zoned()))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"kind\":\"state\" | \"kind\":\"status\" | event.kind: status is not one of",
        "\"module\" | \"modul\" | event.modul: no such field",
        "[\"host\"] | \"host\" | event.category: is not a list",
        "[\"info\"] | [\"denied\"] | event.type: denied is not expected with host",
        "\"ip\":[\"10. | \"ip\":[\"ten. | is no address",
        "\"version\":\"9.4.0\" | \"version\":\"9.3.0\" | ecs.version: not that of the list",
        "\"mac\":[\"02-00 | \"mac\":[\"02:00 | host.mac: not of the form",
        "\"@timestamp\" | \"timestamp\" | @timestamp: is required",
      })
  void anotherWouldBeFound(String is, String other, String complaint) throws Exception {
    Outsider.needNpm("@elastic/ecs");
    String events = text(SampleReport.full());
    assertThat(events).contains(is);
    assertThat(complaints(events.replace(is, other))).anyMatch(c -> c.contains(complaint));
  }

  @Test
  void anAlertSaysWhoWhereAndWhy() throws Exception {
    JsonNode alert = events("alert").get(0);
    assertThat(alert.at("/host/mac/0").asText()).isEqualTo("02-00-00-5E-53-21");
    assertThat(alert.at("/device/manufacturer").asText()).isEqualTo("Orient Vision Co, Ltd");
    assertThat(alert.at("/labels/brand").asText()).isEqualTo("Northview");
    assertThat(alert.at("/rule/id").asText()).isEqualTo("uk-instruction/sensitive-site");
    assertThat(alert.at("/network/name").asText()).isEqualTo("cctv");
  }

  @Test
  void aPossibleMakerIsNoManufacturer() throws Exception {
    JsonNode possible = events("asset").get(4);
    assertThat(possible.at("/labels/level").asText()).isEqualTo("possible");
    assertThat(possible.at("/device/manufacturer").isMissingNode()).isTrue();
  }
}
