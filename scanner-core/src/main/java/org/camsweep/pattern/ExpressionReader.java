package org.camsweep.pattern;

import java.util.ArrayList;
import java.util.List;
import org.camsweep.pattern.Expression.At;
import org.camsweep.pattern.Expression.Choice;
import org.camsweep.pattern.Expression.One;
import org.camsweep.pattern.Expression.Place;
import org.camsweep.pattern.Expression.Sequence;
import org.camsweep.pattern.Expression.Star;

/**
 * Reads an RE2 pattern that was compiled without flags. What it gives matches wherever the pattern
 * does, and perhaps elsewhere: then it is not {@link Read#exact exact}. Syntax:
 * https://github.com/google/re2/wiki/Syntax.
 */
final class ExpressionReader {
  private static final int MAX_SIZE = 2_000;
  private static final int MAX_DEPTH = 100;

  /** Counts beyond these are read as "any number": a longer automaton filters no better. */
  private static final int MAX_LEAST = 64;

  private static final int MAX_MORE = 12;

  private final Cursor at;
  private final ClassReader classes;
  private boolean exact = true;
  private boolean fold;
  private boolean dotIsAll;
  private boolean manyLines;
  private int depth;

  private ExpressionReader(String pattern) {
    this.at = new Cursor(pattern);
    this.classes = new ClassReader(at);
  }

  /**
   * What was read.
   *
   * @param exact whether it matches nothing that the pattern does not; texts beyond ASCII aside
   */
  record Read(Expression expression, boolean exact) {}

  /**
   * Reads one pattern.
   *
   * @throws NotUnderstoodException if it says something that is not known here
   */
  static Read read(String pattern) throws NotUnderstoodException {
    ExpressionReader reader = new ExpressionReader(pattern);
    Expression whole = reader.choice();
    if (reader.at.more() || whole.size() > MAX_SIZE) {
      throw new NotUnderstoodException();
    }
    return new Read(whole, reader.exact);
  }

  private Expression choice() throws NotUnderstoodException {
    if (++depth > MAX_DEPTH) {
      throw new NotUnderstoodException();
    }
    List<Expression> ways = new ArrayList<>(List.of(sequence()));
    while (at.takes("|")) {
      ways.add(sequence());
    }
    depth--;
    return ways.size() == 1 ? ways.get(0) : new Choice(ways);
  }

  private Expression sequence() throws NotUnderstoodException {
    List<Expression> parts = new ArrayList<>();
    while (at.more() && !at.sees("|") && !at.sees(")")) {
      if (at.takes("\\Q")) {
        quoted(parts);
      } else {
        parts.add(counted(atom()));
      }
    }
    return parts.size() == 1 ? parts.get(0) : new Sequence(parts);
  }

  private void quoted(List<Expression> parts) throws NotUnderstoodException {
    Cursor inside = new Cursor(at.until("\\E"));
    while (inside.more()) {
      parts.add(one(inside.next()));
    }
    if (at.seesOneOf("?*+{")) {
      throw new NotUnderstoodException(); // counts the last character alone
    }
  }

  private Expression counted(Expression atom) throws NotUnderstoodException {
    Expression all = atom;
    while (at.seesOneOf("?*+{")) {
      Expression what = all;
      if (at.takes("?")) {
        all = Expression.optional(what);
      } else if (at.takes("*")) {
        all = new Star(what);
      } else if (at.takes("+")) {
        all = new Sequence(List.of(what, new Star(what)));
      } else {
        all = bounded(what);
      }
      at.takes("?"); // fewest first: the same texts
      if (all.size() > MAX_SIZE) {
        throw new NotUnderstoodException();
      }
    }
    return all;
  }

  /** {@code {n}}, {@code {n,}} or {@code {n,m}}. */
  private Expression bounded(Expression what) throws NotUnderstoodException {
    at.next();
    String bounds = at.until("}");
    if (!bounds.matches("[0-9]{1,4}(?:,[0-9]{0,4})?")) {
      throw new NotUnderstoodException(); // a brace that stands for itself
    }
    String[] parts = bounds.split(",", -1);
    int least = Integer.parseInt(parts[0]);
    boolean open = parts.length == 2 && parts[1].isEmpty();
    int more = parts.length == 2 && !open ? Integer.parseInt(parts[1]) - least : 0;
    if (what.size() * (Math.min(least, MAX_LEAST) + MAX_MORE) > MAX_SIZE) {
      throw new NotUnderstoodException();
    }
    if (open || least > MAX_LEAST || more > MAX_MORE) {
      exact &= open && least <= MAX_LEAST;
      Expression first = Expression.repeated(what, Math.min(least, MAX_LEAST), 0);
      return new Sequence(List.of(first, new Star(what)));
    }
    return Expression.repeated(what, least, more);
  }

  private Expression atom() throws NotUnderstoodException {
    int c = at.next();
    return switch (c) {
      case '(' -> group();
      case '[' -> oneOf(classes.inBrackets(fold));
      case '.' -> oneOf(dotIsAll ? Chars.ALL : Chars.of('\n').not());
      case '^' -> manyLines ? anywhere() : new At(Place.BEGIN);
      case '$' -> manyLines ? anywhere() : new At(Place.END);
      case '\\' -> escape();
      case '*', '+', '?' -> throw new NotUnderstoodException();
      default -> one(c);
    };
  }

  /** A place that is not looked for: anything will do. */
  private Expression anywhere() {
    exact = false;
    return Expression.NOTHING;
  }

  private Expression one(int c) {
    return oneOf(fold ? Chars.foldedRange(c, c) : Chars.of(c));
  }

  private static Expression oneOf(Chars chars) {
    return new One(chars);
  }

  private Expression group() throws NotUnderstoodException {
    boolean foldOutside = fold;
    boolean dotOutside = dotIsAll;
    boolean linesOutside = manyLines;
    if (at.takes("?P<") || at.takes("?<")) {
      at.until(">");
    } else if (at.takes("?") && flagsOnly()) {
      if (at.seesOneOf("?*+{")) {
        throw new NotUnderstoodException(); // RE2/J counts what stood before the flags
      }
      return Expression.NOTHING; // and the flags hold to the end of the group around
    }
    Expression inner = choice();
    if (!at.takes(")")) {
      throw new NotUnderstoodException();
    }
    fold = foldOutside;
    dotIsAll = dotOutside;
    manyLines = linesOutside;
    return inner;
  }

  /** Reads {@code i)} or {@code i-s:}; says whether it was the first kind. */
  private boolean flagsOnly() throws NotUnderstoodException {
    boolean set = true;
    while (true) {
      int c = at.next();
      switch (c) {
        case 'i' -> fold = set;
        case 's' -> dotIsAll = set;
        case 'm' -> manyLines = set;
        case 'U' -> {
          // which of several matches is wanted does not matter
        }
        case '-' -> set = false;
        case ')' -> {
          return true;
        }
        case ':' -> {
          return false;
        }
        default -> throw new NotUnderstoodException();
      }
    }
  }

  private Expression escape() throws NotUnderstoodException {
    if (at.takes("b")) {
      return new At(Place.EDGE);
    }
    if (at.takes("B")) {
      return new At(Place.NO_EDGE);
    }
    if (at.takes("A")) {
      return new At(Place.BEGIN);
    }
    if (at.takes("z")) {
      return new At(Place.END);
    }
    int mark = at.mark();
    Chars perl = classes.perl(fold);
    if (!perl.equals(Chars.NONE)) {
      exact &= !perl.equals(Chars.ALL);
      return oneOf(perl);
    }
    at.backTo(mark);
    return one(classes.escaped());
  }
}
