package org.camsweep.export.inspection;

import java.util.List;

/** The frame of a table: what it is called, and its heads. */
final class Tables {
  /** Ends a head whose column holds numbers. */
  static final String NUMBERS = " #";

  private Tables() {}

  /** Opens a table and its body; wide ones scroll by themselves on a narrow screen. */
  static void open(Markup page, String caption, List<String> heads, String... attributes) {
    page.open("div", "class", "wide", "role", "group", "aria-label", caption, "tabindex", "0");
    page.open("table", attributes).element("caption", caption).open("thead").open("tr");
    for (String head : heads) {
      if (head.endsWith(NUMBERS)) {
        String plain = head.substring(0, head.length() - NUMBERS.length());
        page.element("th", plain, "scope", "col", "class", "n");
      } else {
        page.element("th", head, "scope", "col");
      }
    }
    page.close().close().open("tbody");
  }

  static void close(Markup page) {
    page.close().close().close();
  }
}
