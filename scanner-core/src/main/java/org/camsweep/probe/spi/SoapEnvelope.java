package org.camsweep.probe.spi;

import java.util.Set;
import org.camsweep.observe.Field;

/**
 * The wrapping of a SOAP answer. Its prefixes, namespaces and declaration are compiled into the
 * firmware, and relabelling leaves them as they were, so they are facts of their own.
 */
public final class SoapEnvelope {
  private final Field envelope;
  private final Field declaration;
  private final Field namespace;

  private SoapEnvelope(String prefix) {
    envelope = Field.of(prefix + ".envelope");
    declaration = Field.of(prefix + ".declaration");
    namespace = Field.of(prefix + ".namespace");
  }

  /** For fields such as {@code wsd.envelope}, {@code wsd.declaration}, {@code wsd.namespace}. */
  public static SoapEnvelope under(String prefix) {
    return new SoapEnvelope(prefix);
  }

  public Set<Field> fields() {
    return Set.of(envelope, declaration, namespace);
  }

  public void addTo(FactSheet sheet, SaidXml xml) {
    sheet.add(envelope, xml.rootTag());
    sheet.add(declaration, xml.declaration());
    xml.namespaces().forEach(n -> sheet.add(namespace, n));
  }

  /** Reason and codes of a SOAP 1.1 or 1.2 fault in one line; empty if there is none. */
  public static String fault(SaidXml xml) {
    if (!xml.has("Fault")) {
      return "";
    }
    StringBuilder line = new StringBuilder();
    xml.texts("Value").forEach(v -> line.append(v).append(' '));
    xml.texts("faultcode").forEach(v -> line.append(v).append(' '));
    xml.texts("faultstring").forEach(v -> line.append("- ").append(v).append(' '));
    xml.first("Reason/Text").ifPresent(v -> line.append("- ").append(v));
    String all = SaidText.fold(line.toString());
    return all.isEmpty() ? "Fault" : all;
  }
}
