package org.camsweep.recording;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Secrets and what stands for each, in every spelling that devices use: upper and lower case,
 * percent-encoded, Base64, and hardware addresses with any separator or none, backwards, or only
 * their tail.
 */
final class Secrets {
  /** Numbered each for itself. */
  enum Kind {
    IPV4,
    IPV6,
    MAC,
    UUID,
    MAIL,
    SERIAL,
    KEY,
    NAME
  }

  /** Shorter ones would be found in words that are nobody's secret. */
  static final int MIN_LENGTH = 4;

  private static final int MIN_BASE64 = 6;

  private final Map<Kind, Map<String, String>> stands = new EnumMap<>(Kind.class);
  private final Map<String, String> spellings = new LinkedHashMap<>();

  /** Notes a secret, if it is new, and gives what stands for it. */
  String note(Kind kind, String secret, IntFunction<String> stand) {
    String key = secret.toLowerCase(Locale.ROOT);
    Map<String, String> known = stands.computeIfAbsent(kind, k -> new LinkedHashMap<>());
    String before = known.get(key);
    if (before != null) {
      return before;
    }
    String now = stand.apply(known.size() + 1);
    known.put(key, now);
    if (secret.length() >= MIN_LENGTH) {
      spell(secret, now);
    }
    return now;
  }

  /** Notes a hardware address by its twelve digits. */
  void noteMac(String digits, int kept) {
    String now = note(Kind.MAC, digits, n -> Stand.mac(digits, kept, n));
    for (String separator : List.of(":", "-", ".")) {
      spell(parted(digits, 2, separator), parted(now, 2, separator));
    }
    spell(parted(digits, 4, "."), parted(now, 4, "."));
    spell(reversed(digits), reversed(now));
    spell(parted(reversed(digits), 2, ":"), parted(reversed(now), 2, ":"));
    spell(digits.substring(6), now.substring(6));
    spell(parted(digits.substring(6), 2, ":"), parted(now.substring(6), 2, ":"));
    spell(parted(digits.substring(6), 2, "-"), parted(now.substring(6), 2, "-"));
  }

  private static String parted(String digits, int size, String separator) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < digits.length(); i += size) {
      parts.add(digits.substring(i, i + size));
    }
    return String.join(separator, parts);
  }

  private static String reversed(String digits) {
    List<String> octets = new ArrayList<>();
    for (int i = 0; i < digits.length(); i += 2) {
      octets.add(0, digits.substring(i, i + 2));
    }
    return String.join("", octets);
  }

  private void spell(String secret, String stand) {
    put(secret, stand);
    put(percent(secret), percent(stand));
    put(percent(secret).replace("+", "%20"), percent(stand).replace("+", "%20"));
    if (secret.length() >= MIN_BASE64) {
      put(base64(secret), base64(stand));
    }
  }

  private void put(String secret, String stand) {
    spellings.putIfAbsent(secret.toLowerCase(Locale.ROOT), stand);
  }

  private static String percent(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String base64(String text) {
    return Base64.getEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** What puts the stands in place; later notes do not change it. */
  Disguise disguise() {
    List<String> longest =
        spellings.keySet().stream()
            .sorted(Comparator.comparing(String::length).reversed().thenComparing(s -> s))
            .toList();
    if (longest.isEmpty()) {
      return new Disguise(Optional.empty(), Map.of());
    }
    String any = String.join("|", longest.stream().map(Pattern::quote).toList());
    return new Disguise(Optional.of(Pattern.compile("(?i)(?:" + any + ")")), spellings);
  }

  /** Replaces secrets in a text, all in one pass. */
  record Disguise(Optional<Pattern> any, Map<String, String> stands) {
    String of(String text) {
      if (any.isEmpty()) {
        return text;
      }
      Matcher matcher = any.get().matcher(text);
      StringBuilder out = new StringBuilder();
      int from = 0;
      while (matcher.find()) {
        String found = matcher.group();
        String stand = stands.getOrDefault(found.toLowerCase(Locale.ROOT), "");
        boolean shouted = found.equals(found.toUpperCase(Locale.ROOT));
        out.append(text, from, matcher.start());
        out.append(shouted ? stand.toUpperCase(Locale.ROOT) : stand);
        from = matcher.end();
      }
      return out.append(text.substring(from)).toString();
    }
  }
}
