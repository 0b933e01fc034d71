package org.camsweep.report;

import java.util.List;
import java.util.Optional;
import org.camsweep.site.Circumstances;

/**
 * What a report rests on, beside what was heard.
 *
 * @param circumstances what the scan was made with; empty where nobody recorded it
 * @param inputs the owner's files that it was judged by, and the file that was judged
 * @param lists the regimes that it was judged by
 * @param redacted what was replaced for sharing: serial, mac, host; empty for the original
 */
public record Basis(
    Optional<Circumstances> circumstances,
    List<Input> inputs,
    List<Listed> lists,
    List<String> redacted) {
  public static final Basis NONE = new Basis(Optional.empty(), List.of(), List.of(), List.of());

  public Basis {
    inputs = List.copyOf(inputs);
    lists = List.copyOf(lists);
    redacted = List.copyOf(redacted);
  }

  /**
   * A file that was brought.
   *
   * @param kind waivers, inventory, regime; of what was not scanned here, evidence and site too
   * @param name its last name
   * @param sha256 lower-case hexadecimal
   */
  public record Input(String kind, String name, String sha256) {}

  /**
   * A regime.
   *
   * @param version of its data, with the content hash
   */
  public record Listed(String id, String version, boolean verified) {}
}
