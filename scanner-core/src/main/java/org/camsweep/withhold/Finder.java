package org.camsweep.withhold;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds many forms in a text in one pass: where the first four characters of none stand, a place
 * costs one look into a table, however many secrets a site has.
 */
final class Finder {
  private static final int TABLE_BITS = 16;

  /** So much of a form, and at least half of it, at the end of a text that was cut, is the form. */
  private static final int LEAST_BEGINNING = 6;

  private final BitSet table = new BitSet(1 << TABLE_BITS);
  private final Map<Integer, List<Form>> byStart = new HashMap<>();
  private final List<Form> forms = new ArrayList<>();

  void add(Form form) {
    int key = 0;
    for (int i = 0; i < Form.SHORTEST; i++) {
      key = next(key, form.text()[i]);
    }
    table.set(place(key));
    byStart.computeIfAbsent(key, k -> new ArrayList<>()).add(form);
    forms.add(form);
  }

  boolean isEmpty() {
    return forms.isEmpty();
  }

  /** Whether a form stands in the text, or begins where the text was cut. */
  boolean finds(String said, boolean cut) {
    return !replaced(said, cut, "").equals(said);
  }

  /** The text, a mark in the place of each form, escaped or not; of several there the longest. */
  String replaced(String said, boolean cut, String mark) {
    String plain = replaced(said, spans(said, cut), mark);
    if (!Unescaped.isNeeded(plain)) {
      return plain;
    }
    Unescaped before = Unescaped.of(plain);
    List<Span> spans = spans(before.text(), cut);
    spans.replaceAll(s -> new Span(before.start(s.from()), before.start(s.to())));
    return replaced(plain, spans, mark);
  }

  /** A stretch of a text. */
  private record Span(int from, int to) {}

  private static String replaced(String said, List<Span> spans, String mark) {
    if (spans.isEmpty()) {
      return said;
    }
    StringBuilder out = new StringBuilder();
    int done = 0;
    for (Span span : spans) {
      out.append(said, done, span.from()).append(mark);
      done = span.to();
    }
    return out.append(said, done, said.length()).toString();
  }

  private List<Span> spans(CharSequence said, boolean cut) {
    List<Span> all = new ArrayList<>();
    int done = 0;
    int key = 0;
    for (int end = 1; end <= said.length(); end++) {
      key = next(key, said.charAt(end - 1));
      int from = end - Form.SHORTEST;
      if (from >= done && table.get(place(key))) {
        int length = longest(key, said, from);
        if (length > 0) {
          done = from + length;
          all.add(new Span(from, done));
        }
      }
    }
    int left = cut ? beginning(said, done) : said.length();
    if (left < said.length()) {
      all.add(new Span(left, said.length()));
    }
    return all;
  }

  private int longest(int key, CharSequence said, int from) {
    int most = 0;
    for (Form form : byStart.getOrDefault(key, List.of())) {
      if (form.text().length > most && form.isAt(said, from)) {
        most = form.text().length;
      }
    }
    return most;
  }

  /** Where the beginning of a form stands at the text's end; the text's length if nowhere. */
  private int beginning(CharSequence said, int done) {
    int first = said.length();
    for (Form form : forms) {
      int least = Math.max(LEAST_BEGINNING, (form.text().length + 1) / 2);
      int most = Math.min(form.text().length - 1, said.length() - done);
      for (int count = most; count >= least; count--) {
        if (form.begins(said, said.length() - count, count)) {
          first = Math.min(first, said.length() - count);
          break;
        }
      }
    }
    return first;
  }

  private static int next(int key, char c) {
    return (key << 8) | (Form.fold(c) & 0xff);
  }

  private static int place(int key) {
    return (key * 0x9e3779b1) >>> (Integer.SIZE - TABLE_BITS);
  }

  void wipe() {
    forms.forEach(Form::wipe);
    forms.clear();
    byStart.clear();
    table.clear();
  }
}
