package org.camsweep.net.neighbours;

import java.util.ArrayList;
import java.util.List;
import org.camsweep.net.Nic;
import org.camsweep.site.Address;
import org.camsweep.site.Cidr;

/**
 * One question to all nodes of a link.
 *
 * @param own this machine's address that it is asked from; who answers does so from his address in
 *     the same block, if he has one
 */
public record EchoCall(Nic nic, Address own) {
  /**
   * The questions that a scope calls for: one from each own address in a block of IPv6 that is too
   * large to ask address by address. A link none of whose IPv6 addresses the scope holds is not
   * asked.
   */
  public static List<EchoCall> of(List<Nic> nics, List<Cidr> listenedBlocks) {
    List<EchoCall> calls = new ArrayList<>();
    for (Nic nic : nics) {
      sources(nic.addresses().toList(), nic.blocks(), listenedBlocks)
          .forEach(own -> calls.add(new EchoCall(nic, own)));
    }
    return List.copyOf(calls);
  }

  static List<Address> sources(List<Address> own, List<Cidr> onLink, List<Cidr> listenedBlocks) {
    return own.stream()
        .filter(a -> !a.isV4())
        .filter(
            a ->
                onLink.stream()
                    .filter(block -> block.contains(a))
                    .anyMatch(block -> listenedBlocks.stream().anyMatch(block::overlaps)))
        .distinct()
        .toList();
  }

  /** {@code -n} looks up no name; {@code -w} ends it after three seconds, whoever answers. */
  List<String> command() {
    String from = own.isLinkLocal6() ? nic.name() : own.toString();
    String to = "ff02::1%" + nic.name();
    return List.of("ping", "-6", "-n", "-c", "2", "-i", "1", "-w", "3", "-I", from, to);
  }

  /** For people: where it goes, and from where. */
  String place() {
    return nic.name() + ": ff02::1 from " + own;
  }
}
