package org.camsweep.policy;

import java.util.Optional;

/**
 * Whether a limb's test reaches a maker, as far as the data say.
 *
 * @param because in plain words, a clause without a full stop
 * @param settle what would settle it, where it is open
 */
record Reach(State state, String because, Optional<String> settle) {
  enum State {
    /** Positively not. */
    NOT,
    /** The data do not say. */
    UNKNOWN,
    /** It could be: something decisive is not verified or not settled. */
    MIGHT,
    MET
  }

  static Reach met(String because) {
    return new Reach(State.MET, because, Optional.empty());
  }

  static Reach not(String because) {
    return new Reach(State.NOT, because, Optional.empty());
  }

  static Reach might(String because, String settle) {
    return new Reach(State.MIGHT, because, Optional.of(settle));
  }

  static Reach unknown(String because, String settle) {
    return new Reach(State.UNKNOWN, because, Optional.of(settle));
  }

  boolean could() {
    return state == State.MET || state == State.MIGHT;
  }

  Reach or(Reach other) {
    return other.state.compareTo(state) > 0 ? other : this;
  }
}
