package org.camsweep.identify;

/**
 * A piece of evidence for one maker, with what it can carry.
 *
 * @param maker id of a maker that builds devices
 */
record Clue(Evidence evidence, Weight weight, String maker) {
  static Clue of(Evidence evidence, Weight weight) {
    return new Clue(evidence, weight, evidence.maker().orElseThrow());
  }
}
