package org.camsweep.pattern;

import java.util.Map;

/**
 * Reads what stands for one character: {@code [a-z]}, {@code \d}, {@code [:alpha:]}, {@code \x41}.
 * Syntax: https://github.com/google/re2/wiki/Syntax.
 */
final class ClassReader {
  private static final Map<String, Chars> NAMED =
      Map.ofEntries(
          Map.entry("alnum", Chars.DIGIT.or(Chars.range('A', 'Z')).or(Chars.range('a', 'z'))),
          Map.entry("alpha", Chars.range('A', 'Z').or(Chars.range('a', 'z'))),
          Map.entry("ascii", Chars.range(0, 127)),
          Map.entry("blank", Chars.of('\t').or(Chars.of(' '))),
          Map.entry("cntrl", Chars.range(0, 31).or(Chars.of(127))),
          Map.entry("digit", Chars.DIGIT),
          Map.entry("graph", Chars.range('!', '~')),
          Map.entry("lower", Chars.range('a', 'z')),
          Map.entry("print", Chars.range(' ', '~')),
          Map.entry(
              "punct",
              Chars.range('!', '/')
                  .or(Chars.range(':', '@'))
                  .or(Chars.range('[', '`'))
                  .or(Chars.range('{', '~'))),
          Map.entry("space", Chars.SPACE.or(Chars.of(0x0b))),
          Map.entry("upper", Chars.range('A', 'Z')),
          Map.entry("word", Chars.WORD),
          Map.entry("xdigit", Chars.DIGIT.or(Chars.range('A', 'F')).or(Chars.range('a', 'f'))));

  private final Cursor at;

  ClassReader(Cursor at) {
    this.at = at;
  }

  /** What follows the opening bracket, up to the closing one. */
  Chars inBrackets(boolean fold) throws NotUnderstoodException {
    boolean not = at.takes("^");
    Chars all = Chars.NONE;
    boolean first = true;
    while (first || !at.takes("]")) {
      all = all.or(member(fold));
      first = false;
    }
    return not ? all.not() : all;
  }

  private Chars member(boolean fold) throws NotUnderstoodException {
    if (at.takes("[:")) {
      boolean not = at.takes("^");
      Chars named = NAMED.get(at.until(":]"));
      if (named == null) {
        throw new NotUnderstoodException();
      }
      return signed(named, not, fold);
    }
    int mark = at.mark();
    if (at.takes("\\")) {
      Chars perl = perl(fold);
      if (!perl.equals(Chars.NONE)) {
        return perl;
      }
      at.backTo(mark);
    }
    int from = single();
    mark = at.mark();
    if (at.takes("-") && at.more() && !at.sees("]")) {
      int to = single();
      return fold ? Chars.foldedRange(from, to) : Chars.range(from, to);
    }
    at.backTo(mark);
    return fold ? Chars.foldedRange(from, from) : Chars.of(from);
  }

  private int single() throws NotUnderstoodException {
    return at.takes("\\") ? escaped() : at.next();
  }

  private static Chars signed(Chars chars, boolean not, boolean fold) {
    Chars both = fold ? chars.folded() : chars;
    return not ? both.not() : both;
  }

  /** A class after a backslash, such as {@code d}; none if another thing follows. */
  Chars perl(boolean fold) throws NotUnderstoodException {
    int c = at.next();
    return switch (c) {
      case 'd' -> signed(Chars.DIGIT, false, fold);
      case 'D' -> signed(Chars.DIGIT, true, fold);
      case 's' -> signed(Chars.SPACE, false, fold);
      case 'S' -> signed(Chars.SPACE, true, fold);
      case 'w' -> signed(Chars.WORD, false, fold);
      case 'W' -> signed(Chars.WORD, true, fold);
      case 'p', 'P' -> property();
      default -> Chars.NONE;
    };
  }

  /** A Unicode property: which characters have it does not matter to a filter. */
  private Chars property() throws NotUnderstoodException {
    if (at.takes("{")) {
      at.until("}");
    } else {
      at.next();
    }
    return Chars.ALL;
  }

  /** The character that stands for itself after a backslash. */
  int escaped() throws NotUnderstoodException {
    int c = at.next();
    return switch (c) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'f' -> '\f';
      case 'a' -> 0x07;
      case 'v' -> 0x0b;
      case 'x' -> hex();
      default -> {
        if (c >= Chars.ASCII || Chars.WORD.has(c)) {
          throw new NotUnderstoodException();
        }
        yield c;
      }
    };
  }

  private int hex() throws NotUnderstoodException {
    String digits =
        at.takes("{")
            ? at.until("}")
            : Character.toString(at.next()) + Character.toString(at.next());
    if (!digits.matches("[0-9A-Fa-f]{1,6}")) {
      throw new NotUnderstoodException();
    }
    return Integer.parseInt(digits, 16);
  }
}
