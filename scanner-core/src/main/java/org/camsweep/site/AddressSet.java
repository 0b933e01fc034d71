package org.camsweep.site;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * A set of addresses of one network's swept blocks that fills up nearly in the order of its {@link
 * Candidates}. Whole pages of that order take a bit each, so that a sweep of a /8 that has come to
 * its middle is remembered in some kilobytes; only pages that are begun are held address by
 * address. In any other order it works as well, and takes a bit for each address. Not thread-safe.
 */
public final class AddressSet {
  /** Places in the order that are held together. */
  private static final int PAGE = 4_096;

  private final Candidates order;
  private final BitSet whole = new BitSet();
  private final Map<Integer, BitSet> begun = new HashMap<>();

  /**
   * None of the network's addresses yet.
   *
   * @param seed of the order in which they will come
   */
  public AddressSet(Network network, long seed) {
    this.order = Candidates.of(network, seed);
  }

  /** Whether the address is in a swept block, so that the set can hold it. */
  public boolean takes(Address address) {
    return order.placeOf(address).isPresent();
  }

  public boolean contains(Address address) {
    OptionalLong place = order.placeOf(address);
    return place.isPresent() && contains(place.getAsLong());
  }

  private boolean contains(long place) {
    int page = page(place);
    BitSet some = begun.get(page);
    return some == null ? whole.get(page) : some.get(within(place));
  }

  /** Says whether it was not there before; an address of no swept block is passed over. */
  public boolean add(Address address) {
    OptionalLong place = order.placeOf(address);
    if (place.isEmpty() || contains(place.getAsLong())) {
      return false;
    }
    int page = page(place.getAsLong());
    BitSet some = begun.computeIfAbsent(page, p -> new BitSet(PAGE));
    some.set(within(place.getAsLong()));
    if (some.cardinality() == size(page)) {
      begun.remove(page);
      whole.set(page);
    }
    return true;
  }

  public void remove(Address address) {
    OptionalLong place = order.placeOf(address);
    if (place.isEmpty() || !contains(place.getAsLong())) {
      return;
    }
    int page = page(place.getAsLong());
    if (whole.get(page)) {
      BitSet all = new BitSet(PAGE);
      all.set(0, size(page));
      begun.put(page, all);
      whole.clear(page);
    }
    begun.get(page).clear(within(place.getAsLong()));
  }

  /** How many pages are held address by address; for tests of what it takes. */
  int pagesBegun() {
    return begun.size();
  }

  private int size(int page) {
    return (int) Math.min(PAGE, order.total() - (long) page * PAGE);
  }

  private static int page(long place) {
    return (int) (place / PAGE);
  }

  private static int within(long place) {
    return (int) (place % PAGE);
  }
}
