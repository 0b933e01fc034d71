package org.camsweep.identify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.camsweep.device.Device;
import org.camsweep.device.DeviceAssembler;
import org.camsweep.fingerprint.OrdinaryText;
import org.camsweep.fingerprint.Pack;
import org.camsweep.fingerprint.Signature;
import org.camsweep.observe.Endpoint;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Field;
import org.camsweep.observe.Observation;
import org.camsweep.observe.Outcome;
import org.camsweep.observe.ProbeId;
import org.camsweep.site.Address;

/**
 * Devices to measure identification with: one half cameras that say what a maker's signatures give
 * as examples, beside texts that anything says; the other half things that are no cameras.
 */
public final class DeviceMix {
  private static final int OWN_WORDS = 6;
  private static final int ORDINARY_WORDS = 20;

  private final Pack pack;
  private final Map<Field, List<OrdinaryText>> byField;
  private int next;

  public DeviceMix(Pack pack, List<OrdinaryText> ordinary) {
    this.pack = pack;
    this.byField =
        ordinary.stream()
            .collect(
                Collectors.groupingBy(
                    OrdinaryText::field, LinkedHashMap::new, Collectors.toList()));
  }

  /** For each maker that has signatures, a device of its own and one that is no camera. */
  public List<Device> devices() {
    return devices(text -> text);
  }

  /**
   * The same, every text changed.
   *
   * @param change what becomes of a text
   */
  public List<Device> devices(UnaryOperator<String> change) {
    Map<String, List<Signature>> byMaker =
        pack.signatures().stream()
            .filter(s -> s.maker().isPresent())
            .collect(
                Collectors.groupingBy(
                    s -> s.maker().orElseThrow(), LinkedHashMap::new, Collectors.toList()));
    List<Observation> observations = new ArrayList<>();
    int host = 1;
    for (List<Signature> signatures : byMaker.values()) {
      observations.addAll(observations(host++, facts(signatures), change));
      observations.addAll(observations(host++, facts(List.of()), change));
    }
    return DeviceAssembler.assemble(observations);
  }

  private List<Fact> facts(List<Signature> signatures) {
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < Math.min(OWN_WORDS, signatures.size()); i++) {
      Signature s = signatures.get(i * signatures.size() / Math.min(OWN_WORDS, signatures.size()));
      facts.add(Fact.of(s.field(), s.examples().get(0).text()));
      for (Signature.Condition condition : s.all()) {
        condition.example().ifPresent(text -> facts.add(Fact.of(condition.field(), text)));
      }
    }
    List<List<OrdinaryText>> fields = new ArrayList<>(byField.values());
    for (int i = 0; i < Math.min(ORDINARY_WORDS, fields.size()); i++) {
      List<OrdinaryText> said = fields.get(i);
      OrdinaryText text = said.get(next % said.size());
      facts.add(Fact.of(text.field(), text.text()));
    }
    next++;
    return facts;
  }

  private static List<Observation> observations(
      int host, List<Fact> facts, UnaryOperator<String> change) {
    Map<String, List<Fact>> byProtocol =
        facts.stream()
            .collect(
                Collectors.groupingBy(
                    DeviceMix::protocol, LinkedHashMap::new, Collectors.toList()));
    List<Observation> observations = new ArrayList<>();
    byProtocol.forEach(
        (protocol, said) ->
            observations.add(
                new Observation(
                    "o" + host + "-" + protocol,
                    address(host),
                    Optional.of("net"),
                    ProbeId.of(protocol),
                    Endpoint.link(),
                    Optional.empty(),
                    Instant.EPOCH,
                    Outcome.ANSWERED,
                    said.stream().map(f -> Fact.of(f.field(), change.apply(f.value()))).toList(),
                    Optional.empty())));
    return observations;
  }

  private static String protocol(Fact fact) {
    Field field = fact.field();
    return field.name().substring(0, field.name().indexOf('.'));
  }

  private static Address address(int host) {
    return Address.of(new byte[] {10, 0, (byte) (host >> 8), (byte) host});
  }
}
