package org.camsweep.scan;

import java.util.Set;
import org.camsweep.observe.AddressOutcome;
import org.camsweep.observe.Asked;
import org.camsweep.observe.Observation;
import org.camsweep.site.Address;

/** Where a scan puts what it learns, as it learns it: the journal. */
public interface ScanSink {
  /**
   * An exchange ended or something was announced.
   *
   * @param raw the bytes that came, empty if none did
   */
  void observed(Observation observation, byte[] raw);

  /**
   * An address is done with. A later call for the same address replaces the earlier one.
   *
   * @param probes who asked it
   */
  void done(Address address, String network, AddressOutcome outcome, Set<String> probes);

  /**
   * What was sent to a host that lives, beside what was told of it before. Who reads what others
   * heard sends nothing, and leaves it out.
   */
  default void asked(Address address, Asked asked) {}
}
