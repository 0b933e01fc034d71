package org.camsweep.net.snmp;

import java.util.List;
import org.camsweep.net.snmp.SnmpAsker.Ending;
import org.camsweep.net.snmp.SnmpAsker.Told;
import org.snmp4j.PDU;
import org.snmp4j.event.ResponseEvent;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.UdpAddress;

/** What came of a question, in words. */
final class Reading {
  /** What a report says (RFC 3414 §5, usmStats). */
  private static final List<String> REPORTS =
      List.of(
          "it does not take this level of security",
          "it says that our message is out of time",
          "it does not know this user",
          "it says that it is another engine",
          "it does not take this user's password for authentication",
          "it cannot decrypt with this user's password for privacy");

  private Reading() {}

  static boolean isError(ResponseEvent<UdpAddress> event) {
    return event.getResponse() != null
        && event.getResponse().getType() == PDU.RESPONSE
        && event.getResponse().getErrorStatus() != PDU.noError;
  }

  static Told told(
      ResponseEvent<UdpAddress> event, Gate gate, Answer answer, List<OID> asked, boolean open) {
    PDU response = event.getResponse();
    boolean reported = response == null || response.getType() == PDU.REPORT;
    if (reported && gate.isRefused()) {
      return ended(Ending.REFUSED, REPORTS.get(gate.report() - 1), gate);
    }
    if (response == null && gate.report() != 0) {
      String why = "it began version 3 and did not go on; a password for privacy may be wrong";
      return ended(Ending.NOT_UNDERSTOOD, why, gate);
    }
    if (response == null && gate.isStopped()) {
      return ended(Ending.FAILED, "the scan was stopped", gate);
    }
    if (response == null) {
      return gate.heardAnything()
          ? ended(Ending.NOT_UNDERSTOOD, "it answered, but not in a form that was understood", gate)
          : ended(
              Ending.NO_ANSWER,
              open
                  ? "no SNMP there, or it does not take this community, or a filter, or a loss"
                  : "no SNMP of version 3 there, or a filter, or a loss",
              gate);
    }
    if (response.getType() == PDU.REPORT) {
      return ended(Ending.NOT_UNDERSTOOD, "it reports an error of version 3", gate);
    }
    if (isError(event)) {
      String why = "it answered with error status " + response.getErrorStatus();
      boolean access =
          response.getErrorStatus() == PDU.noAccess
              || response.getErrorStatus() == PDU.authorizationError;
      return ended(access ? Ending.REFUSED : Ending.NOT_UNDERSTOOD, why, gate);
    }
    byte[] kept = answer.kept(response, asked);
    return kept.length == 0
        ? ended(Ending.REFUSED, "it shows none of the objects asked for", gate)
        : new Told(Ending.IN, kept, "", gate.sent(), answer.withheld());
  }

  private static Told ended(Ending ending, String why, Gate gate) {
    return new Told(ending, new byte[0], why, gate.sent());
  }
}
