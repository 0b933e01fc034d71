package org.camsweep.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.camsweep.site.Authorisation;
import org.camsweep.site.Network;

/**
 * What a scan set out to do, stored before the first packet: enough to judge its observations again
 * without the site file.
 *
 * @param scanId identifier of the scan
 * @param operator who runs it, if given
 * @param marking protective marking, if given
 * @param commandLine as typed; never holds a secret
 * @param tool name and version
 * @param seed order of the addresses
 * @param asOf the day as of which regimes are judged
 * @param listened whether nothing is asked: what is heard was said unasked, or to others
 */
public record ScanHeader(
    String scanId,
    Instant started,
    Optional<String> operator,
    Authorisation authorisation,
    Optional<String> marking,
    List<String> commandLine,
    String tool,
    List<Network> networks,
    long seed,
    LocalDate asOf,
    boolean listened) {
  public ScanHeader {
    commandLine = List.copyOf(commandLine);
    networks = List.copyOf(networks);
  }

  /** The header of a scan that asks. */
  public ScanHeader(
      String scanId,
      Instant started,
      Optional<String> operator,
      Authorisation authorisation,
      Optional<String> marking,
      List<String> commandLine,
      String tool,
      List<Network> networks,
      long seed,
      LocalDate asOf) {
    this(
        scanId,
        started,
        operator,
        authorisation,
        marking,
        commandLine,
        tool,
        networks,
        seed,
        asOf,
        false);
  }
}
