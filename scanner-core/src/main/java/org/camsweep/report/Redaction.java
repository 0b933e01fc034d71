package org.camsweep.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.camsweep.config.ConfigException;
import org.camsweep.observe.JsonText;

/**
 * A report for sharing: serial numbers, hardware addresses, or addresses and host names are
 * replaced, each by the same word wherever it stands, also within texts. It works on the report's
 * JSON, so that no output can know more than another. What is stored is never touched.
 */
public final class Redaction {
  /** What is replaced. */
  public enum Kind {
    /** Serial numbers and other identifiers of one box. */
    SERIAL,
    /** Hardware addresses, and IPv6 addresses made of them. */
    MAC,
    /** Network addresses, blocks and names of hosts. */
    HOST
  }

  /** Texts that are neither a device's nor about one place. */
  private static final Set<String> KEPT =
      Set.of(
          "schema",
          "standingText",
          "rawSha256",
          "sha256",
          "siteFile",
          "pack",
          "version",
          "citation",
          "field",
          "signature",
          "started",
          "ended",
          "at",
          "clock",
          "runtime",
          "program");

  private final Substitutes substitutes;

  private Redaction(Substitutes substitutes) {
    this.substitutes = substitutes;
  }

  /** The same report without what the kinds name. */
  public static Report of(Report report, Set<Kind> kinds) {
    if (kinds.isEmpty()) {
      return report;
    }
    Set<Kind> wanted = EnumSet.copyOf(kinds);
    ObjectNode json = ReportJson.of(report);
    Redaction redaction = new Redaction(Substitutes.of(report, json, wanted));
    redaction.object(json);
    ArrayNode said = ((ObjectNode) json.get("provenance")).putArray("redacted");
    wanted.forEach(kind -> said.add(Words.of(kind)));
    try {
      return ReportReader.read("the redacted report", JsonText.line(json));
    } catch (ConfigException e) {
      throw new IllegalStateException("a redacted report is a report", e);
    }
  }

  private void object(ObjectNode json) {
    for (Map.Entry<String, JsonNode> member : json.properties()) {
      String key = member.getKey();
      JsonNode value = member.getValue();
      if (KEPT.contains(key)) {
        continue;
      }
      if (value.isTextual()) {
        member.setValue(TextNode.valueOf(text(json, key, value.textValue())));
      } else {
        inside(key, value);
      }
    }
  }

  private void inside(String key, JsonNode value) {
    if (value instanceof ObjectNode object) {
      object(object);
    } else if (value instanceof ArrayNode list) {
      for (int i = 0; i < list.size(); i++) {
        if (list.get(i).isTextual()) {
          list.set(i, TextNode.valueOf(substitutes.within(key, list.get(i).textValue())));
        } else {
          inside(key, list.get(i));
        }
      }
    }
  }

  /** A value that stands beside the name of its field is told what it is by that. */
  private String text(ObjectNode holder, String key, String text) {
    return key.equals("value") && holder.path("field").isTextual()
        ? substitutes.ofField(holder.get("field").textValue(), text)
        : substitutes.within(key, text);
  }
}
