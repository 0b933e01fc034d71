package org.camsweep.site;

import org.camsweep.config.ConfigException;
import org.camsweep.config.YamlValue;

/** Identifiers of sites, networks, credentials and regimes: short, lower case, safe everywhere. */
final class Ids {
  static final String CURE = "use a-z, 0-9, '-', '_' and '.', at most 64, for example cctv-vlan-40";

  private Ids() {}

  static boolean isOne(String text) {
    return text.matches("[a-z0-9][a-z0-9._-]{0,63}");
  }

  static String read(YamlValue value) throws ConfigException {
    String text = value.text();
    if (!isOne(text)) {
      throw value.wrong("'" + text + "' is not an identifier at " + value.path(), CURE);
    }
    return text;
  }
}
