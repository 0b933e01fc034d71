package org.camsweep.lab;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The elements that packets left in a dynamic set of the kernel's packet filter. */
final class PacketSet {
  private static final ObjectMapper JSON = new ObjectMapper();

  private PacketSet() {}

  /** Every element of the sets, its parts parted by blanks; sorted. */
  static List<String> read(Netns where, String table, String... sets) {
    List<String> elements = new ArrayList<>();
    for (String set : sets) {
      String text = where.must("nft", "-j", "list", "set", "inet", table, set);
      for (JsonNode part : tree(text).path("nftables")) {
        part.path("set").path("elem").forEach(e -> elements.add(element(e)));
      }
    }
    elements.sort(null);
    return List.copyOf(elements);
  }

  /** The packets that the set's counters counted, by element. */
  static Map<String, Long> counted(Netns where, String table, String set) {
    Map<String, Long> counted = new TreeMap<>();
    String text = where.must("nft", "-j", "list", "set", "inet", table, set);
    for (JsonNode part : tree(text).path("nftables")) {
      part.path("set")
          .path("elem")
          .forEach(
              e ->
                  counted.put(element(e), e.path("elem").path("counter").path("packets").asLong()));
    }
    return counted;
  }

  private static String element(JsonNode node) {
    JsonNode value = node.has("elem") ? node.path("elem").path("val") : node;
    List<String> parts = new ArrayList<>();
    if (value.has("concat")) {
      value.path("concat").forEach(p -> parts.add(p.asText()));
    } else {
      parts.add(value.asText());
    }
    return String.join(" ", parts);
  }

  private static JsonNode tree(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the packet filter printed no JSON: " + text, e);
    }
  }
}
