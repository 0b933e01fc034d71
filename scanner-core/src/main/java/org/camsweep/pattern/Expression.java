package org.camsweep.pattern;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What a pattern says, without its groups and without which of several matches is wanted. */
sealed interface Expression {
  /** Where an assertion holds. */
  enum Place {
    /** Before the first character. */
    BEGIN,
    /** After the last character. */
    END,
    /** Between a word's character and another, or the text's end. */
    EDGE,
    /** Anywhere else. */
    NO_EDGE
  }

  /** One character. */
  record One(Chars chars) implements Expression {
    @Override
    public int size() {
      return 1;
    }
  }

  /** Nothing, if the place is right. */
  record At(Place place) implements Expression {
    @Override
    public int size() {
      return 1;
    }
  }

  /** One after the other; nothing at all if there are none. */
  record Sequence(List<Expression> parts) implements Expression {
    public Sequence {
      parts = List.copyOf(parts);
    }

    @Override
    public int size() {
      return 1 + parts.stream().mapToInt(Expression::size).sum();
    }
  }

  /** Any of them. */
  record Choice(List<Expression> ways) implements Expression {
    public Choice {
      ways = List.copyOf(ways);
    }

    @Override
    public int size() {
      return 1 + ways.stream().mapToInt(Expression::size).sum();
    }
  }

  /** Any number of times, or never. */
  record Star(Expression what) implements Expression {
    @Override
    public int size() {
      return 1 + what.size();
    }
  }

  Expression NOTHING = new Sequence(List.of());

  /** How many parts an automaton for it needs, about. */
  int size();

  static Expression optional(Expression what) {
    return new Choice(List.of(what, NOTHING));
  }

  /** So many times, and up to so many more. */
  static Expression repeated(Expression what, int least, int more) {
    List<Expression> parts = new ArrayList<>(Collections.nCopies(least, what));
    parts.addAll(Collections.nCopies(more, optional(what)));
    return new Sequence(parts);
  }
}
