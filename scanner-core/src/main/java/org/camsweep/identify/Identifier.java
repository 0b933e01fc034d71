package org.camsweep.identify;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.camsweep.device.Device;
import org.camsweep.fingerprint.DeviceKind;
import org.camsweep.fingerprint.Maker;
import org.camsweep.fingerprint.Pack;
import org.camsweep.observe.Observation;

/**
 * Says who made a device, what it is and how sure that is. Every signature sees every fact; named
 * rules weigh what fires. The same device and pack give the same answer, whatever the order. Safe
 * for use by several threads.
 */
public final class Identifier {
  static final int MAX_EVIDENCE = 256;

  /** With fewer facts no device makes so many signatures fire that it need be looked at. */
  private static final int FEW = 64;

  private static final Comparator<Evidence> ORDER =
      Comparator.comparing(Evidence::kind)
          .thenComparing(e -> !e.verified())
          .thenComparing(Evidence::signature)
          .thenComparing(e -> e.maker().orElse(""))
          .thenComparing(Evidence::field)
          .thenComparing(Evidence::value)
          .thenComparing(Evidence::observation);

  private final Pack pack;
  private final SignatureIndex signatures;
  private final Names names;
  private final LabelRule labels;
  private final PrefixRule prefixes;

  public Identifier(Pack pack) {
    this.pack = pack;
    this.signatures = new SignatureIndex(pack);
    this.names = new Names(pack);
    this.labels = new LabelRule(names);
    this.prefixes = new PrefixRule(pack);
  }

  /**
   * What is believed of the device. Never throws on what a device said. What was said unasked may
   * have been sent by another machine in this one's name: it adds to what the device says when it
   * is asked, and never takes away what that confirms.
   */
  public Identification identify(Device device) {
    Identification whole = decide(device);
    Optional<Device> without = UnaskedWords.without(device);
    Optional<Identification> asked = without.map(this::decide);
    return asked.isPresent() && UnaskedWords.change(asked.get(), whole)
        ? withWhatFits(device, without.get(), asked.get())
        : whole;
  }

  /** What it says when asked, and of what was said unasked all that does not change it. */
  private Identification withWhatFits(Device device, Device without, Identification asked) {
    List<Observation> kept = new ArrayList<>(without.observations());
    Identification believed = asked;
    for (List<Observation> statement : UnaskedWords.statements(device)) {
      List<Observation> more = new ArrayList<>(kept);
      more.addAll(statement);
      Identification then = decide(UnaskedWords.with(device, more));
      if (!UnaskedWords.change(asked, then)) {
        kept = more;
        believed = then;
      }
    }
    return believed;
  }

  /** Whether words sent unasked in the device's name name somebody else than it does when asked. */
  public boolean isSpokenFor(Device device) {
    return UnaskedWords.without(device)
        .map(this::decide)
        .filter(asked -> UnaskedWords.change(asked, decide(device)))
        .isPresent();
  }

  /** Limits that were met in identifying the device, by name; empty for nearly all devices. */
  public List<String> limits(Device device, Identification believed) {
    List<String> limits = new ArrayList<>();
    if (believed.evidence().size() >= MAX_EVIDENCE || believed.contrary().size() >= MAX_EVIDENCE) {
      limits.add("pieces of evidence shown (" + MAX_EVIDENCE + ")");
    }
    if (facts(device) >= FEW && signatures.match(device).size() >= SignatureIndex.MAX_HITS) {
      limits.add("signatures that fire on one device (" + SignatureIndex.MAX_HITS + ")");
    }
    if (HardwareAddress.isCut(device)) {
      limits.add("hardware addresses that one device states (" + HardwareAddress.MAX + ")");
    }
    return List.copyOf(limits);
  }

  private static long facts(Device device) {
    return device.observations().stream().mapToLong(o -> o.facts().size()).sum();
  }

