package org.camsweep.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camsweep.site.Authorisation;

/**
 * How the result came about.
 *
 * @param scanId identifier of the scan, the folder's name by default
 * @param operator who ran it, if given
 * @param commandLine as typed; never holds a secret
 * @param tool name and version
 * @param pack version and content hash of the signatures and regimes
 * @param asOf the day as of which regimes were judged, ISO 8601
 * @param interfaces those that really listened
 * @param counters packets, connections and refusals by name, for example {@code sent.datagrams}
 * @param remarks what went differently from the plan, in plain words
 * @param basis what else it rests on: program, clock, the owner's files, the lists
 */
public record Provenance(
    String scanId,
    Instant started,
    Optional<Instant> ended,
    Optional<String> operator,
    Authorisation authorisation,
    Optional<String> marking,
    List<String> commandLine,
    String tool,
    String pack,
    String asOf,
    List<String> interfaces,
    Map<String, Long> counters,
    List<String> remarks,
    Basis basis) {
  public Provenance {
    commandLine = List.copyOf(commandLine);
    interfaces = List.copyOf(interfaces);
    counters = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(counters));
    remarks = List.copyOf(remarks);
  }

  /** One of which nothing else is known. */
  public Provenance(
      String scanId,
      Instant started,
      Optional<Instant> ended,
      Optional<String> operator,
      Authorisation authorisation,
      Optional<String> marking,
      List<String> commandLine,
      String tool,
      String pack,
      String asOf,
      List<String> interfaces,
      Map<String, Long> counters,
      List<String> remarks) {
    this(
        scanId,
        started,
        ended,
        operator,
        authorisation,
        marking,
        commandLine,
        tool,
        pack,
        asOf,
        interfaces,
        counters,
        remarks,
        Basis.NONE);
  }

  /** The same, and what else it rests on. */
  public Provenance on(Basis other) {
    return with(marking, other);
  }

  Provenance marked(Optional<String> other) {
    return with(other, basis);
  }

  private Provenance with(Optional<String> marked, Basis on) {
    return new Provenance(
        scanId,
        started,
        ended,
        operator,
        authorisation,
        marked,
        commandLine,
        tool,
        pack,
        asOf,
        interfaces,
        counters,
        remarks,
        on);
  }
}
