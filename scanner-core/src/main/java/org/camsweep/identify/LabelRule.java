package org.camsweep.identify;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.camsweep.device.Device;
import org.camsweep.fingerprint.DeviceKind;
import org.camsweep.fingerprint.EvidenceKind;
import org.camsweep.fingerprint.Label;
import org.camsweep.fingerprint.Maker;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Observation;

/**
 * Reads labels: a text in a field where devices show their brand, equal to a label, speaks for the
 * label's owner if the owner builds devices, and for those that are known to build under it.
 */
final class LabelRule {
  private static final Set<String> WHOLE =
      Set.of("http.title", "http.realm", "rtsp.realm", "dhip.vendor", "sadp.oem");
  private static final Set<String> FIRST_WORD =
      Set.of("wsd.scope.name", "onvif.scope.name", "upnp.friendly-name");

  private final Names names;

  LabelRule(Names names) {
    this.names = names;
  }

  /** The labels that a device shows, as the evidence of their owners or of nobody. */
  List<Evidence> shown(Device device) {
    List<Evidence> shown = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Observation observation : device.observations()) {
      for (Fact fact : observation.facts()) {
        for (String text : texts(fact)) {
          String normal = Names.normal(text);
          if (names.isLabel(normal) && seen.add(normal)) {
            shown.addAll(evidence(normal, text, fact, observation.id()));
          }
        }
      }
    }
    return shown;
  }

  private static List<String> texts(Fact fact) {
    String field = fact.field().name();
    String text = fact.value().strip();
    if (text.isEmpty() || text.length() > 128) {
      return List.of();
    }
    if (FIRST_WORD.contains(field)) {
      return List.of(text, text.split("[\\s_/-]+", 2)[0]);
    }
    boolean brand = WHOLE.contains(field) || field.endsWith(".manufacturer");
    return brand ? List.of(text) : List.of();
  }

  private List<Evidence> evidence(String normal, String text, Fact fact, String observation) {
    List<Evidence> evidence = new ArrayList<>();
    List<Maker> owners = names.owners(normal);
    for (Maker owner : owners) {
      evidence.add(evidence("label:" + normal, fact, observation, Optional.of(owner.id()), text));
    }
    if (owners.isEmpty()) {
      evidence.add(evidence("label:" + normal, fact, observation, Optional.empty(), text));
    }
    return evidence;
  }

  private static Evidence evidence(
      String id, Fact fact, String observation, Optional<String> maker, String brand) {
    return new Evidence(
        id,
        fact.field().name(),
        fact.value(),
        EvidenceKind.BRAND,
        observation,
        maker,
        Optional.of(brand),
        true);
  }

  /** Who builds under the label that the evidence shows. */
  List<Clue> builders(Evidence label, Device device, DeviceKind kind) {
    List<Label> rows = new ArrayList<>();
    label.brand().map(Names::normal).map(names::rows).ifPresent(rows::addAll);
    label.maker().map(names::rowsOfMaker).ifPresent(rows::addAll);
    List<Clue> clues = new ArrayList<>();
    for (Label row : rows.stream().distinct().toList()) {
      if (fits(row, kind)) {
        Evidence evidence =
            new Evidence(
                "label:" + row.id(),
                label.field(),
                label.value(),
                EvidenceKind.BRAND,
                label.observation(),
                Optional.of(row.maker()),
                Optional.of(row.label()),
                row.verified() && label.verified());
        clues.add(Clue.of(evidence, weight(row, label, device)));
      }
    }
    return clues;
  }

  private static Weight weight(Label row, Evidence label, Device device) {
    if (!row.verified() || !label.verified() || !row.certainty().settles()) {
      return Weight.DOUBTFUL_LABEL;
    }
    boolean narrow = row.line().isPresent() || row.from().isPresent() || row.to().isPresent();
    boolean shown = row.line().filter(line -> shows(device, line)).isPresent();
    return !narrow || shown ? Weight.LABEL : Weight.LABEL_OF_LINE;
  }

  private static boolean shows(Device device, String line) {
    String wanted = Names.normal(line);
    return device.observations().stream()
        .flatMap(o -> o.facts().stream())
        .filter(f -> f.value().length() <= 256)
        .anyMatch(f -> Names.normal(f.value()).contains(wanted));
  }

  /** A row about recorders says nothing of a camera, nor the other way round. */
  private static boolean fits(Label row, DeviceKind kind) {
    String line = row.line().orElse("").toLowerCase(Locale.ROOT);
    boolean recorders = line.contains("recorder") || line.contains("nvr") || line.contains("dvr");
    boolean cameras = line.contains("camera") || line.contains("dome") || line.contains("doorbell");
    if (recorders == cameras) {
      return true;
    }
    return recorders
        ? Set.of(DeviceKind.RECORDER, DeviceKind.CAMERA_OR_RECORDER, DeviceKind.UNKNOWN)
            .contains(kind)
        : kind != DeviceKind.RECORDER;
  }
}
