package org.camsweep.recording;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Mac;
import org.camsweep.recording.Secrets.Kind;

/** Finds the secrets in what devices said. */
final class Finder {
  private static final Pattern UUID =
      Pattern.compile("(?i)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern MAC = Pattern.compile("(?i)[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5}");
  private static final Pattern MAIL =
      Pattern.compile("[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+");
  private static final Pattern IPV6 =
      Pattern.compile("(?i)\\b(?:fe80|f[cd][0-9a-f]{2}|2[0-9a-f]{3}):[0-9a-f:]*[0-9a-f]\\b");

  /** Those of private networks and of documentation, and any that stands where a host does. */
  private static final Pattern IPV4 =
      Pattern.compile(
          "(?:^|[^\\d.A-Za-z/]|[^A-Za-z0-9]/|//)"
              + "((?:10|127|169\\.254|172\\.(?:1[6-9]|2\\d|3[01])|192\\.168|100\\.\\d+|192\\.0\\.2"
              + "|198\\.1[89])\\.[\\d.]*\\d)\\b");

  private static final Pattern HOST = Pattern.compile("(?://|IP4 )(\\d{1,3}(?:\\.\\d{1,3}){3})\\b");
  private static final Pattern DOTTED = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}");
  private static final Pattern SESSION =
      Pattern.compile("(?i)(?:nonce|opaque|session[a-z_-]*)=\"?([^\",; ]{4,})");
  private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]{8,}");
  private static final Pattern COLONS = Pattern.compile("[0-9A-Fa-f]{2}(?::[0-9A-Fa-f]{2}){6,}");
  private static final Pattern ENCODED = Pattern.compile("%[0-9A-Fa-f]{2}");
  private static final Pattern WORD = Pattern.compile("[\\pL\\pN]+");

  /** Where a camera stands: two numbers with at least three decimals side by side. */
  static final Pattern PLACE =
      Pattern.compile("[-+]?\\d{1,3}\\.\\d{3,}([,;/ ]+|%2C|%20)[-+]?\\d{1,3}\\.\\d{3,}");

  private final Secrets secrets;
  private final ToIntFunction<Mac> blockDigits;
  private final Set<String> kept;

  Finder(Secrets secrets, ToIntFunction<Mac> blockDigits, Set<String> kept) {
    this.secrets = secrets;
    this.blockDigits = blockDigits;
    this.kept = kept;
  }

  void address(String text) {
    if (text.contains(":")) {
      secrets.note(Kind.IPV6, text, Stand::ipv6);
    } else if (DOTTED.matches(text) && !text.startsWith("0.") && !text.startsWith("255.")) {
      secrets.note(Kind.IPV4, text, Stand::ipv4);
    }
  }

  void fact(Fact fact) {
    String text = PLACE.matcher(fact.value()).replaceAll(" ");
    if (Fields.isAddress(fact.field())) {
      address(text.strip());
    } else if (Fields.isMac(fact.field())) {
      mac(text);
    } else if (Fields.isKey(fact.field())) {
      each(HEX, text, k -> secrets.note(Kind.KEY, k, n -> Stand.shaped(k, 0, n)));
      each(COLONS, text, k -> secrets.note(Kind.KEY, k, n -> Stand.shaped(k, 0, n)));
    } else if (Fields.isSerial(fact.field()) && !UUID.matcher(text).find()) {
      serial(text.strip());
    }
    each(UUID, text, u -> secrets.note(Kind.UUID, u, n -> Stand.uuid(u, n)));
    each(MAC, text, this::mac);
    each(MAIL, text, m -> secrets.note(Kind.MAIL, m, n -> "person" + n + "@example.org"));
    each(IPV6, text, this::address);
    each(HOST, text, this::address);
    each(IPV4, text, this::address);
    each(SESSION, text, s -> secrets.note(Kind.KEY, s, n -> Stand.shaped(s, 0, n)));
    if (Fields.isName(fact.field())) {
      each(WORD, ENCODED.matcher(text).replaceAll(" "), this::word);
    }
  }

  private interface Taker {
    void take(String found);
  }

  private static void each(Pattern pattern, String text, Taker taker) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      taker.take(matcher.group(matcher.groupCount()));
    }
  }

  private void mac(String said) {
    Optional<Mac> mac = Mac.parse(said);
    mac.ifPresent(
        m -> secrets.noteMac(m.text().replace(":", ""), Math.max(6, blockDigits.applyAsInt(m))));
  }

  /** The first half of a serial number shows the model and the form; the rest is one unit's. */
  void serial(String text) {
    secrets.note(Kind.SERIAL, text, n -> Stand.shaped(text, (text.length() + 1) / 2, n));
  }

  private void word(String word) {
    if (!isKept(word)) {
      secrets.note(Kind.NAME, word, n -> "name" + n);
    }
  }

  private boolean isKept(String word) {
    return word.length() < Secrets.MIN_LENGTH || kept.contains(word.toLowerCase(Locale.ROOT));
  }
}
