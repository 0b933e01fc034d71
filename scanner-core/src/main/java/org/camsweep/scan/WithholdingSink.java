package org.camsweep.scan;

import java.util.Set;
import org.camsweep.observe.AddressOutcome;
import org.camsweep.observe.Asked;
import org.camsweep.observe.Observation;
import org.camsweep.site.Address;
import org.camsweep.withhold.Withholding;

/** The door to the journal through which all that a scan hears comes: no secret passes it. */
public final class WithholdingSink implements ScanSink {
  private final ScanSink journal;
  private final Withholding withholding;

  public WithholdingSink(ScanSink journal, Withholding withholding) {
    this.journal = journal;
    this.withholding = withholding;
  }

  @Override
  public void observed(Observation observation, byte[] raw) {
    Withholding.Kept kept = withholding.from(observation, raw);
    journal.observed(kept.observation(), kept.raw());
  }

  @Override
  public void done(Address address, String network, AddressOutcome outcome, Set<String> probes) {
    journal.done(address, network, outcome, probes);
  }

  @Override
  public void asked(Address address, Asked asked) {
    journal.asked(address, asked);
  }
}
