package org.camsweep.identify;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Finds texts of which at least one must occur, whatever its case, in anything that an RE2 pattern
 * matches. Conservative: where a construct is not understood there is no such text, and the pattern
 * is then always tried.
 */
final class Literals {
  /** Texts that alternatives may come to; long lists of names stand side by side in patterns. */
  private static final int MAX_ALTERNATIVES = 512;

  /** Texts that neighbours may multiply to. */
  private static final int MAX_PRODUCT = 24;

  private static final int MIN_LENGTH = 2;

  /**
   * What is known of a part of a pattern.
   *
   * @param exact every text it can match, folded; empty where there are too many
   * @param required texts of which one occurs in any match; empty where none is known
   * @param start how it can begin
   */
  private record Part(Optional<Set<String>> exact, Optional<Set<String>> required, Start start) {
    static final Part ANYTHING = of(Start.ANY);
    static final Part NOTHING = exactly(Set.of(""));

    static Part of(Start start) {
      return new Part(Optional.empty(), Optional.empty(), start);
    }

    static Part exactly(Set<String> texts) {
      return new Part(Optional.of(texts), Optional.empty(), Start.of(texts));
    }

    Optional<Set<String>> best() {
      return better(exact.filter(Literals::useful), required);
    }
  }

  /** A flag that lets {@code ^} match within the text. */
  private static final java.util.regex.Pattern MANY_LINES =
      java.util.regex.Pattern.compile("\\(\\?[a-zA-Z]*m");

  private final String pattern;
  private int at;

  private Literals(String pattern) {
    this.pattern = pattern;
  }

  /** The texts; empty where none is known. */
  static Set<String> required(String pattern) {
    Literals reader = new Literals(pattern);
    try {
      Part whole = reader.alternation();
      return reader.at == pattern.length() ? whole.best().orElse(Set.of()) : Set.of();
    } catch (NotUnderstood e) {
      return Set.of();
    }
  }

  /** How a match that begins with the text can begin; anything, where that is not known. */
  static Start start(String pattern) {
    boolean anchored = pattern.startsWith("^") || pattern.startsWith("(?i)^");
    Literals reader = new Literals(pattern);
    try {
      Start start = reader.concatenation().start();
      return anchored && reader.at == pattern.length() && !MANY_LINES.matcher(pattern).find()
          ? start
          : Start.ANY;
    } catch (NotUnderstood e) {
      return Start.ANY;
    }
  }

