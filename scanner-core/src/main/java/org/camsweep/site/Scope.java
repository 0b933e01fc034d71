package org.camsweep.site;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * The only source of {@link Target}s: the networks of an inspection, less what is excluded and less
 * what is refused for safety. Immutable.
 */
public final class Scope {
  /** Blocks with more addresses than this are listened to but not swept one by one (IPv6). */
  public static final BigInteger MAX_SWEPT_BLOCK = BigInteger.ONE.shiftLeft(24);

  private final List<Network> networks;
  private final List<Cidr> allowedPublic;
  private final boolean loopback;

  private Scope(List<Network> networks, List<Cidr> allowedPublic, boolean loopback) {
    this.networks = List.copyOf(networks);
    this.allowedPublic = List.copyOf(allowedPublic);
    this.loopback = loopback;
  }

  /**
   * The scope of an inspection on private ranges, and on the public blocks that the operator named.
   *
   * @throws ScopeRefusedException if a network reaches beyond them, or to loopback or multicast
   */
  public static Scope of(List<Network> networks, List<Cidr> allowedPublic)
      throws ScopeRefusedException {
    for (Network network : networks) {
      for (Cidr block : network.cidrs()) {
        refuseUnsafe(network, block);
        if (!Ranges.isPrivate(block) && !Ranges.within(allowedPublic, block)) {
          throw new ScopeRefusedException(
              "network "
                  + network.id()
                  + ": "
                  + block
                  + " is public; name it with --allow-public "
                  + block
                  + " if you are authorised to ask it");
        }
      }
    }
    return new Scope(networks, allowedPublic, false);
  }

  /**
   * The scope of the demo: loopback addresses and nothing else.
   *
   * @throws ScopeRefusedException if a network is not loopback
   */
  public static Scope demo(List<Network> networks) throws ScopeRefusedException {
    for (Network network : networks) {
      for (Cidr block : network.cidrs()) {
        if (!Ranges.isLoopback(block.base())
            || !Ranges.touchesLoopback(block)
            || block.prefix() < 8) {
          throw new ScopeRefusedException("the demo scans loopback only, not " + block);
        }
      }
    }
    return new Scope(networks, List.of(), true);
  }

  private static void refuseUnsafe(Network network, Cidr block) throws ScopeRefusedException {
    if (Ranges.touchesLoopback(block)) {
      throw new ScopeRefusedException(
          "network "
              + network.id()
              + ": "
              + block
              + " is loopback; scan the address that the site uses");
    }
    if (Ranges.touchesNonHosts(block)) {
      throw new ScopeRefusedException(
          "network "
              + network.id()
              + ": "
              + block
              + " is multicast, broadcast or reserved; name host addresses");
    }
  }

  /** Whether an address can be a host's own and is not reachable from the internet. */
  public static boolean isLocal(Address address) {
    return !Ranges.isNonHost(address)
        && !Ranges.isLoopback(address)
        && Ranges.isPrivate(Cidr.only(address));
  }

  public List<Network> networks() {
    return networks;
  }

  /** Leave to send to the address, if the scope gives it. */
  public Optional<Target> admit(Address address) {
    return refusal(address).isPresent()
        ? Optional.empty()
        : networkOf(address).map(n -> new Target(address, n));
  }

  /** Why the address is not admitted; empty if it is. */
  public Optional<Refusal> refusal(Address address) {
    if (Ranges.isNonHost(address)) {
      return Optional.of(Refusal.NOT_A_HOST);
    }
    if (Ranges.isLoopback(address) != loopback) {
      return Optional.of(loopback ? Refusal.OUT_OF_SCOPE : Refusal.LOOPBACK);
    }
    Optional<Network> network = networkOf(address);
    if (network.isEmpty()) {
      return Optional.of(Refusal.OUT_OF_SCOPE);
    }
    if (network.get().excludes(address)) {
      return Optional.of(Refusal.EXCLUDED);
    }
    if (network.get().cidrs().stream().anyMatch(c -> isEdge(c, address))) {
      return Optional.of(Refusal.NOT_A_HOST);
    }
    Cidr single = Cidr.only(address);
    if (!loopback && !Ranges.isPrivate(single) && !Ranges.within(allowedPublic, single)) {
      return Optional.of(Refusal.PUBLIC);
    }
    return Optional.empty();
  }

  /** The network that holds the address, excluded or not. */
  public Optional<Network> networkOf(Address address) {
    return networks.stream().filter(n -> n.contains(address)).findFirst();
  }

  /**
   * Whether a multicast question may be put on a link: only where an address of the scope is on it.
   *
   * @param onLink the blocks of the interface's own addresses
   */
  public boolean admitsLink(List<Cidr> onLink) {
    return networks.stream()
        .flatMap(n -> n.cidrs().stream())
        .anyMatch(c -> onLink.stream().anyMatch(c::overlaps));
  }

  /** The blocks that are swept address by address. */
  public List<Cidr> sweptBlocks() {
    return networks.stream().flatMap(n -> n.cidrs().stream()).filter(Cidr::isSwept).toList();
  }

  /** The blocks too large to sweep: what announces itself from them is heard and asked. */
  public List<Cidr> listenedBlocks() {
    return networks.stream().flatMap(n -> n.cidrs().stream()).filter(c -> !c.isSwept()).toList();
  }

  /** How many places {@link #candidates} visits, admitted or not. */
  public long sweptSize() {
    return sweptBlocks().stream().mapToLong(c -> c.size().longValueExact()).sum();
  }

  /**
   * Every address of the swept blocks, admitted or not, lazily and in a scattered order that
   * depends on the seed alone.
   */
  public Candidates candidates(long seed) {
    return new Candidates(sweptBlocks(), seed);
  }

  /** The same for one network of the scope. */
  public Candidates candidates(Network network, long seed) {
    return Candidates.of(network, seed);
  }

  private static boolean isEdge(Cidr block, Address address) {
    if (!block.base().isV4() || block.prefix() > 30) {
      return false;
    }
    return block.base().equals(address)
        || block.at(block.size().subtract(BigInteger.ONE)).equals(address);
  }
}
