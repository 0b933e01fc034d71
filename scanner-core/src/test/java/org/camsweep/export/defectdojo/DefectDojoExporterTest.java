package org.camsweep.export.defectdojo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.camsweep.export.spi.Exporter;
import org.camsweep.export.spi.ExporterContract;
import org.camsweep.report.Report;
import org.camsweep.report.SampleReport;
import org.junit.jupiter.api.Test;

class DefectDojoExporterTest extends ExporterContract {
  /** What the importer takes of a finding; any other key makes it refuse the file. */
  private static final Set<String> KEYS =
      Set.of(
          "title",
          "severity",
          "description",
          "date",
          "mitigation",
          "references",
          "severity_justification",
          "active",
          "verified",
          "risk_accepted",
          "static_finding",
          "dynamic_finding",
          "component_name",
          "component_version",
          "vuln_id_from_tool",
          "unique_id_from_tool",
          "service",
          "tags",
          "endpoints");

  @Override
  protected Exporter exporter() {
    return new DefectDojoExporter();
  }

  private List<JsonNode> findings(Report report) throws Exception {
    JsonNode json = new ObjectMapper().readTree(written(report));
    assertThat(json.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "name", "type", "version", "description", "dynamic_tool", "static_tool", "findings");
    return StreamSupport.stream(json.get("findings").spliterator(), false).toList();
  }

  @Test
  void writesOnlyKeysThatTheImporterTakes() throws Exception {
    for (JsonNode finding : findings(SampleReport.full())) {
      assertThat(KEYS).containsAll(finding::fieldNames);
      assertThat(finding.path("title").asText()).isNotBlank();
      assertThat(finding.path("severity").asText()).isIn("High", "Medium");
      assertThat(finding.path("description").asText()).isNotBlank();
    }
    assertThat(findings(SampleReport.empty())).isEmpty();
  }

  @Test
  void restrictedAndReviewAreFindingsAndWaivedOnesAcceptedRisks() throws Exception {
    List<JsonNode> findings = findings(SampleReport.full());
    assertThat(findings).hasSize(6);
    assertThat(findings)
        .extracting(f -> f.get("unique_id_from_tool").asText())
        .doesNotHaveDuplicates();
    JsonNode waived = findings.get(1);
    assertThat(waived.get("risk_accepted").asBoolean()).isTrue();
    assertThat(waived.get("active").asBoolean()).isFalse();
    assertThat(findings.get(0).get("endpoints")).hasSize(2);
    assertThat(findings.get(0).get("description").asText())
        .contains("Built by: Orient Vision Co, Ltd (confirmed)")
        .contains("- orient-sign: http.server = Vision-webs/");
    assertThat(findings.get(5).get("title").asText()).endsWith("network cctv");
  }
}
