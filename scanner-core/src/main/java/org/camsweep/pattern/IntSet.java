package org.camsweep.pattern;

import java.util.Arrays;

/** A small set of numbers from 0 on, in the order in which they came. */
final class IntSet {
  private int[] members = new int[16];
  private int[] slots = new int[32]; // member + 1, or 0
  private int size;

  boolean add(int number) {
    int slot = slot(slots, number);
    if (slots[slot] != 0) {
      return false;
    }
    if (size == members.length) {
      grow();
      slot = slot(slots, number);
    }
    slots[slot] = number + 1;
    members[size++] = number;
    return true;
  }

  boolean has(int number) {
    return slots[slot(slots, number)] != 0;
  }

  int size() {
    return size;
  }

  /** The member that came as the n-th. */
  int at(int n) {
    return members[n];
  }

  int[] sorted() {
    int[] all = Arrays.copyOf(members, size);
    Arrays.sort(all);
    return all;
  }

  private void grow() {
    members = Arrays.copyOf(members, size * 2);
    slots = new int[members.length * 2];
    for (int i = 0; i < size; i++) {
      slots[slot(slots, members[i])] = members[i] + 1;
    }
  }

  private static int slot(int[] slots, int number) {
    int slot = ((number * 0x9e3779b9) >>> 7) & (slots.length - 1);
    while (slots[slot] != 0 && slots[slot] != number + 1) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }
}
