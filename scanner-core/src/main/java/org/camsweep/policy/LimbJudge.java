package org.camsweep.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camsweep.fingerprint.EvidenceKind;
import org.camsweep.fingerprint.Maker;
import org.camsweep.identify.Identification;
import org.camsweep.identify.Level;
import org.camsweep.site.Network;

/** Rules on one device under one limb. Nothing that is unknown comes out clear. */
final class LimbJudge {
  static final String NOT_A_CAMERA = "not-a-camera";

  private static final String DECLARED_ONLY =
      "declared only: that it is this maker's is the device's own account, or was said in its name,"
          + " and nothing of another kind bears it out, so it cannot be cleared by it";
  private static final String PLATFORM = "a reply particular to one maker's platform";

  private final Entities entities;
  private final Inventory inventory;
  private final LocalDate asOf;
  private final MakerReach makers;
  private final DeviceReach devices;

  LimbJudge(Entities entities, Inventory inventory, LocalDate asOf) {
    this.entities = entities;
    this.inventory = inventory;
    this.asOf = asOf;
    this.makers = new MakerReach(entities);
    this.devices = new DeviceReach(inventory);
  }

  /** Empty where the limb has nothing to say of the device. */
  Optional<Ruling> rule(Limb limb, Judged judged, Network network, boolean adopted) {
    List<Reach> reaches = reaches(limb, judged);
    boolean could = reaches.stream().anyMatch(Reach::could);
    boolean placed = limb.where().holds(network);
    Subject subject = Subject.of(judged);
    if (subject != Subject.VIDEO) {
      boolean names = could && !limb.test().notApproved() && !limb.test().certificateNeeded();
      return names
          ? Optional.of(aside(limb, reaches, away(limb, placed, adopted), subject))
          : Optional.empty();
    }
    boolean context = limb.met() == Verdict.NOT_ASSESSED;
    boolean silent = limb.onlyNamed() || context || !limb.test().components().isEmpty();
    if (silent && !could) {
      return Optional.empty();
    }
    return Optional.of(
        judged.identification().level().isFirm()
            ? firm(limb, judged, reaches.get(0), placed, adopted)
            : open(limb, judged.identification(), reaches, placed, could || adopted));
  }

  private List<Reach> reaches(Limb limb, Judged judged) {
    if (!limb.test().byMaker()) {
      return List.of(devices.of(limb.test(), judged));
    }
    Identification id = judged.identification();
    Map<String, Maker> inQuestion = new LinkedHashMap<>();
    id.maker().ifPresent(m -> inQuestion.put(m.id(), m));
    if (!id.level().isFirm()) {
      id.candidates().forEach(m -> inQuestion.putIfAbsent(m.id(), m));
    }
    return inQuestion.values().stream().map(m -> reach(limb, m, judged)).toList();
  }

  /**
   * By the day on which it was bought. Where only the device's own word leads to that day, the day
   * does not help it: today counts beside it, and the worse of the two.
   */
  private Reach reach(Limb limb, Maker maker, Judged judged) {
    Reach now = makers.of(limb.test(), maker, asOf);
    Optional<Reach> then =
        inventory.acquired(judged).map(day -> makers.of(limb.test(), maker, day));
    return inventory.isSurelyListed(judged) ? then.orElse(now) : then.map(now::or).orElse(now);
  }

  /** The verdict where something decisive is open. */
  private static Verdict away(Limb limb, boolean placed, boolean adopted) {
    if (placed) {
      return soft(limb.met());
    }
    return adopted ? soft(limb.elsewhere()) : Verdict.NOT_ASSESSED;
  }

  private Ruling firm(Limb limb, Judged judged, Reach reach, boolean placed, boolean adopted) {
    return switch (reach.state()) {
      case MET -> placed ? hit(limb, judged, reach) : elsewhere(limb, reach, limb.elsewhere());
      case MIGHT ->
          placed
              ? ruling(limb, soft(limb.met()), true, List.of(reach.because()), reach.settle())
              : elsewhere(limb, reach, soft(limb.elsewhere()));
      case UNKNOWN ->
          placed
              ? ruling(limb, soft(limb.met()), true, List.of(reach.because()), reach.settle())
              : elsewhere(limb, reach, away(limb, false, adopted));
      case NOT -> notReached(limb, judged, reach, placed, adopted);
    };
  }

