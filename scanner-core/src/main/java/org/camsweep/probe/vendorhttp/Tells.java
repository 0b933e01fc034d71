package org.camsweep.probe.vendorhttp;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * What an earlier answer must carry for a maker's identity page to be asked: data beside this
 * class, since no company is named in Java.
 */
final class Tells {
  private static final Properties ALL = read();

  private Tells() {}

  static Pattern of(String page) {
    String tell = ALL.getProperty(page);
    if (tell == null) {
      throw new IllegalStateException("tells.properties says nothing of " + page);
    }
    return Pattern.compile(tell);
  }

  private static Properties read() {
    Properties properties = new Properties();
    try (InputStream in = Tells.class.getResourceAsStream("tells.properties")) {
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException("tells.properties cannot be read", e);
    }
    return properties;
  }
}
