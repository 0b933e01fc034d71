package org.camsweep.recording;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Mac;
import org.camsweep.observe.Observation;
import org.camsweep.recording.Secrets.Disguise;
import org.camsweep.site.AddressText;
import org.camsweep.site.Cidr;

/**
 * Takes out of observations whose they are: addresses, hardware addresses but for their registered
 * block, the second half of serial numbers, UUIDs, certificates' hashes, e-mail addresses,
 * coordinates, sessions, and what people called things. The same secret gets the same stand
 * wherever it stands in one recording. Scrubbing again changes nothing.
 */
public final class Scrubber {
  private final ToIntFunction<Mac> blockDigits;
  private final Set<String> kept;

  /**
   * A scrubber.
   *
   * @param blockDigits how many digits of a hardware address its registered block has; 6 if it is
   *     not known
   * @param kept words that stay in names, lower case: brands, models, kinds of devices
   */
  public Scrubber(ToIntFunction<Mac> blockDigits, Set<String> kept) {
    this.blockDigits = blockDigits;
    this.kept = Set.copyOf(kept);
  }

  /** The observations without their secrets, in the same order. */
  public List<Observation> scrub(List<Observation> heard) {
    Secrets secrets = new Secrets();
    Finder finder = new Finder(secrets, blockDigits, kept);
    heard.forEach(o -> finder.address(AddressText.withoutZone(o.address())));
    heard.forEach(o -> o.facts().forEach(finder::fact));
    Disguise disguise = secrets.disguise();
    List<Observation> scrubbed = new ArrayList<>();
    for (Observation o : heard) {
      scrubbed.add(
          new Observation(
              "r" + (scrubbed.size() + 1),
              Cidr.address(disguise.of(AddressText.withoutZone(o.address()))),
              Optional.empty(),
              o.probe(),
              o.endpoint(),
              Optional.empty(),
              o.at().truncatedTo(ChronoUnit.DAYS),
              o.outcome(),
              o.facts().stream().map(f -> fact(f, disguise)).toList(),
              Optional.empty()));
    }
    return scrubbed;
  }

  private static Fact fact(Fact fact, Disguise disguise) {
    String placeless = Finder.PLACE.matcher(fact.value()).replaceAll("0.00000$10.00000");
    return Fact.of(fact.field(), disguise.of(placeless));
  }
}
