package org.camsweep.identify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camsweep.device.Device;
import org.camsweep.device.DeviceAssembler;
import org.camsweep.fingerprint.Pack;
import org.camsweep.fingerprint.Signature;
import org.camsweep.observe.Endpoint;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Field;
import org.camsweep.observe.Observation;
import org.camsweep.observe.Outcome;
import org.camsweep.observe.ProbeId;
import org.camsweep.site.Address;

/** Whether a device that says a signature's example is known by that signature. */
public final class ReachCheck {
  /** A signature and an example of its own that does not lead to it. */
  public record Unreached(Signature signature, String text) {}

  private final SignatureIndex index;
  private final Collection<Field> declared;

  private ReachCheck(SignatureIndex index, Collection<Field> declared) {
    this.index = index;
    this.declared = declared;
  }

  /**
   * Signatures whose examples do not lead to them on the way that a device's words take.
   *
   * @param declared the fields that probes say
   */
  public static List<Unreached> unreached(Pack pack, Collection<Field> declared) {
    ReachCheck check = new ReachCheck(new SignatureIndex(pack), declared);
    List<Unreached> unreached = new ArrayList<>();
    for (Signature s : pack.signatures()) {
      boolean shown = s.all().stream().allMatch(c -> c.example().isPresent());
      for (Signature.Example example : shown ? s.examples() : List.<Signature.Example>of()) {
        Set<String> fired = check.fired(s, example.text());
        if (!fired.contains(s.id())) {
          unreached.add(new Unreached(s, example.text()));
        }
      }
    }
    return unreached;
  }

  private Set<String> fired(Signature s, String text) {
    List<Fact> facts = new ArrayList<>(List.of(Fact.of(said(s.field()), text)));
    s.all().forEach(c -> facts.add(Fact.of(said(c.field()), c.example().orElseThrow())));
    Observation heard =
        new Observation(
            "example",
            Address.of(new byte[] {127, 0, 0, 1}),
            Optional.empty(),
            ProbeId.of("example"),
            Endpoint.link(),
            Optional.empty(),
            Instant.EPOCH,
            Outcome.ANSWERED,
            facts,
            Optional.empty());
    Device device = DeviceAssembler.assemble(List.of(heard)).get(0);
    return index.match(device).stream()
        .map(h -> h.signature().id())
        .collect(java.util.stream.Collectors.toSet());
  }

  /** A derived field is said through one that it is derived from. */
  private Field said(Field field) {
    return declared.stream()
        .filter(d -> StatedFields.of(d).equals(Optional.of(field)))
        .findFirst()
        .orElse(field);
  }

  /** The field that a fact of this field also counts for, such as {@code stated.model}. */
  public static Optional<Field> derived(Field field) {
    return StatedFields.of(field);
  }
}