  /** A construct that this reader does not know. */
  private static final class NotUnderstood extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotUnderstood() {
      super("construct not understood", null, false, false);
    }
  }

  private static boolean useful(Set<String> texts) {
    return texts.stream().allMatch(t -> t.length() >= MIN_LENGTH);
  }

  private static int shortest(Set<String> texts) {
    return texts.stream().mapToInt(String::length).min().orElse(0);
  }

  private static Optional<Set<String>> better(Optional<Set<String>> a, Optional<Set<String>> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.isPresent() ? a : b;
    }
    int longer = Integer.compare(shortest(a.get()), shortest(b.get()));
    return longer >= 0 ? a : b;
  }

  private boolean more() {
    return at < pattern.length();
  }

  private char peek() {
    return pattern.charAt(at);
  }

  private char next() {
    if (!more()) {
      throw new NotUnderstood();
    }
    return pattern.charAt(at++);
  }

  private Part alternation() {
    Part all = concatenation();
    while (more() && peek() == '|') {
      at++;
      Part other = concatenation();
      Optional<Set<String>> required = union(all.best(), other.best());
      all = new Part(union(all.exact(), other.exact()), required, all.start().or(other.start()));
    }
    return all;
  }

  private static Optional<Set<String>> union(Optional<Set<String>> a, Optional<Set<String>> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return Optional.empty();
    }
    Set<String> both = new LinkedHashSet<>(a.get());
    both.addAll(b.get());
    return both.size() > MAX_ALTERNATIVES ? Optional.empty() : Optional.of(both);
  }

  private Part concatenation() {
    Set<String> run = Set.of("");
    Optional<Set<String>> best = Optional.empty();
    boolean exact = true;
    Start start = Start.NOTHING;
    while (more() && peek() != '|' && peek() != ')') {
      Part part = repeated(atom());
      start = start.then(part.start());
      Optional<Set<String>> longer = product(run, part.exact());
      if (longer.isPresent()) {
        run = longer.get();
        continue;
      }
      best = better(best, Optional.of(run).filter(Literals::useful));
      best = better(best, part.best());
      exact = false;
      run = Set.of("");
    }
    if (exact) {
      return new Part(Optional.of(run), Optional.empty(), start);
    }
    best = better(best, Optional.of(run).filter(Literals::useful));
    return new Part(Optional.empty(), best, start);
  }

  private static Optional<Set<String>> product(Set<String> heads, Optional<Set<String>> tails) {
    if (tails.isEmpty() || heads.size() * tails.get().size() > MAX_PRODUCT) {
      return Optional.empty();
    }
    Set<String> all = new LinkedHashSet<>();
    heads.forEach(h -> tails.get().forEach(t -> all.add(h + t)));
    return Optional.of(all);
  }

  private Part repeated(Part part) {
    Part result = part;
    while (more() && "?*+{".indexOf(peek()) >= 0) {
      char sign = next();
      if (sign == '?') {
        Optional<Set<String>> exact = union(Optional.of(Set.of("")), result.exact());
        result = new Part(exact, Optional.empty(), result.start().orNothing());
      } else if (sign == '+' || (sign == '{' && least() > 0)) {
        result = new Part(Optional.empty(), result.best(), result.start());
      } else {
        result = Part.of(result.start().orNothing());
      }
      if (more() && peek() == '?') {
        at++; // fewest first: the same texts
      }
    }
    return result;
  }

  /** Reads {@code n}, {@code n,} or {@code n,m} up to the closing brace, and gives n. */
  private int least() {
    int start = at;
    while (next() != '}') {
      if (more() && "0123456789,}".indexOf(peek()) < 0) {
        throw new NotUnderstood();
      }
    }
    String bounds = pattern.substring(start, at - 1);
    String least = bounds.contains(",") ? bounds.substring(0, bounds.indexOf(',')) : bounds;
    if (!least.matches("[0-9]{1,4}")) {
      throw new NotUnderstood();
    }
    return Integer.parseInt(least);
  }

  private Part atom() {
    char c = next();
    return switch (c) {
      case '(' -> group();
      case '[' -> characterClass();
      case '.' -> Part.ANYTHING;
      case '^', '$' -> Part.NOTHING;
      case '\\' -> escape();
      case '*', '+', '?' -> throw new NotUnderstood();
      default -> literal(c);
    };
  }

  private static Part literal(char c) {
    return c < 0x80 ? Part.exactly(Set.of(String.valueOf(Fold.of(c)))) : Part.ANYTHING;
  }

  private Part group() {
    if (more() && peek() == '?') {
      at++;
      if (flagsOnly()) {
        return Part.NOTHING;
      }
    }
    Part inner = alternation();
    if (next() != ')') {
      throw new NotUnderstood();
    }
    return inner;
  }

  /** Reads {@code i)}, {@code i:}, {@code :}, {@code P<name>} or {@code <name>}. */
  private boolean flagsOnly() {
    if (pattern.startsWith("P<", at) || pattern.startsWith("<", at)) {
      while (next() != '>') {
        // the name does not matter
      }
      return false;
    }
    while (true) {
      char c = next();
      if (c == ')' || c == ':') {
        return c == ')';
      }
      if ("imsU-".indexOf(c) < 0) {
        throw new NotUnderstood();
      }
    }
  }

  private Part escape() {
    char c = next();
    if ("dDwWsS".indexOf(c) >= 0) {
      return c == 'd' ? Part.of(Start.range('0', '9')) : Part.ANYTHING;
    }
    if ("bBAz".indexOf(c) >= 0) {
      return Part.NOTHING;
    }
    if (Character.isLetterOrDigit(c)) {
      return switch (c) {
        case 'n' -> literal('\n');
        case 'r' -> literal('\r');
        case 't' -> literal('\t');
        default -> throw new NotUnderstood();
      };
    }
    return literal(c);
  }

  /** A class of at most a few single characters is kept; any other stands for anything. */
  private Part characterClass() {
    Set<String> texts = new LinkedHashSet<>();
    int from = at;
    boolean simple = true;
    boolean first = true;
    while (true) {
      char c = next();
      if (c == ']' && !first) {
        break;
      }
      boolean named = c == '[' && more() && peek() == ':';
      boolean odd = named || c >= 0x80 || c == '-' || (first && c == '^');
      if (named) {
        skipNamedClass();
      }
      if (c == '\\') {
        c = next();
        odd |= Character.isLetterOrDigit(c);
      }
      simple &= !odd;
      first = first && c == '^'; // in [^]…] the bracket that follows is a member
      texts.add(String.valueOf(Fold.of(c)));
    }
    return simple && texts.size() <= 6
        ? Part.exactly(texts)
        : Part.of(Start.ofClass(pattern.substring(from, at - 1)));
  }

  private void skipNamedClass() {
    int end = pattern.indexOf(":]", at);
    if (end < 0) {
      throw new NotUnderstood();
    }
    at = end + 2;
  }
}
