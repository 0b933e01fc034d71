package org.camsweep.fingerprints;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.camsweep.config.ConfigException;
import org.camsweep.fingerprint.Pack;
import org.camsweep.fuzz.Mutator;
import org.camsweep.observe.Endpoint;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Field;
import org.camsweep.observe.Observation;
import org.camsweep.observe.Outcome;
import org.camsweep.observe.ProbeId;
import org.camsweep.probe.ProbeCatalogue;
import org.camsweep.report.SampleReport;
import org.camsweep.site.Cidr;

/**
 * Devices put together at random: what makers' cameras and other things say, what a hostile one may
 * say, identities that several claim; every other text changed. The same seed gives the same.
 */
final class RandomDevices {
  private static final List<String> IDENTITIES =
      List.of(
          "00:11:22:33:44:55",
          "44:19:b6:01:02:03",
          "urn:uuid:0b2d7c7e-0000-1000-8000-001122334455",
          "ABCD123456789",
          "cam-1.local");

  private final Random dice;
  private final Mutator mutator;
  private final List<Fact> words = new ArrayList<>();
  private final List<Field> fields = List.copyOf(ProbeCatalogue.fields());
  private int next;

  RandomDevices(Pack pack, long seed) throws ConfigException {
    dice = new Random(seed);
    mutator = new Mutator(seed);
    pack.signatures().stream()
        .flatMap(
            s ->
                Stream.concat(
                    s.examples().stream().map(e -> Fact.of(s.field(), e.text())),
                    s.nonExamples().stream().map(n -> Fact.of(s.field(), n))))
        .forEach(words::add);
    Shipped.ordinary().forEach(o -> words.add(Fact.of(o.field(), o.text())));
  }

  /** One to three observations at each of so many addresses, of which some are one box. */
  List<Observation> observations(int addresses) {
    List<Observation> all = new ArrayList<>();
    for (int host = 1; host <= addresses; host++) {
      String address = (dice.nextInt(8) == 0 ? "fd00:1::" : "10.20.30.") + host;
      for (int i = dice.nextInt(3); i >= 0; i--) {
        all.add(observation(address));
      }
    }
    return all;
  }

  private Observation observation(String address) {
    List<Fact> facts = new ArrayList<>();
    for (int i = dice.nextInt(7); i > 0; i--) {
      facts.add(fact());
    }
    boolean link = dice.nextInt(4) == 0;
    ProbeId probe = ProbeCatalogue.all().get(dice.nextInt(ProbeCatalogue.all().size())).id();
    return new Observation(
        "o" + ++next,
        Cidr.address(address),
        Optional.of("net"),
        probe,
        link ? Endpoint.link() : Endpoint.tcp(1 + dice.nextInt(65_535)),
        Optional.empty(),
        Instant.EPOCH.plusSeconds(dice.nextInt(1_000_000_000)),
        any(List.of(Outcome.values())),
        facts.stream().distinct().toList(),
        Optional.empty());
  }

  private Fact fact() {
    return switch (dice.nextInt(8)) {
      case 0 -> Fact.of(any(fields), any(SampleReport.HOSTILE));
      case 1 -> Fact.of(any(fields), any(IDENTITIES));
      case 2 -> Fact.of(any(fields), mutator.next(any(IDENTITIES)));
      case 3, 4 -> any(words);
      default -> changed(any(words));
    };
  }

  private Fact changed(Fact said) {
    return Fact.of(said.field(), mutator.next(said.value()));
  }

  private <T> T any(List<T> some) {
    return some.get(dice.nextInt(some.size()));
  }
}
