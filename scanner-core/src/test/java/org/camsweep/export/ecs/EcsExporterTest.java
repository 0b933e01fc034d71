package org.camsweep.export.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.camsweep.export.spi.Exporter;
import org.camsweep.export.spi.ExporterContract;
import org.camsweep.report.SampleReport;
import org.junit.jupiter.api.Test;

class EcsExporterTest extends ExporterContract {
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
