package org.camsweep.site;

import java.math.BigInteger;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalLong;

/**
 * The addresses of some blocks in a scattered order, in constant memory, so that neighbours in the
 * address space are not asked together. The same seed gives the same order. Not thread-safe.
 */
public final class Candidates implements Iterator<Address> {
  private final List<Cidr> blocks;
  private final long[] starts;
  private final long total;
  private final Permutation order;
  private long next;

  Candidates(List<Cidr> blocks, long seed) {
    this.blocks = List.copyOf(blocks);
    this.starts = new long[blocks.size()];
    long sum = 0;
    for (int i = 0; i < starts.length; i++) {
      starts[i] = sum;
      sum += blocks.get(i).size().longValueExact();
    }
    this.total = sum;
    this.order = new Permutation(Math.max(1, sum), seed);
  }

  /** Those of the blocks of a network that are swept address by address. */
  public static Candidates of(Network network, long seed) {
    return new Candidates(network.cidrs().stream().filter(Cidr::isSwept).toList(), seed);
  }

  /** How many there are. */
  public long total() {
    return total;
  }

  /** How many have been given out. */
  public long given() {
    return next;
  }

  @Override
  public boolean hasNext() {
    return next < total;
  }

  @Override
  public Address next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return at(next++);
  }

  /**
   * The address at a place in the order.
   *
   * @param place counted from 0, below {@link #total}
   */
  public Address at(long place) {
    long value = order.at(place);
    int block = starts.length - 1;
    while (starts[block] > value) {
      block--;
    }
    return blocks.get(block).at(BigInteger.valueOf(value - starts[block]));
  }

  /** Whether the address is one of them and has been given out. */
  public boolean passed(Address address) {
    OptionalLong place = placeOf(address);
    return place.isPresent() && place.getAsLong() < next;
  }

  /** At which place in the order the address comes, counted from 0; empty if it is none of them. */
  public OptionalLong placeOf(Address address) {
    for (int i = 0; i < starts.length; i++) {
      Cidr block = blocks.get(i);
      if (block.contains(address)) {
        return OptionalLong.of(order.placeOf(starts[i] + block.indexOf(address)));
      }
    }
    return OptionalLong.empty();
  }
}
