package org.camsweep.fingerprints;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One documented reply as other units of its firmware family might say it: the same headers in
 * another case and order, another version, another status, a page that is written, wrapped or cut
 * otherwise. A text is as it stands on the wire but for line ends, which are line feeds.
 */
final class Variants {
  private static final String FILLER =
      "<script>var text = 'nothing of any maker';</script>\n".repeat(120);
  private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z]+)([^<>]*)>");
  private static final Pattern VERSION = Pattern.compile("\\{([0-9][^{}]*)\\}");

  private Variants() {}

  /** Every variant of the reply under what was changed; the reply itself is the first. */
  static Map<String, String> of(String reply) {
    Map<String, String> all = new LinkedHashMap<>();
    String plain = version(reply, "$1");
    all.put("as documented", plain);
    all.put("another version", version(reply, "12.7.3"));
    all.put("a short version", version(reply, "4"));
    steps().forEach((name, change) -> all.put(name, change.apply(plain)));
    all.put(
        "all at once", steps().values().stream().reduce(plain, (t, c) -> c.apply(t), (a, b) -> b));
    return all;
  }

  private static Map<String, UnaryOperator<String>> steps() {
    Map<String, UnaryOperator<String>> steps = new LinkedHashMap<>();
    steps.put("lower-case header names", t -> names(t, n -> n.toLowerCase(Locale.ROOT)));
    steps.put("upper-case header names", t -> names(t, n -> n.toUpperCase(Locale.ROOT)));
    steps.put("no space after the colon", t -> headers(t, h -> h.replaceFirst(": ", ":")));
    steps.put("headers the other way round", Variants::reversed);
    steps.put("nothing but telling headers", Variants::sparse);
    steps.put("server in lower case", t -> server(t, s -> s.toLowerCase(Locale.ROOT)));
    steps.put("server in upper case", t -> server(t, s -> s.toUpperCase(Locale.ROOT)));
    steps.put("parameters of the challenge the other way round", Variants::challenge);
    steps.put("upper-case tags", t -> tags(t, m -> m.group(2).toUpperCase(Locale.ROOT)));
    steps.put("lower-case tags", t -> tags(t, m -> m.group(2).toLowerCase(Locale.ROOT)));
    steps.put("single quotes", t -> body(t, b -> b.contains("'") ? b : quotes(b)));
    steps.put("attributes the other way round", t -> body(t, Variants::attributes));
    steps.put("spaces in titles", t -> t.replaceAll("(?i)(<title[^>]*>)([^<]*)", "$1\n   $2 \n"));
    steps.put("https in links", t -> body(t, b -> b.replace("http://", "https://")));
    steps.put("a long page", t -> body(t, b -> b.replaceFirst("(?i)(<head>|^)", "$1" + FILLER)));
    steps.put("a cut page", t -> body(t, b -> b.isBlank() ? b : b + FILLER + "<div class=\"cu"));
    return steps;
  }

  private static String version(String reply, String with) {
    return VERSION.matcher(reply).replaceAll(with);
  }

  private static String[] parts(String reply) {
    int end = reply.indexOf("\n\n");
    return end < 0
        ? new String[] {reply, ""}
        : new String[] {reply.substring(0, end), reply.substring(end + 2)};
  }

  private static String body(String reply, UnaryOperator<String> change) {
    String[] parts = parts(reply);
    return parts[0] + "\n\n" + (parts[1].startsWith("v=0") ? parts[1] : change.apply(parts[1]));
  }

  private static String headers(String reply, UnaryOperator<String> change) {
    String[] parts = parts(reply);
    String[] lines = parts[0].split("\n", -1);
    for (int i = 1; i < lines.length; i++) {
      lines[i] = change.apply(lines[i]);
    }
    return String.join("\n", lines) + "\n\n" + parts[1];
  }

  private static String names(String reply, UnaryOperator<String> change) {
    return headers(
        reply,
        h -> {
          int colon = h.indexOf(':');
          return change.apply(h.substring(0, colon)) + h.substring(colon);
        });
  }

  private static String server(String reply, UnaryOperator<String> change) {
    return headers(
        reply,
        h -> {
          boolean server = h.toLowerCase(Locale.ROOT).startsWith("server:");
          return server ? h.substring(0, 7) + change.apply(h.substring(7)) : h;
        });
  }

  private static String reversed(String reply) {
    String[] parts = parts(reply);
    List<String> lines = new ArrayList<>(List.of(parts[0].split("\n", -1)));
    Collections.reverse(lines.subList(1, lines.size()));
    return String.join("\n", lines) + "\n\n" + parts[1];
  }

  private static String sparse(String reply) {
    Pattern kept =
        Pattern.compile(
            "(?i)(?:server|www-authenticate|location|set-cookie|public|content-base|cseq):.*");
    String[] parts = parts(reply);
    List<String> lines = List.of(parts[0].split("\n", -1));
    String head =
        lines.stream()
            .filter(l -> l.equals(lines.get(0)) || kept.matcher(l).matches())
            .collect(Collectors.joining("\n"));
    return head + "\n\n" + parts[1];
  }

  private static String challenge(String reply) {
    return headers(
        reply,
        h -> {
          int scheme = h.indexOf("realm=\"");
          if (!h.toLowerCase(Locale.ROOT).startsWith("www-authenticate:") || scheme < 0) {
            return h;
          }
          List<String> list = new ArrayList<>(List.of(h.substring(scheme).split(", ?(?=\\w+=)")));
          Collections.reverse(list);
          return h.substring(0, scheme) + String.join(", ", list);
        });
  }

  private static String tags(String reply, java.util.function.Function<MatchResult, String> name) {
    return body(
        reply,
        b ->
            TAG.matcher(b)
                .replaceAll(
                    m ->
                        java.util.regex.Matcher.quoteReplacement(
                            "<" + m.group(1) + name.apply(m) + m.group(3) + ">")));
  }

  private static String quotes(String body) {
    return TAG.matcher(body)
        .replaceAll(m -> java.util.regex.Matcher.quoteReplacement(m.group().replace('"', '\'')));
  }

  private static String attributes(String body) {
    Pattern one = Pattern.compile("[\\w-]+=(?:\"[^\"]*\"|'[^']*'|[^\\s\"'>]+)");
    return TAG.matcher(body)
        .replaceAll(
            m -> {
              List<String> list =
                  new ArrayList<>(
                      one.matcher(m.group(3)).results().map(MatchResult::group).toList());
              Collections.reverse(list);
              String rest = list.isEmpty() ? m.group(3) : " " + String.join("  ", list);
              return java.util.regex.Matcher.quoteReplacement(
                  "<" + m.group(1) + m.group(2) + rest + ">");
            });
  }
}
