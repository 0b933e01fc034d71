package org.camsweep.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A report without what differs between two scans of the same site: who ran it when and with what
 * luck, and the observations' numbers, times and bytes (a page says when, too). What was sent
 * twice, because the first time was cut off, is counted twice.
 */
public final class TimelessReport {
  private TimelessReport() {}

  public static JsonNode of(String json) {
    try {
      ObjectNode report =
          (ObjectNode)
              new ObjectMapper()
                  .readTree(
                      json.replaceAll("\"o\\d+(-\\d+)?\"", "\"o\"")
                          .replaceAll("\"(at|rawSha256)\": ?\"[^\"]*\"", "\"$1\":\"\""));
      report.remove("provenance");
      report.withArray("devices").forEach(device -> ((ObjectNode) device).remove("asked"));
      return report;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
