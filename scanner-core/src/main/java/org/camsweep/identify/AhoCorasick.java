package org.camsweep.identify;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Finds which of many short texts occur in a long one, in one pass whose length does not depend on
 * how many there are (Aho and Corasick, 1975). Case of ASCII letters does not matter. Immutable
 * once built.
 */
final class AhoCorasick {
  private static final int ASCII = 128;

  private final int[] column = new int[ASCII];
  private final int width;
  private final int[] next;
  private final int[][] ends;

  /**
   * @param texts ASCII, folded, none empty; the result speaks of them by index
   */
  AhoCorasick(List<String> texts) {
    int columns = 1; // column 0 is every character that occurs in no text
    int nodes = 1;
    for (String text : texts) {
      nodes += text.length();
      for (int i = 0; i < text.length(); i++) {
        if (column[text.charAt(i)] == 0) {
          column[text.charAt(i)] = columns++;
        }
      }
    }
    width = columns;
    int[] goTo = new int[nodes * width];
    int[][] at = new int[nodes][];
    int used = 1;
    for (int t = 0; t < texts.size(); t++) {
      int node = 0;
      for (int i = 0; i < texts.get(t).length(); i++) {
        int edge = node * width + column[texts.get(t).charAt(i)];
        if (goTo[edge] == 0) {
          goTo[edge] = used++;
        }
        node = goTo[edge];
      }
      at[node] = plus(at[node], new int[] {t});
    }
    next = Arrays.copyOf(goTo, used * width);
    ends = Arrays.copyOf(at, used);
    link(used);
  }

  private static int[] plus(int[] some, int[] more) {
    if (some == null || more == null) {
      return some == null ? more : some;
    }
    int[] both = Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, both, some.length, more.length);
    return both;
  }

  /** Completes every node's transitions, breadth first. */
  private void link(int used) {
    int[] fail = new int[used];
    ArrayDeque<Integer> queue = new ArrayDeque<>();
    for (int c = 0; c < width; c++) {
      if (next[c] != 0) {
        queue.add(next[c]);
      }
    }
    while (!queue.isEmpty()) {
      int node = queue.poll();
      ends[node] = plus(ends[node], ends[fail[node]]);
      for (int c = 0; c < width; c++) {
        int child = next[node * width + c];
        int fallback = next[fail[node] * width + c];
        if (child == 0) {
          next[node * width + c] = fallback;
        } else {
          fail[child] = fallback;
          queue.add(child);
        }
      }
    }
  }

  /** Marks the indexes of the texts that occur. */
  void find(CharSequence text, int length, BitSet found) {
    int node = 0;
    for (int i = 0; i < length; i++) {
      char c = Fold.of(text.charAt(i));
      node = next[node * width + (c < ASCII ? column[c] : 0)];
      int[] ended = ends[node];
      if (ended != null) {
        for (int t : ended) {
          found.set(t);
        }
      }
    }
  }
}
