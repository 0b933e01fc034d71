package org.camsweep.export.ocsf;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.camsweep.export.spi.Exporter;
import org.camsweep.export.spi.ExporterContract;
import org.camsweep.report.Report;
import org.camsweep.report.SampleReport;
import org.junit.jupiter.api.Test;

/**
 * No validator of OCSF's own project could be had, so the fields that the two classes require are
 * checked by hand.
 */
class OcsfExporterTest extends ExporterContract {
  @Override
  protected Exporter exporter() {
    return new OcsfExporter();
  }

  private List<JsonNode> events(Report report) throws IOException {
    try (MappingIterator<JsonNode> lines =
        new ObjectMapper().readerFor(JsonNode.class).readValues(written(report))) {
      return lines.readAll();
    }
  }

  @Test
  void everyEventHasWhatItsClassRequires() throws IOException {
    Report report = SampleReport.full();
    List<JsonNode> events = events(report);
    assertThat(events).hasSize(report.entries().size() + report.findings().size());
    for (JsonNode event : events) {
      int of = event.get("class_uid").asInt();
      int activity = event.get("activity_id").asInt();
      assertThat(of).isIn(5001, 2003);
      assertThat(event.get("category_uid").asInt()).isEqualTo(of / 1000);
      assertThat(event.get("type_uid").asInt()).isEqualTo(of * 100 + activity);
      assertThat(event.get("time").isIntegralNumber()).isTrue();
      assertThat(event.get("severity_id").asInt()).isBetween(1, 4);
      assertThat(event.at("/metadata/version").asText()).matches("\\d+\\.\\d+\\.\\d+");
      assertThat(event.at("/metadata/product/vendor_name").asText()).isNotEmpty();
      if (of == 5001) {
        assertThat(event.at("/device/type_id").isInt()).isTrue();
      } else {
        assertThat(event.at("/finding_info/uid").asText()).isNotEmpty();
        assertThat(event.at("/finding_info/title").asText()).isNotEmpty();
        assertThat(event.at("/compliance/standards").isArray()).isTrue();
      }
    }
  }

  @Test
  void onlyClearPassesAndAWaiverSuppresses() throws IOException {
    for (JsonNode event : events(SampleReport.full())) {
      if (event.get("class_uid").asInt() == 2003) {
        boolean clear = event.at("/unmapped/verdict").asText().equals("clear");
        assertThat(event.at("/compliance/status_id").asInt() == 1).isEqualTo(clear);
        assertThat(event.get("status_id").asInt() == 3)
            .isEqualTo(event.at("/unmapped").has("waiver"));
      }
    }
  }
}
