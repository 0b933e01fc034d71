package org.camsweep.scan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camsweep.net.Nic;
import org.camsweep.site.Address;
import org.camsweep.site.Cidr;
import org.camsweep.site.Scope;

/** This machine's own addresses: it does not ask itself, and the report says so. */
record OwnAddresses(Set<Address> all, List<String> remarks) {
  OwnAddresses {
    all = Set.copyOf(all);
    remarks = List.copyOf(remarks);
  }

  /** The addresses that this machine has now; those in the scope are remarked upon. */
  static OwnAddresses in(Scope scope) {
    Set<Address> found = new HashSet<>();
    for (Nic nic : Nic.usable()) {
      nic.addresses().forEach(found::add);
    }
    found.add(Cidr.address("127.0.0.1")); // what comes from there was said by this machine
    found.add(Cidr.address("::1"));
    List<String> remarks =
        found.stream()
            .filter(a -> scope.admit(a).isPresent())
            .map(Address::toString)
            .sorted()
            .map(a -> a + " is the machine that scans; it was not asked")
            .toList();
    return new OwnAddresses(found, remarks);
  }

  boolean contains(Address address) {
    return all.contains(address);
  }
}
