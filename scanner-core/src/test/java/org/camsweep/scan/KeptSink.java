package org.camsweep.scan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.camsweep.observe.AddressOutcome;
import org.camsweep.observe.Asked;
import org.camsweep.observe.Observation;
import org.camsweep.site.Address;

/** Keeps what a scan learns, for a test to look at: the last outcome of each address. */
public class KeptSink implements ScanSink {
  public final List<Observation> observations = new ArrayList<>();
  public final Map<Address, AddressOutcome> outcomes = new HashMap<>();
  public final Map<Address, Asked> sent = new TreeMap<>();

  @Override
  public void observed(Observation observation, byte[] raw) {
    observations.add(observation);
  }

  @Override
  public void done(Address address, String network, AddressOutcome outcome, Set<String> probes) {
    outcomes.put(address, outcome);
  }

  @Override
  public void asked(Address address, Asked asked) {
    sent.merge(address, asked, Asked::plus);
  }
}
