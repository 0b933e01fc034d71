package org.camsweep.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camsweep.config.YamlValue;
import org.camsweep.fingerprint.DeviceKind;
import org.camsweep.fingerprint.Maker;
import org.camsweep.identify.Identification;
import org.camsweep.identify.Level;
import org.camsweep.site.Network;

/** Puts the reasons of a finding into plain words. No advice, no law. */
final class Wording {
  private final Entities entities;

  Wording(Entities entities) {
    this.entities = entities;
  }

  String because(Regime regime, Ruling ruling, Judged judged, Network network) {
    List<String> sentences = new ArrayList<>(identity(judged.identification()));
    ruling.reasons().forEach(r -> sentences.add(capital(r)));
    sentences.add(place(network));
    regime.limbs().stream()
        .filter(l -> l.id().equals(ruling.limb()) && ruling.verdict() != Verdict.CLEAR)
        .map(l -> "The rule: " + l.text())
        .forEach(sentences::add);
    network.control().ifPresent(c -> sentences.add("Control of the network: " + c));
    if (judged.identification().kind() == DeviceKind.RECORDER) {
      sentences.add("Analogue cameras behind a recorder are invisible to a scan");
    }
    if (ruling.verdict().compareTo(Verdict.CLEAR) > 0 && !regime.limits().isEmpty()) {
      sentences.add("A scan cannot see: " + String.join("; ", regime.limits()));
    }
    if (!regime.verified()) {
      sentences.add("The data of this regime are not verified");
    }
    return sentences.stream().map(Wording::stopped).collect(Collectors.joining(" "));
  }

  private List<String> identity(Identification id) {
    List<String> sentences = new ArrayList<>();
    String badge = id.brand().map(DeviceReach::quoted).orElse("");
    String maker = id.maker().map(Maker::name).orElse("");
    String level = YamlValue.word(id.level());
    if (id.level().isFirm()) {
      String label = id.relabelled() ? "It carries the label " + badge + ", and its" : "Its";
      sentences.add(label + " maker is " + maker + " (" + level + ")");
    } else {
      String label = badge.isEmpty() ? "" : "It carries the label " + badge + ". ";
      sentences.add(label + doubt(id, maker));
    }
    if (!id.contrary().isEmpty()) {
      sentences.add("Contrary evidence: " + id.contrary().get(0).signature());
    }
    id.brand()
        .filter(b -> id.maker().isEmpty() || id.relabelled())
        .flatMap(this::badgeOwner)
        .ifPresent(sentences::add);
    return sentences;
  }

  private static String doubt(Identification id, String maker) {
    String others =
        id.candidates().stream().map(Maker::name).sorted().collect(Collectors.joining(" and "));
    if (id.level() == Level.POSSIBLE) {
      return "Its maker is possibly "
          + maker
          + (others.isEmpty() ? "" : ", or " + others)
          + ", which no verdict can rest on";
    }
    if (id.level() == Level.CONTESTED) {
      return "Its maker is contested: " + others;
    }
    return "Who made it is not known";
  }

  private Optional<String> badgeOwner(String badge) {
    return entities.ownersOfBadge(badge).stream()
        .findFirst()
        .flatMap(
            e -> Ownership.told(e).map(t -> "The label is that of " + e.name() + "; owners: " + t));
  }

  private static String place(Network network) {
    String sensitive =
        network
            .sensitive()
            .map(r -> "is marked sensitive (" + YamlValue.word(r) + ", set by the owner)")
            .orElse("is not marked sensitive");
    return "Network "
        + network.id()
        + " "
        + sensitive
        + (network.coreNetwork() ? " and is a core network" : "");
  }

  static String capital(String clause) {
    return clause.isEmpty()
        ? clause
        : clause.substring(0, 1).toUpperCase(Locale.ROOT) + clause.substring(1);
  }

  static String stopped(String sentence) {
    return sentence.endsWith(".") ? sentence : sentence + ".";
  }
}
