package org.camsweep.lab;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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

  /** What it says is another time in every scan. */
  private static final String CLOCK = "onvif.clock";

  private Conclusions() {}

  /**
   * By the device's addresses; those of the adversary are left out. So are those outside the scope,
   * of whom only announcements are heard: a flood of announcements drowns some, as the coverage
   * says.
   */
  static Map<String, Map<String, String>> of(ScannerRun run) {
    Map<String, Map<String, String>> all = new TreeMap<>();
    Set<String> hostile = AdversaryAddresses.devices().keySet();
    run.devices()
        .filter(d -> !d.path("network").asText("").isEmpty())
        .filter(d -> ScannerRun.addresses(d).stream().noneMatch(hostile::contains))
        .forEach(d -> all.put(d.path("addresses").toString(), conclusion(d)));
    return all;
  }

  /** Each device that is missing or concluded otherwise, and what differs; empty if none. */
  static String differing(
      Map<String, Map<String, String>> before, Map<String, Map<String, String>> after) {
    List<String> differ = new ArrayList<>();
    before.forEach(
        (addresses, said) -> {
          Map<String, String> now = after.get(addresses);
          if (now == null) {
            differ.add(addresses + " is missing; it was " + said);
            return;
          }
          Set<String> topics = new TreeSet<>(said.keySet());
          topics.addAll(now.keySet());
          for (String topic : topics) {
            if (!Objects.equals(said.get(topic), now.get(topic))) {
              differ.add(
                  "%s: %s\n    before %s\n    now    %s"
                      .formatted(addresses, topic, said.get(topic), now.get(topic)));
            }
          }
        });
    return String.join("\n", differ);
  }

  private static Map<String, String> conclusion(JsonNode device) {
    Map<String, String> said = new TreeMap<>();
    WORDS.forEach(word -> said.put(word, device.path(word).toString()));
    said.put(
        "hardwareAddresses",
        list(device, "hardwareAddresses", "mac", "registrant", "locallyAdministered"));
    said.put("joins", joins(device));
    said.put("remarks", remarks(device));
    said.put(
        "evidence",
        list(device, "evidence", "signature", "field", "value", "kind", "side", "maker"));
    device
        .path("exposures")
        .forEach(e -> said.put("exposure " + e.path("topic").asText(), exposure(e)));
    said.put(
        "findings",
        list(device, "findings", "verdict", "regime", "limb", "because", "settle", "waiver"));
    return said;
  }

  /** Without the plainest: that it was heard more than once at one address. */
  private static String joins(JsonNode device) {
    return StreamSupport.stream(device.path("joins").spliterator(), false)
        .filter(j -> !j.path("reason").asText().equals("same address"))
        .toList()
        .toString();
  }

  /** Without the doubt whether all was heard, which is true where floods are. */
  private static String remarks(JsonNode device) {
    return StreamSupport.stream(device.path("remarks").spliterator(), false)
        .filter(r -> !r.asText().startsWith("an answer may have found no room"))
        .toList()
        .toString();
  }

  private static String exposure(JsonNode exposure) {
    return exposure.path("sight").asText()
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
                boolean goesOn = field.equals("value") && one.path("field").asText().equals(CLOCK);
                text.append(goesOn ? "" : one.path(field).asText()).append(" | ");
              }
              all.add(text.toString());
            });
    all.sort(null);
    return all.toString();
  }
}
