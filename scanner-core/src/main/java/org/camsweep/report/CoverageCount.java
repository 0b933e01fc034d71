package org.camsweep.report;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.camsweep.observe.AddressOutcome;
import org.camsweep.site.Address;
import org.camsweep.site.AddressSet;
import org.camsweep.site.Cidr;
import org.camsweep.site.Network;

/**
 * Counts how the addresses of each network ended, as they come; a later outcome of an address
 * replaces an earlier one, and an address of which nothing is said was not asked. Takes memory for
 * the addresses where somebody was, not for the silent ones, as long as they come nearly in the
 * order of their sweep. Not thread-safe.
 */
public final class CoverageCount {
  private final Map<String, PerNetwork> networks = new LinkedHashMap<>();

  /** For addresses that come in no known order. */
  public CoverageCount(List<Network> networks) {
    this(networks, 0);
  }

  /**
   * @param seed of the order in which the addresses were asked
   */
  public CoverageCount(List<Network> networks, long seed) {
    networks.forEach(n -> this.networks.put(n.id(), new PerNetwork(n, seed)));
  }

  /** How an address of a network ended. Addresses of no known network are passed over. */
  public void add(Address address, String network, AddressOutcome outcome) {
    Optional.ofNullable(networks.get(network)).ifPresent(n -> n.add(address, outcome));
  }

  /** The sums, in the order of the networks. */
  public List<Coverage.PerNetwork> sums() {
    return networks.values().stream().map(PerNetwork::sum).toList();
  }

  /** How many addresses of blocks too large to sweep were heard of. */
  long announced(String network) {
    return Optional.ofNullable(networks.get(network))
        .map(n -> (long) n.announced.size())
        .orElse(0L);
  }

  private static final class PerNetwork {
    private final Network network;
    private final List<Cidr> swept = new ArrayList<>();
    private final List<Cidr> listened = new ArrayList<>();
    private final AddressSet known;
    private final Map<Address, AddressOutcome> unusual = new HashMap<>();
    private final Set<Address> announced = new LinkedHashSet<>();
    private final Map<AddressOutcome, Long> counts = new EnumMap<>(AddressOutcome.class);

    PerNetwork(Network network, long seed) {
      this.network = network;
      this.known = new AddressSet(network, seed);
      for (Cidr block : new TreeSet<>(network.cidrs())) {
        List<Cidr> like = block.isSwept() ? swept : listened;
        // Sorted blocks that overlap follow each other, the larger first: one is counted, once.
        boolean nested = !like.isEmpty() && like.get(like.size() - 1).overlaps(block);
        if (!nested && !(block.isLinkLocal6() && like.stream().anyMatch(block::overlaps))) {
          like.add(block);
        }
      }
    }

    void add(Address address, AddressOutcome outcome) {
      if (!known.takes(address)) {
        if (listened.stream().anyMatch(b -> b.contains(address))) {
          announced.add(address);
        }
        return;
      }
      if (!known.add(address)) {
        counts.merge(unusual.getOrDefault(address, usual(address)), -1L, Long::sum);
      }
      if (outcome == usual(address)) {
        unusual.remove(address);
      } else {
        unusual.put(address, outcome);
      }
      counts.merge(outcome, 1L, Long::sum);
    }

    /** How nearly all addresses like this one end: it needs no remembering. */
    private AddressOutcome usual(Address address) {
      return network.excludes(address) ? AddressOutcome.EXCLUDED : AddressOutcome.SILENT;
    }

    private long count(AddressOutcome outcome) {
      return counts.getOrDefault(outcome, 0L);
    }

    Coverage.PerNetwork sum() {
      BigInteger inScope = swept.stream().map(Cidr::size).reduce(BigInteger.ZERO, BigInteger::add);
      long known = counts.values().stream().mapToLong(Long::longValue).sum();
      long unheard = inScope.longValueExact() - known;
      return new Coverage.PerNetwork(
          network.id(),
          inScope,
          count(AddressOutcome.EXCLUDED),
          count(AddressOutcome.ANSWERED),
          count(AddressOutcome.PRESENT),
          count(AddressOutcome.SILENT),
          count(AddressOutcome.NOT_ASKED) + unheard,
          listened.stream().map(Cidr::toString).toList());
    }
  }
}
