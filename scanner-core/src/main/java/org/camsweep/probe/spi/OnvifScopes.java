package org.camsweep.probe.spi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camsweep.observe.Field;
import org.camsweep.observe.Mac;

/**
 * Scopes of ONVIF (Core specification, Discovery; categories beyond it as observed in more than ten
 * makers' replies): {@code onvif://www.onvif.org/<category>/<value>}, percent-encoded, split by
 * blanks or line ends. Categories are compared without case; other authorities are read alike.
 */
public final class OnvifScopes {
  private static final Map<String, String> CATEGORIES =
      Map.ofEntries(
          Map.entry("name", "name"),
          Map.entry("hardware", "hardware"),
          Map.entry("model", "hardware"),
          Map.entry("manufacturer", "manufacturer"),
          Map.entry("mfr", "manufacturer"),
          Map.entry("location", "location"),
          Map.entry("mac", "mac"),
          Map.entry("macaddress", "mac"),
          Map.entry("type", "type"),
          Map.entry("serial", "serial"),
          Map.entry("serialnumber", "serial"),
          Map.entry("firmware", "firmware"));
  static final int MAX_SCOPES = 128;

  private final String prefix;

  private OnvifScopes(String prefix) {
    this.prefix = prefix;
  }

  /** For fields such as {@code wsd.scope} and {@code wsd.scope.name}. */
  public static OnvifScopes under(String field) {
    return new OnvifScopes(field);
  }

  public Set<Field> fields() {
    Set<Field> fields = new TreeSet<>();
    fields.add(Field.of(prefix));
    CATEGORIES.values().forEach(c -> fields.add(Field.of(prefix + "." + c)));
    return fields;
  }

  /** Adds the facts of a list of scopes. */
  public void addTo(FactSheet sheet, String list) {
    String[] scopes = list.strip().split("\\s+", MAX_SCOPES + 1);
    if (scopes.length > MAX_SCOPES) {
      sheet.cutAt("scopes of an answer", MAX_SCOPES);
    }
    for (int i = 0; i < Math.min(scopes.length, MAX_SCOPES); i++) {
      one(sheet, scopes[i]);
    }
  }

  private void one(FactSheet sheet, String scope) {
    sheet.add(Field.of(prefix), SaidText.unpercent(scope));
    int authority = scope.indexOf("://");
    int path = authority < 0 ? -1 : scope.indexOf('/', authority + 3);
    if (path < 0) {
      return;
    }
    List<String> parts = new ArrayList<>(List.of(scope.substring(path + 1).split("/", 16)));
    if (parts.size() > 2 && !CATEGORIES.containsKey(category(parts))) {
      parts.remove(0); // a level of the maker's own above the category
    }
    String meaning = CATEGORIES.get(category(parts));
    if (meaning == null || parts.size() < 2) {
      return;
    }
    String value = SaidText.unpercent(String.join("/", parts.subList(1, parts.size())));
    sheet.add(
        Field.of(prefix + "." + meaning),
        meaning.equals("mac") ? Mac.parse(value).map(Mac::text).orElse(value) : value);
  }

  private static String category(List<String> parts) {
    return parts.get(0).toLowerCase(Locale.ROOT);
  }
}
