package org.camsweep.probe.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camsweep.probe.spi.SaidText;

/** A page's title and where it points to, read by patterns: pages of cameras are rarely valid. */
final class Markup {
  private static final int MAX_TITLE = 512;
  private static final int MAX_POINTERS = 4;
  private static final Pattern REFRESH_TAG =
      Pattern.compile("(?i)<meta[^>]{0,300}refresh[^>]{0,600}>");
  private static final Pattern REFRESH_URL =
      Pattern.compile("(?i)url\\s{0,4}=\\s{0,4}['\"]?([^'\">\\s]{1,400})");
  private static final Pattern SCRIPT =
      Pattern.compile(
          "location(?:\\.href|\\.replace|\\.assign)?\\s{0,4}(?:=|\\()\\s{0,4}[\"']([^\"'\\s]{1,400})[\"']");

  private Markup() {}

  static String title(String page) {
    String lower = page.toLowerCase(Locale.ROOT);
    int tag = lower.length() == page.length() ? lower.indexOf("<title") : -1;
    int from = tag < 0 ? -1 : lower.indexOf('>', tag) + 1;
    if (from <= 0) {
      return "";
    }
    int end = lower.indexOf("</title", from);
    int to = Math.min(end < 0 ? page.length() : end, from + MAX_TITLE);
    return SaidText.fold(SaidText.entities(page.substring(from, to)));
  }

  /** Targets of {@code <meta refresh>} and of scripts that set the location. */
  static List<String> pointers(String page) {
    List<String> pointers = new ArrayList<>();
    Matcher refresh = REFRESH_TAG.matcher(page);
    while (refresh.find() && pointers.size() < MAX_POINTERS) {
      Matcher url = REFRESH_URL.matcher(refresh.group());
      if (url.find()) {
        pointers.add(SaidText.entities(url.group(1)));
      }
    }
    Matcher script = SCRIPT.matcher(page);
    while (script.find() && pointers.size() < MAX_POINTERS) {
      pointers.add(script.group(1));
    }
    return pointers;
  }
}
