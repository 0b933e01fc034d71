package org.camsweep.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.camsweep.site.Authorisation;
import org.camsweep.site.Circumstances;
import org.camsweep.site.Credential;
import org.camsweep.site.Network;
import org.camsweep.site.SnmpAccess;

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
 * @param credentials where the log-ins for a network are kept, by its identifier; no secret
 * @param snmp where the keys for SNMP are kept, likewise; no secret
 * @param circumstances what the scan was made with, where somebody recorded it
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
    boolean listened,
    Map<String, Credential> credentials,
    Map<String, SnmpAccess> snmp,
    Optional<Circumstances> circumstances) {
  public ScanHeader {
    credentials = Collections.unmodifiableMap(new TreeMap<>(credentials));
    snmp = Collections.unmodifiableMap(new TreeMap<>(snmp));
    commandLine = List.copyOf(commandLine);
    networks = List.copyOf(networks);
  }

  /** The header of a scan that asks, and logs in nowhere. */
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
        false,
        Map.of(),
        Map.of(),
        Optional.empty());
  }

  /** The header of a scan that logs in nowhere. */
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
      LocalDate asOf,
      boolean listened) {
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
        listened,
        Map.of(),
        Map.of(),
        Optional.empty());
  }

  /** The same scan under this protective marking. */
  public ScanHeader marked(Optional<String> other) {
    return new ScanHeader(
        scanId,
        started,
        operator,
        authorisation,
        other,
        commandLine,
        tool,
        networks,
        seed,
        asOf,
        listened,
        credentials,
        snmp,
        circumstances);
  }

  /** The same scan with log-ins, and keys for SNMP, for some of its networks. */
  public ScanHeader with(Map<String, Credential> logins, Map<String, SnmpAccess> keys) {
    return new ScanHeader(
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
        listened,
        logins,
        keys,
        circumstances);
  }

  /** The same scan, and what it is made with. */
  public ScanHeader with(Circumstances found) {
    return new ScanHeader(
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
        listened,
        credentials,
        snmp,
        Optional.of(found));
  }
}
