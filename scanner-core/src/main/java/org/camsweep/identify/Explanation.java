package org.camsweep.identify;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camsweep.fingerprint.Maker;

/**
 * One identification in plain text: the answer, the rule, each piece of evidence for and against,
 * and what would settle a doubt. The device's own words are quoted, escaped and cut.
 */
public final class Explanation {
  private static final int MAX_QUOTE = 160;

  private Explanation() {}

  /** Lines without a final line break. */
  public static String of(Identification id) {
    StringBuilder text = new StringBuilder();
    line(text, "kind", word(id.kind()));
    line(text, "level", word(id.level()));
    line(text, "maker", id.maker().map(Explanation::name).orElse("not named"));
    line(text, "brand", id.brand().map(Explanation::quote).orElse("none seen"));
    id.model().ifPresent(m -> line(text, "model", quote(m)));
    id.serial().ifPresent(s -> line(text, "serial", quote(s)));
    id.firmware().ifPresent(f -> line(text, "firmware", quote(f)));
    if (!id.candidates().isEmpty()) {
      String names =
          id.candidates().stream().map(Explanation::name).collect(Collectors.joining(", "));
      line(text, "in question", names);
    }
    line(text, "rule", id.rule());
    evidence(text, "for", id.evidence());
    evidence(text, "against", id.contrary());
    id.settle().ifPresent(s -> line(text, "would settle it", s));
    return text.toString().stripTrailing();
  }

  private static void line(StringBuilder text, String what, String value) {
    text.append(what).append(": ").append(value).append('\n');
  }

  private static void evidence(StringBuilder text, String heading, List<Evidence> evidence) {
    text.append(heading).append(evidence.isEmpty() ? ": nothing\n" : ":\n");
    for (Evidence e : evidence) {
      text.append("  - ").append(word(e.kind()));
      if (!e.verified()) {
        text.append(" (source not seen, or one source alone)");
      }
      e.maker().ifPresent(m -> text.append(", ").append(m));
      text.append(": ").append(e.field()).append(" = ").append(quote(e.value()));
      text.append(" [").append(e.signature()).append(", ").append(e.observation()).append("]\n");
    }
  }

  private static String name(Maker maker) {
    Optional<String> country = maker.country();
    return maker.name() + " [" + maker.id() + country.map(c -> ", " + c).orElse("") + "]";
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /** Quotes device text: everything but printable ASCII becomes an escape. */
  static String quote(String said) {
    StringBuilder quoted = new StringBuilder("\"");
    int shown = Math.min(said.length(), MAX_QUOTE);
    for (int i = 0; i < shown; i++) {
      char c = said.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c >= 0x20 && c < 0x7f) {
        quoted.append(c);
      } else {
        quoted.append(String.format("\\u%04x", (int) c));
      }
    }
    return quoted.append(said.length() > MAX_QUOTE ? "\"…" : "\"").toString();
  }
}