  private Identification decide(Device whole) {
    Device device = UnaskedWords.askedFirst(whole);
    List<Hit> hits = signatures.match(device);
    DeviceKind firstKind = KindRule.decide(hits, m -> true);
    Set<Evidence> evidence = new LinkedHashSet<>();
    Case asked = new Case(clues(device, hits, firstKind, evidence), names);
    Decision decision =
        Rule.ALL.stream().flatMap(r -> r.decide(asked).stream()).findFirst().orElseThrow();
    Predicate<String> believed =
        maker -> decision.maker().filter(m -> !names.related(m, maker)).isEmpty();
    DeviceKind kind = decision.level().isFirm() ? KindRule.decide(hits, believed) : firstKind;
    Set<Evidence> contrary = contrary(asked, decision);
    return new Identification(
        kind,
        decision.level(),
        decision.maker().flatMap(pack::maker),
        decision.others().stream().flatMap(m -> pack.maker(m).stream()).toList(),
        BrandAnswer.of(evidence, decision.maker(), names),
        Particulars.of("model", device, hits, believed),
        Particulars.of("serial", device, hits, believed),
        Particulars.of("firmware", device, hits, believed),
        sorted(evidence.stream().filter(e -> !contrary.contains(e)).toList()),
        sorted(contrary),
        decision.rule(),
        decision.settle());
  }

  /** How many signatures have no text that must occur, so that every fact is tried on them. */
  int unfiltered() {
    return signatures.unfiltered();
  }

  /** How many patterns are tried on the texts of a device: what identification costs. */
  int tried(Device device) {
    return signatures.tried(device);
  }

  private Set<Clue> clues(Device device, List<Hit> hits, DeviceKind kind, Set<Evidence> evidence) {
    Set<Clue> clues = new LinkedHashSet<>();
    List<Evidence> badges = new ArrayList<>(labels.shown(device));
    for (Hit hit : hits) {
      Evidence e = hit.evidence();
      weigh(e, Weight.of(e), clues, badges, evidence);
    }
    for (PrefixRule.Registered registered : prefixes.of(device, hits)) {
      weigh(registered.evidence(), registered.weight(), clues, badges, evidence);
    }
    for (Evidence badge : badges) {
      evidence.add(badge);
      if (badge.maker().filter(this::builds).isPresent()) {
        clues.add(Clue.of(badge, Weight.BADGE));
      }
      for (Clue clue : labels.builders(badge, device, kind)) {
        evidence.add(clue.evidence());
        clues.add(clue);
      }
    }
    return clues;
  }

  /** Evidence for one that buys its devices in speaks of the label, not of the builder. */
  private void weigh(
      Evidence e, Weight weight, Set<Clue> clues, List<Evidence> badges, Set<Evidence> evidence) {
    if (e.maker().isEmpty()) {
      evidence.add(e);
      return;
    }
    if (builds(e.maker().get())) {
      evidence.add(e);
      clues.add(Clue.of(e, weight));
      if (weight == Weight.DECLARED || weight == Weight.BADGE) {
        badges.add(e);
      }
    } else if (weight == Weight.LIKENESS) {
      evidence.add(e);
    } else {
      badges.add(withBrand(e));
    }
  }

  private Evidence withBrand(Evidence e) {
    return new Evidence(
        e.signature(),
        e.field(),
        e.value(),
        e.kind(),
        e.observation(),
        e.maker(),
        e.brand().or(() -> names.label(e.maker().orElseThrow())),
        e.verified());
  }

  private boolean builds(String maker) {
    return pack.maker(maker).filter(Maker::buildsHardware).isPresent();
  }

  private Set<Evidence> contrary(Case asked, Decision decision) {
    Set<Evidence> contrary = new LinkedHashSet<>();
    for (Clue clue : asked.clues()) {
      boolean contested =
          decision.level() == Level.CONTESTED
              && decision.others().stream().anyMatch(o -> names.related(o, clue.maker()));
      boolean against =
          decision.maker().filter(m -> !names.related(m, clue.maker())).isPresent()
              && decision.maker().filter(m -> names.isLabelOf(clue.maker(), m)).isEmpty();
      if ((contested || against) && clue.weight() != Weight.LIKENESS) {
        contrary.add(clue.evidence());
      }
    }
    return contrary;
  }

  private static List<Evidence> sorted(Collection<Evidence> evidence) {
    return evidence.stream().sorted(ORDER).limit(MAX_EVIDENCE).toList();
  }
}
