package org.camsweep.cli;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.camsweep.site.Credential;
import org.camsweep.site.Inspection;
import org.camsweep.site.Scope;
import org.camsweep.site.SnmpAccess;

/**
 * Where a scan may look.
 *
 * @param remarks what the operator should know, in plain words
 * @param credentials where the log-ins for a network are kept, by its identifier
 * @param snmp where the keys for SNMP are kept, likewise
 */
record Planned(
    Inspection inspection,
    Scope scope,
    List<String> remarks,
    Map<String, Credential> credentials,
    Map<String, SnmpAccess> snmp) {
  Planned {
    remarks = List.copyOf(remarks);
    credentials = Collections.unmodifiableMap(new TreeMap<>(credentials));
    snmp = Collections.unmodifiableMap(new TreeMap<>(snmp));
  }

  /** A plan without credentials. */
  Planned(Inspection inspection, Scope scope, List<String> remarks) {
    this(inspection, scope, remarks, Map.of(), Map.of());
  }

  /** The same with this protective marking. */
  Planned marked(Optional<String> marking) {
    Inspection as =
        new Inspection(
            inspection.operator(), inspection.authorisation(), marking, inspection.sites());
    return new Planned(as, scope, remarks, credentials, snmp);
  }

  /** The same without any log-in. */
  Planned withoutLogins() {
    return new Planned(inspection, scope, remarks, Map.of(), snmp);
  }

  /** The same without any question by SNMP. */
  Planned withoutSnmp() {
    return new Planned(inspection, scope, remarks, credentials, Map.of());
  }

  /**
   * Packets per second in all: what the fastest network of the scope allows; each keeps to its own.
   */
  int rate() {
    return scope.networks().stream().mapToInt(n -> n.pace().rate()).max().orElse(1);
  }
}
