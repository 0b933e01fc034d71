package org.camsweep.export.servicenow;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.camsweep.export.spi.CsvRow;
import org.camsweep.export.spi.Exporter;
import org.camsweep.fingerprint.DeviceKind;
import org.camsweep.fingerprint.Maker;
import org.camsweep.identify.Identification;
import org.camsweep.observe.Mac;
import org.camsweep.observe.Observation;
import org.camsweep.report.Report;
import org.camsweep.report.Report.Entry;
import org.camsweep.report.Wording;
import org.camsweep.report.Words;

/**
 * Rows for a ServiceNow import set. Cameras carry the CMDB class {@code cmdb_ci_ip_camera} (CMDB CI
 * Class Models 1.6.0); for other video devices, which have no class of their own, the transform map
 * decides. The manufacturer is filled only where the level is likely or confirmed. Devices that are
 * no video devices, and those from outside the scope, are left out.
 */
public final class ServiceNowExporter implements Exporter {
  private static final List<String> COLUMNS =
      List.of(
          "u_source",
          "u_source_native_key",
          "u_class",
          "u_name",
          "u_ip_address",
          "u_mac_address",
          "u_serial_number",
          "u_manufacturer",
          "u_model_number",
          "u_firmware_version",
          "u_location",
          "u_last_discovered",
          "u_brand_shown",
          "u_built_by",
          "u_certainty",
          "u_verdict",
          "u_findings",
          "u_marking");

  @Override
  public String format() {
    return "servicenow";
  }

  @Override
  public String ending() {
    return "csv";
  }

  @Override
  public void write(Report report, OutputStream out) throws IOException {
    out.write(CsvRow.of(COLUMNS).getBytes(StandardCharsets.UTF_8));
    for (Entry entry : report.entries()) {
      if (entry.device().network().isPresent() && entry.identification().kind().isVideo()) {
        out.write(CsvRow.of(row(report, entry)).getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private static List<String> row(Report report, Entry entry) {
    Identification i = entry.identification();
    boolean camera = i.kind() == DeviceKind.CAMERA || i.kind() == DeviceKind.THERMAL_CAMERA;
    String network = entry.device().network().orElseThrow();
    return List.of(
        "camsweep",
        entry.device().id().text(),
        camera ? "cmdb_ci_ip_camera" : "",
        Wording.name(entry),
        Wording.address(entry),
        entry.device().mac().map(Mac::text).orElse(""),
        i.serial().orElse(""),
        Wording.firmMaker(entry).map(Maker::name).orElse(""),
        i.model().orElse(""),
        i.firmware().orElse(""),
        Wording.network(report, network).map(n -> n.site() + "/").orElse("") + network,
        entry.answers().stream()
            .map(Observation::at)
            .max(Comparator.naturalOrder())
            .map(Instant::toString)
            .orElse(""),
        i.brand().orElse(""),
        Wording.builtBy(entry),
        Words.of(i.level()),
        Wording.verdict(entry),
        entry.findings().stream().map(Wording::finding).collect(Collectors.joining("; ")),
        report.provenance().marking().orElse(""));
  }
}
