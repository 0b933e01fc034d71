package org.camsweep.pattern;

import java.util.Arrays;

/**
 * Where all patterns stand after some part of a text. Immutable but for the remembered steps, which
 * any thread may fill in: whoever does writes an equal state, so a lost write costs time only.
 */
final class State {
  /** Nodes that lead on, sorted, without those where every pattern begins. */
  final int[] nodes;

  /** Patterns that match what has been read, whatever follows. */
  final int[] matched;

  /** Patterns that match if the text ends here. */
  final int[] matchedAtEnd;

  final boolean begin;
  final boolean afterWord;

  /** Whether no pattern can match any more, whatever follows. */
  final boolean dead;

  final State[] steps;

  State(
      int[] nodes,
      int[] matched,
      int[] matchedAtEnd,
      boolean begin,
      boolean afterWord,
      boolean dead,
      int columns) {
    this.nodes = nodes;
    this.matched = matched;
    this.matchedAtEnd = matchedAtEnd;
    this.begin = begin;
    this.afterWord = afterWord;
    this.dead = dead;
    this.steps = new State[columns];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof State state
        && begin == state.begin
        && afterWord == state.afterWord
        && Arrays.equals(nodes, state.nodes)
        && Arrays.equals(matched, state.matched);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(nodes) + Arrays.hashCode(matched) + (afterWord ? 1 : 0);
  }
}
