package org.camsweep.scan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camsweep.device.Device;
import org.camsweep.observe.AddressOutcome;
import org.camsweep.observe.Observation;
import org.camsweep.site.Address;
import org.camsweep.site.Scope;
import org.camsweep.site.Target;

/**
 * Where a scan's devices may be asked by SNMP: one address for each device that spoke, and each
 * address where a host is but said nothing. Dark addresses are none: a key in clear is not sown. A
 * device that was asked at any of its addresses is not asked again.
 */
final class SnmpPlaces {
  /**
   * One device to ask.
   *
   * @param device what was heard of it; empty for a host that said nothing
   */
  record Place(Target target, Optional<Device> device) {}

  private final Scope scope;
  private final Set<String> networks;

  /**
   * @param networks identifiers of the networks whose owner gave a key
   */
  SnmpPlaces(Scope scope, Set<String> networks) {
    this.scope = scope;
    this.networks = Set.copyOf(networks);
  }

  /**
   * The places, devices first.
   *
   * @param heard all that the journal holds, earlier questions by SNMP too
   */
  List<Place> of(
      List<Device> devices, Map<Address, AddressOutcome> ended, List<Observation> heard) {
    Set<Address> asked = new HashSet<>();
    for (Observation one : heard) {
      if (SnmpWord.isAttempt(one.first(SnmpWord.OUTCOME))) {
        asked.add(one.address());
      }
    }
    Map<Address, Place> places = new LinkedHashMap<>();
    Set<Address> seen = new HashSet<>(asked);
    for (Device device : devices) {
      boolean before = device.addresses().stream().anyMatch(asked::contains);
      seen.addAll(device.addresses());
      if (!before) {
        device.addresses().stream()
            .flatMap(a -> admitted(a).stream())
            .filter(t -> device.network().filter(t.network().id()::equals).isPresent())
            .findFirst()
            .ifPresent(t -> places.put(t.address(), new Place(t, Optional.of(device))));
      }
    }
    ended.forEach(
        (address, outcome) -> {
          boolean lives = outcome == AddressOutcome.ANSWERED || outcome == AddressOutcome.PRESENT;
          if (lives && seen.add(address)) {
            admitted(address).ifPresent(t -> places.put(address, new Place(t, Optional.empty())));
          }
        });
    return new ArrayList<>(places.values());
  }

  private Optional<Target> admitted(Address address) {
    boolean linkUnknown = address.isLinkLocal6() && address.zone().isEmpty();
    return linkUnknown
        ? Optional.empty()
        : scope.admit(address).filter(t -> networks.contains(t.network().id()));
  }
}
