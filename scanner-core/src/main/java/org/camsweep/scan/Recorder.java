package org.camsweep.scan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.camsweep.config.ConfigException;
import org.camsweep.fingerprint.MacPrefix;
import org.camsweep.fingerprint.Maker;
import org.camsweep.fingerprint.Pack;
import org.camsweep.identify.Identification;
import org.camsweep.journal.JournalReader;
import org.camsweep.observe.Mac;
import org.camsweep.observe.Observation;
import org.camsweep.policy.Judged;
import org.camsweep.recording.Scrubber;
import org.camsweep.site.Address;

/** Takes devices out of a stored result as recordings that may be shown to others. */
public final class Recorder {
  /** Words that name what a device is, and stay in names. */
  private static final Set<String> PLAIN =
      Set.of(
          "camera",
          "cameras",
          "cam",
          "ipcam",
          "ipcamera",
          "network",
          "networkcamera",
          "dome",
          "bullet",
          "turret",
          "video",
          "server",
          "recorder",
          "encoder",
          "doorbell",
          "intercom",
          "onvif",
          "http",
          "https",
          "rtsp",
          "local",
          "device",
          "unknown",
          "default",
          "profile",
          "country",
          "city",
          "location",
          "name",
          "channel",
          "thermal");

  /**
   * A recording.
   *
   * @param observations scrubbed
   * @param same whether they are identified like what was heard
   */
  public record Recording(List<Observation> observations, boolean same) {
    public Recording {
      observations = List.copyOf(observations);
    }
  }

  private final Rules rules;
  private final Judge judge;

  public Recorder(Rules rules) {
    this.rules = rules;
    this.judge = new Judge(rules);
  }

  /**
   * What a result holds of addresses, scrubbed; empty if it holds nothing of them.
   *
   * @throws ConfigException if the result cannot be read
   */
  public Optional<Recording> record(JournalReader result, Set<Address> addresses)
      throws ConfigException {
    List<Observation> heard = new ArrayList<>();
    result.observations(
        (o, raw) -> {
          if (addresses.stream().anyMatch(a -> a.mayBe(o.address()))) {
            heard.add(o);
          }
        });
    return heard.isEmpty() ? Optional.empty() : Optional.of(scrub(heard));
  }

  /** Scrubs observations, and says whether the answer stays the same. */
  public Recording scrub(List<Observation> heard) {
    List<Identification> before = identify(heard);
    Set<String> kept = new HashSet<>(PLAIN);
    before.forEach(
        i ->
            Stream.of(i.brand(), i.model(), i.firmware())
                .flatMap(Optional::stream)
                .forEach(w -> words(w, kept)));
    for (Maker maker : rules.pack().makers()) {
      maker.tradeNames().forEach(n -> words(n, kept));
      words(maker.id(), kept);
    }
    List<Observation> scrubbed = new Scrubber(blockDigits(rules.pack()), kept).scrub(heard);
    return new Recording(scrubbed, said(before).equals(said(identify(scrubbed))));
  }

  private static ToIntFunction<Mac> blockDigits(Pack pack) {
    return mac ->
        pack.registrants(mac).stream()
            .map(MacPrefix::digits)
            .mapToInt(String::length)
            .max()
            .orElse(6);
  }

  private static void words(String text, Set<String> into) {
    for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
      into.add(word);
    }
  }

  private List<Identification> identify(List<Observation> heard) {
    return judge.identify(heard).stream().map(Judged::identification).toList();
  }

  /** All that must stay: not the serial number, and not the words of the evidence. */
  private static List<String> said(List<Identification> all) {
    return all.stream()
        .map(
            i ->
                String.join(
                    " ",
                    i.kind().name(),
                    i.level().name(),
                    i.maker().map(Maker::id).orElse("-"),
                    i.brand().orElse("-"),
                    i.model().orElse("-"),
                    i.firmware().orElse("-")))
        .sorted()
        .toList();
  }
}
