package org.camsweep.lab;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** What a report concludes of each honest device: everything but times and numbers of exchanges. */
final class Conclusions {
  private static final List<String> WORDS =
      List.of(
          "id",
          "mac",
          "macSource",
          "network",
          "kind",
          "kindDetail",
          "brand",
          "model",
          "serial",
          "firmware",
          "level",
          "rule",
          "relabelled",
          "settle",
          "maker",
          "candidates");

  private Conclusions() {}

  /**
   * By the device's addresses; those of the adversary are left out. So are those outside the scope,
   * of whom only announcements are heard: a flood of announcements drowns some, as the coverage
   * says.
   */
  static Map<String, String> of(ScannerRun run) {
    Map<String, String> all = new TreeMap<>();
    Set<String> hostile = AdversarySite.devices().keySet();
    run.devices()
        .filter(d -> !d.path("network").asText("").isEmpty())
        .filter(d -> ScannerRun.addresses(d).stream().noneMatch(hostile::contains))
        .forEach(d -> all.put(d.path("addresses").toString(), conclusion(d)));
    return all;
  }

  /** Both sides of each device that is missing or concluded otherwise; empty if there is none. */
  static String differing(Map<String, String> before, Map<String, String> after) {
    List<String> differ = new ArrayList<>();
    before.forEach(
        (addresses, said) -> {
          if (!said.equals(after.get(addresses))) {
            differ.add(
                addresses + "\n" + said + "\n-- with the adversary --\n" + after.get(addresses));
          }
        });
    return String.join("\n\n", differ);
  }

  private static String conclusion(JsonNode device) {
    List<String> said = new ArrayList<>();
    WORDS.forEach(word -> said.add(word + "=" + device.path(word)));
    said.add(list(device, "hardwareAddresses", "mac", "registrant", "locallyAdministered"));
    said.add(joins(device));
    said.add(remarks(device));
    said.add(list(device, "evidence", "signature", "field", "value", "kind", "side", "maker"));
    device.path("exposures").forEach(e -> said.add(exposure(e)));
    said.add(list(device, "findings", "verdict", "regime", "limb", "because", "settle", "waiver"));
    return String.join("\n", said);
  }

  /** Without the plainest: that it was heard more than once at one address. */
  private static String joins(JsonNode device) {
    return "joins="
        + StreamSupport.stream(device.path("joins").spliterator(), false)
            .filter(j -> !j.path("reason").asText().equals("same address"))
            .toList();
  }

  /** Without the doubt whether all was heard, which is true where floods are. */
  private static String remarks(JsonNode device) {
    return "remarks="
        + StreamSupport.stream(device.path("remarks").spliterator(), false)
            .filter(r -> !r.asText().startsWith("an answer may have found no room"))
            .toList();
  }

  private static String exposure(JsonNode exposure) {
    return exposure.path("topic").asText()
        + "="
        + exposure.path("sight").asText()
        + list(exposure, "signs", "rule", "field", "value", "says");
  }

  /** Without the numbers of the observations, which count those of all devices. */
  private static String list(JsonNode device, String array, String... fields) {
    List<String> all = new ArrayList<>();
    // A UPnP device announces itself when it likes: in some scans that is heard, in others not.
    StreamSupport.stream(device.path(array).spliterator(), false)
        .filter(one -> !one.path("field").asText().startsWith("ssdp."))
        .forEach(
            one -> {
              StringBuilder text = new StringBuilder();
              for (String field : fields) {
                text.append(one.path(field).asText()).append(" | ");
              }
              all.add(text.toString());
            });
    all.sort(null);
    return array + "=" + all;
  }
}
