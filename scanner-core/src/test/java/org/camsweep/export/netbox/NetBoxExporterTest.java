package org.camsweep.export.netbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.camsweep.export.spi.Exporter;
import org.camsweep.export.spi.ExporterContract;
import org.camsweep.export.spi.Outsider;
import org.camsweep.export.spi.Zipped;
import org.camsweep.report.Report;
import org.camsweep.report.SampleReport;
import org.junit.jupiter.api.Test;

/** Read by Python's csv module and by PyYAML, with which NetBox itself reads them. */
class NetBoxExporterTest extends ExporterContract {
  private static final String READ =
      """
      import csv, io, json, sys, zipfile, yaml
      zip = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))
      out = {}
      for name in zip.namelist():
          text = zip.read(name).decode('utf-8')
          if name.endswith('.csv'):
              out[name] = list(csv.DictReader(io.StringIO(text, newline=''), strict=True))
          elif name.endswith('.yaml'):
              out[name] = yaml.safe_load(text)
      print(json.dumps(out))
      """;

  @Override
  protected Exporter exporter() {
    return new NetBoxExporter();
  }

  @Override
  protected boolean isText() {
    return false;
  }

  /** NetBox reads addresses by Python's own types, and its field takes no zone. */
  @Test
  void everyAddressIsOneToPythonAndHasNoZone() throws IOException {
    Outsider.need(Path.of("/usr/lib/python3/dist-packages/yaml"), "python3-yaml");
    for (Report report : List.of(SampleReport.full(), SampleReport.zoned())) {
      String check =
          """
          import csv, io, ipaddress, sys, zipfile
          zip = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))
          for name in zip.namelist():
              if 'ip-addresses' in name:
                  for row in csv.DictReader(io.StringIO(zip.read(name).decode('utf-8'))):
                      assert '%' not in row['address'], row
                      print(ipaddress.ip_interface(row['address']))
          """;
      Outsider.Said said = Outsider.run(written(report), "/usr/bin/python3", "-c", check);
      assertThat(said.code()).as(said.output()).isZero();
      assertThat(said.output().lines()).hasSizeGreaterThan(1);
    }
  }

  private static Set<String> column(JsonNode rows, String name) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(r -> r.get(name).asText())
        .collect(Collectors.toSet());
  }

  @Test
  void whatALaterFileNamesIsThere() throws IOException {
    Outsider.need(Path.of("/usr/lib/python3/dist-packages/yaml"), "python3-yaml");
    Outsider.Said said = Outsider.run(written(SampleReport.full()), "/usr/bin/python3", "-c", READ);
    assertThat(said.code()).as(said.output()).isZero();
    JsonNode files = new ObjectMapper().readTree(said.output());
    JsonNode devices = files.get("5-devices.csv");
    assertThat(devices).hasSize(5);
    assertThat(column(files.get("1-sites.csv"), "name")).containsAll(column(devices, "site"));
    assertThat(column(files.get("2-manufacturers.csv"), "name"))
        .isEqualTo(column(devices, "manufacturer"))
        .containsExactlyInAnyOrder("Acme Optics Ltd", "Not determined", "Orient Vision Co, Ltd");
    assertThat(column(files.get("3-device-roles.csv"), "name"))
        .containsAll(column(devices, "role"));
    List<JsonNode> types =
        files.properties().stream()
            .filter(f -> f.getKey().endsWith(".yaml"))
            .map(Map.Entry::getValue)
            .toList();
    assertThat(types.stream().map(t -> t.get("model").asText())).contains("NV-4120").hasSize(5);
    for (JsonNode type : types) {
      assertThat(type.get("slug").asText()).matches("[a-z0-9-]{1,100}");
      assertThat(type.at("/interfaces/0/name").asText()).isEqualTo("eth0");
    }
    Set<String> names = column(devices, "name");
    assertThat(names).hasSize(5);
    assertThat(names).containsAll(column(files.get("6-mac-addresses.csv"), "device"));
    assertThat(column(files.get("7-ip-addresses.csv"), "address"))
        .contains("10.0.0.21/24", "2001:db8::21/64");
  }

  @Test
  void isPrintableThroughout() throws IOException {
    Map<String, String> files = Zipped.texts(written(SampleReport.full()));
    assertThat(files.values())
        .allSatisfy(
            text ->
                assertThat(text.codePoints())
                    .noneMatch(c -> c < 0x20 && c != '\n' && c != '\r')
                    .noneMatch(c -> c >= 0x202a && c <= 0x202e));
    assertThat(files.get("README.txt")).startsWith("OFFICIAL\n");
  }
}