  private Ruling hit(Limb limb, Judged judged, Reach reach) {
    List<String> reasons = new ArrayList<>(List.of(reach.because()));
    Verdict verdict = limb.met();
    Optional<String> settle = limb.settle();
    if (limb.relabelled().isPresent()
        && judged.identification().relabelled()
        && !Corroboration.isLabelledByOthers(judged)) {
      verdict = lower(verdict, limb.relabelled().get());
      reasons.add("it carries another label, and the rule does not speak of relabelled units");
      settle = Optional.of("whether the rule reaches units under another label");
    }
    if (limb.acquiredAfter().isPresent()) {
      LocalDate cut = limb.acquiredAfter().get();
      Optional<LocalDate> acquired = inventory.acquired(judged);
      if (acquired.isEmpty()) {
        verdict = soft(verdict);
        reasons.add("the limb reaches what was acquired after " + cut);
        settle = Optional.of("the day on which it was acquired: after " + cut + " or not");
      } else {
        reasons.add("the inventory says that it was acquired on " + acquired.get());
        verdict = acquired.get().isAfter(cut) ? verdict : soft(verdict);
      }
    }
    Optional<String> open = verdict == Verdict.REVIEW ? settle : Optional.empty();
    return ruling(limb, verdict, true, reasons, open);
  }

  private Ruling notReached(
      Limb limb, Judged judged, Reach reach, boolean placed, boolean adopted) {
    Identification id = judged.identification();
    boolean provesBuilder = !limb.test().byMaker() || provesBuilder(id);
    boolean corroborated =
        limb.test().notApproved() // which goes by the owner's list, not by the device's word
            || limb.notMet() != Verdict.CLEAR
            || Corroboration.of(judged);
    if (provesBuilder && corroborated) {
      return ruling(limb, limb.notMet(), placed, List.of(reach.because()), Optional.empty());
    }
    if (provesBuilder) {
      return ruling(
          limb,
          away(limb, placed, adopted),
          placed,
          List.of(reach.because(), DECLARED_ONLY),
          Optional.of("check the label: " + id.settle().orElse(PLATFORM)));
    }
    return ruling(
        limb,
        away(limb, placed, adopted),
        placed,
        List.of(reach.because(), "it also sells devices that others build"),
        Optional.of("who built this unit: a reply particular to one maker's platform"));
  }

  private boolean provesBuilder(Identification id) {
    Maker maker = id.maker().orElseThrow();
    Builds builds = entities.find(maker.id()).map(Entity::builds).orElse(Builds.OWN);
    if (!maker.buildsHardware() || builds == Builds.BOUGHT_IN) {
      return false;
    }
    return builds == Builds.OWN
        || (id.level() == Level.CONFIRMED
            && id.evidence().stream()
                .anyMatch(
                    e ->
                        e.kind() == EvidenceKind.PLATFORM
                            && e.verified()
                            && e.maker().filter(maker.id()::equals).isPresent()));
  }

  private Ruling open(
      Limb limb, Identification id, List<Reach> reaches, boolean placed, boolean raise) {
    Verdict verdict = away(limb, placed, raise);
    List<String> reasons = new ArrayList<>();
    reaches.stream().filter(Reach::could).map(Reach::because).forEach(reasons::add);
    reasons.add(
        reasons.isEmpty()
            ? "the rule could reach it, for its maker is not established"
            : "this is not established, so the rule could reach it");
    if (!placed) {
      reasons.add(limb.elsewhereText().orElse(limb.where().missing()));
    }
    Optional<String> settle =
        id.settle().or(() -> Optional.of("a reply particular to one maker's platform"));
    return ruling(limb, verdict, placed, reasons, settle);
  }

  private static Ruling elsewhere(Limb limb, Reach reach, Verdict verdict) {
    List<String> reasons =
        List.of(reach.because(), limb.elsewhereText().orElse(limb.where().missing()));
    return ruling(
        limb,
        verdict,
        false,
        reasons,
        verdict == Verdict.REVIEW ? limb.settle().or(reach::settle) : Optional.empty());
  }

  /** For a device that is no video device, or may be none. */
  private static Ruling aside(Limb limb, List<Reach> reaches, Verdict verdict, Subject subject) {
    Reach reach = reaches.stream().filter(Reach::could).findFirst().orElseThrow();
    boolean other = subject == Subject.OTHER;
    List<String> reasons =
        List.of(
            reach.because(),
            other
                ? "it is not a camera, and the rule speaks of video equipment"
                : "what kind of device it is could not be told");
    return new Ruling(
        other ? NOT_A_CAMERA : limb.id(),
        limb.cite(),
        verdict,
        verdict != Verdict.NOT_ASSESSED,
        reasons,
        Optional.of(
            other
                ? "whether it is part of a video surveillance system"
                : "what the device is: camera, recorder or something else"),
        limb.actions());
  }

  private static Ruling ruling(
      Limb limb, Verdict verdict, boolean placed, List<String> reasons, Optional<String> settle) {
    return new Ruling(limb.id(), limb.cite(), verdict, placed, reasons, settle, limb.actions());
  }

  private static Verdict soft(Verdict verdict) {
    return lower(verdict, Verdict.REVIEW);
  }

  private static Verdict lower(Verdict a, Verdict b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
