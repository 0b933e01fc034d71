package org.camsweep.probe.wsd;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camsweep.observe.Field;
import org.camsweep.observe.Outcome;
import org.camsweep.probe.spi.FactSheet;
import org.camsweep.probe.spi.OnvifScopes;
import org.camsweep.probe.spi.SaidText;
import org.camsweep.probe.spi.SaidXml;
import org.camsweep.probe.spi.SoapEnvelope;
import org.camsweep.probe.spi.Step;

/**
 * What a WS-Discovery message says. A Fault is an answer too: something speaks the protocol there.
 * A Probe is a question, ours come back or somebody else's, and says nothing about a device.
 *
 * <p>XAddrs are facts and nothing more here: they may name an address the device no longer has, or
 * another device's, so whoever uses one keeps its port and path and asks the sender.
 */
final class WsDiscoveryReply {
  private static final OnvifScopes SCOPES = OnvifScopes.under("wsd.scope");
  private static final SoapEnvelope ENVELOPE = SoapEnvelope.under("wsd");
  private static final Field MESSAGE = Field.of("wsd.message");
  private static final Field TYPES = Field.of("wsd.types");
  private static final Field XADDR = Field.of("wsd.xaddr");
  private static final Field ENDPOINT = Field.of("wsd.endpoint");
  private static final Field VERSION = Field.of("wsd.metadata-version");
  private static final Field FAULT = Field.of("wsd.fault");
  static final int MAX_XADDRS = 32;

  static final Set<Field> FIELDS = fields();

  private WsDiscoveryReply() {}

  private static Set<Field> fields() {
    Set<Field> all = new HashSet<>(List.of(MESSAGE, TYPES, XADDR, ENDPOINT, VERSION, FAULT));
    all.addAll(SCOPES.fields());
    all.addAll(ENVELOPE.fields());
    return Set.copyOf(all);
  }

  static Step read(byte[] bytes) {
    SaidXml xml = SaidXml.read(bytes);
    String message = message(xml);
    if (message.isEmpty()) {
      return Step.ended(Outcome.GARBLED);
    }
    FactSheet sheet = new FactSheet().cut(xml.cut());
    sheet.add(MESSAGE, message);
    sheet.add(FAULT, SoapEnvelope.fault(xml));
    xml.texts("Types").forEach(t -> sheet.add(TYPES, SaidText.fold(t)));
    xml.texts("Scopes").forEach(s -> SCOPES.addTo(sheet, s));
    xml.texts("XAddrs").forEach(x -> addresses(sheet, x));
    xml.texts("Address").stream()
        .filter(a -> !a.contains("/role/anonymous"))
        .distinct()
        .forEach(a -> sheet.add(ENDPOINT, a));
    xml.texts("MetadataVersion").forEach(v -> sheet.add(VERSION, v));
    ENVELOPE.addTo(sheet, xml);
    return sheet.step();
  }

  private static String message(SaidXml xml) {
    if (xml.has("ProbeMatches") || xml.has("ProbeMatch") || xml.has("ResolveMatch")) {
      return "probe-matches";
    }
    if (xml.has("Hello")) {
      return "hello";
    }
    if (xml.has("Bye")) {
      return "bye";
    }
    return xml.has("Fault") ? "fault" : "";
  }

  private static void addresses(FactSheet sheet, String list) {
    String[] addresses = list.strip().split("\\s+", MAX_XADDRS + 1);
    if (addresses.length > MAX_XADDRS) {
      sheet.cutAt("addresses of an answer", MAX_XADDRS);
    }
    for (int i = 0; i < Math.min(addresses.length, MAX_XADDRS); i++) {
      sheet.add(XADDR, addresses[i]);
    }
  }
}
