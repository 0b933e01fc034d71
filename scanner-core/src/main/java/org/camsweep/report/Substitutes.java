package org.camsweep.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camsweep.observe.Mac;
import org.camsweep.report.Redaction.Kind;

/** Which word stands for which secret, in the order in which they occur in the report. */
final class Substitutes {
  /** Shorter ones are replaced only where they stand alone, or words would be torn. */
  private static final int SHORTEST = 4;

  private static final Pattern SERIAL =
      Pattern.compile(".*(serial|uid|uuid|\\.id)|(onvif|wsd)\\.(endpoint|address|epr)");
  private static final Pattern HOST =
      Pattern.compile(".*(host|hostname|name|instance|subject|san)");
  private static final Pattern MAC =
      Pattern.compile(
          "(?i)(?<![0-9a-f:-])[0-9a-f]{2}([:-])[0-9a-f]{2}(?:\\1[0-9a-f]{2}){4}"
              + "(?![0-9a-f:-])");

  private final Set<Kind> kinds;
  private final RedactedAddresses addresses;
  private final Map<String, String> serials = new LinkedHashMap<>();
  private final Map<String, String> hosts = new LinkedHashMap<>();
  private final Map<String, String> macs = new HashMap<>();

  /** Secrets that may stand within texts, the longest first. */
  private final Map<String, String> literals =
      new TreeMap<>(Comparator.comparing(String::length).reversed().thenComparing(s -> s));

  private Substitutes(Report report, Set<Kind> kinds) {
    this.kinds = kinds;
    this.addresses = new RedactedAddresses(report, kinds.contains(Kind.HOST));
  }

  static Substitutes of(Report report, JsonNode json, Set<Kind> kinds) {
    Substitutes all = new Substitutes(report, kinds);
    for (Report.Entry entry : report.entries()) {
      entry.device().mac().ifPresent(mac -> all.mac(mac.text()));
      entry.identification().serial().ifPresent(all::serial);
    }
    all.collect(json);
    return all;
  }

  private void collect(JsonNode json) {
    if (json.path("field").isTextual() && json.path("value").isTextual()) {
      ofField(json.get("field").textValue(), json.get("value").textValue());
    }
    if (json.path("serial").isTextual()) {
      serial(json.get("serial").textValue());
    }
    json.forEach(this::collect);
  }

  private String serial(String said) {
    return named(Kind.SERIAL, serials, said, "serial-");
  }

  private String host(String said) {
    return named(Kind.HOST, hosts, said, "host-");
  }

  private String named(Kind kind, Map<String, String> table, String said, String word) {
    if (!kinds.contains(kind) || said.isBlank()) {
      return said;
    }
    String name = table.computeIfAbsent(said, s -> word + (table.size() + 1));
    if (said.length() >= SHORTEST) {
      literals.put(said, name);
    }
    return name;
  }

  /** The value of a field whose name tells what it is; else as any text. */
  String ofField(String field, String value) {
    if (kinds.contains(Kind.SERIAL) && SERIAL.matcher(field).matches()) {
      return serial(value);
    }
    if (kinds.contains(Kind.HOST) && HOST.matcher(field).matches()) {
      return host(value);
    }
    return within("value", value);
  }

  /** A text with every secret in it replaced. */
  String within(String key, String text) {
    if (key.equals("serial")) {
      return serial(text);
    }
    String out = text;
    for (Map.Entry<String, String> literal : literals.entrySet()) {
      if (out.contains(literal.getKey()) && mayHold(key)) {
        out = word(literal.getKey()).matcher(out).replaceAll(literal.getValue());
      }
    }
    if (kinds.contains(Kind.MAC)) {
      out = MAC.matcher(out).replaceAll(m -> Matcher.quoteReplacement(mac(m.group())));
      for (String known : List.copyOf(macs.keySet())) {
        String bare = known.replace(":", "");
        if (out.toLowerCase(Locale.ROOT).contains(bare)) {
          out =
              Pattern.compile("(?i)(?<![0-9a-f])" + bare + "(?![0-9a-f])")
                  .matcher(out)
                  .replaceAll(macs.get(known).replace(":", ""));
        }
      }
    }
    return kinds.contains(Kind.HOST) || kinds.contains(Kind.MAC) ? addresses.within(out) : out;
  }

  private static Pattern word(String literal) {
    return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(literal) + "(?![\\p{L}\\p{N}])");
  }

  /** Words of the report itself, such as a kind or a probe, are never a device's. */
  private static boolean mayHold(String key) {
    return Set.of(
            "value",
            "brand",
            "model",
            "because",
            "settle",
            "what",
            "text",
            "remarks",
            "rule",
            "notExamined",
            "id",
            "device",
            "covers",
            "reason",
            "name",
            "commandLine")
        .contains(key);
  }

  /** Another address in the same notation, locally administered, so that it is nobody's. */
  private String mac(String said) {
    Optional<Mac> parsed = Mac.parse(said);
    if (!kinds.contains(Kind.MAC) || parsed.isEmpty()) {
      return said;
    }
    String other =
        macs.computeIfAbsent(
            parsed.get().text(),
            m -> {
              int number = macs.size() + 1;
              return "02:00:00:%02x:%02x:%02x"
                  .formatted(number >> 16 & 0xff, number >> 8 & 0xff, number & 0xff);
            });
    return said.contains("-") ? other.replace(':', '-') : other;
  }
}
