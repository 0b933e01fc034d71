package org.camsweep.report;

import java.math.BigInteger;
import java.net.InetAddress;
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
import org.camsweep.site.Cidr;
import org.camsweep.site.Network;
import org.camsweep.site.Scope;

/**
 * Counts how the addresses of each network ended, as they come; a later outcome of an address
 * replaces an earlier one, and an address of which nothing is said was not asked. Holds one byte
 * for each address heard of, in pages. Not thread-safe.
 */
public final class CoverageCount {
  private static final int PAGE = 4_096;
  private static final List<AddressOutcome> OUTCOMES = List.of(AddressOutcome.values());

  private final Map<String, PerNetwork> networks = new LinkedHashMap<>();

  public CoverageCount(List<Network> networks) {
    networks.forEach(network -> this.networks.put(network.id(), new PerNetwork(network)));
  }

  /** How an address of a network ended. Addresses of no known network are passed over. */
  public void add(InetAddress address, String network, AddressOutcome outcome) {
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
    private final String id;
    private final List<Cidr> swept = new ArrayList<>();
    private final List<Cidr> listened = new ArrayList<>();
    private final Map<Cidr, Map<Long, byte[]>> pages = new HashMap<>();
    private final Set<InetAddress> announced = new LinkedHashSet<>();
    private final Map<AddressOutcome, Long> counts = new EnumMap<>(AddressOutcome.class);

    PerNetwork(Network network) {
      this.id = network.id();
      for (Cidr block : new TreeSet<>(network.cidrs())) {
        boolean large = block.size().compareTo(Scope.MAX_SWEPT_BLOCK) > 0;
        List<Cidr> like = large ? listened : swept;
        // Sorted blocks that overlap follow each other, the larger first: one is counted, once.
        if (like.isEmpty() || !like.get(like.size() - 1).overlaps(block)) {
          like.add(block);
        }
      }
    }

    void add(InetAddress address, AddressOutcome outcome) {
      Optional<Cidr> block = swept.stream().filter(b -> b.contains(address)).findFirst();
      if (block.isEmpty()) {
        if (listened.stream().anyMatch(b -> b.contains(address))) {
          announced.add(address);
        }
        return;
      }
      long index = block.get().indexOf(address);
      byte[] page =
          pages
              .computeIfAbsent(block.get(), b -> new HashMap<>())
              .computeIfAbsent(index / PAGE, p -> new byte[PAGE]);
      int place = (int) (index % PAGE);
      if (page[place] != 0) {
        counts.merge(OUTCOMES.get(page[place] - 1), -1L, Long::sum);
      }
      page[place] = (byte) (OUTCOMES.indexOf(outcome) + 1);
      counts.merge(outcome, 1L, Long::sum);
    }

    private long count(AddressOutcome outcome) {
      return counts.getOrDefault(outcome, 0L);
    }

    Coverage.PerNetwork sum() {
      BigInteger inScope = swept.stream().map(Cidr::size).reduce(BigInteger.ZERO, BigInteger::add);
      long known = counts.values().stream().mapToLong(Long::longValue).sum();
      long unheard = inScope.longValueExact() - known;
      return new Coverage.PerNetwork(
          id,
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
