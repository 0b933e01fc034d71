package org.camsweep.net.snmp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.snmp4j.PDU;
import org.snmp4j.asn1.BEROutputStream;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/**
 * A device's answer without what must not be kept: only the objects that were asked for, each of at
 * most {@value #MOST_OCTETS} octets, the secrets withheld wherever they stand, a short one only as
 * a whole word.
 */
final class Answer {
  static final String MARK = "(withheld)";
  static final int MOST_OCTETS = 4_096;

  /** A community of fewer octets would be found inside innocent words. */
  private static final int SHORT = 6;

  private final List<Pattern> secrets;
  private boolean withheld;

  /**
   * @param saidBefore whether the device used a word before it was shown any secret
   */
  Answer(SnmpKey key, Predicate<String> saidBefore) {
    this.secrets =
        key.words().stream()
            .filter(w -> w.length > 0 && !saidBefore.test(new String(w, StandardCharsets.UTF_8)))
            .map(w -> pattern(new String(w, StandardCharsets.ISO_8859_1)))
            .toList();
  }

  private static Pattern pattern(String word) {
    String quoted = Pattern.quote(word);
    return Pattern.compile(
        word.length() < SHORT ? "(?<![A-Za-z0-9])" + quoted + "(?![A-Za-z0-9])" : quoted);
  }

  /** The response PDU alone, as BER; it has no community. Empty if it says nothing. */
  byte[] kept(PDU response, List<OID> asked) {
    PDU kept = new PDU();
    kept.setType(PDU.RESPONSE);
    for (VariableBinding one : response.getVariableBindings()) {
      if (!one.isException() && asked.contains(one.getOid()) && kept.size() < asked.size()) {
        kept.add(new VariableBinding(one.getOid(), cleaned(one.getVariable())));
      }
    }
    if (kept.size() == 0) {
      return new byte[0];
    }
    ByteBuffer room = ByteBuffer.allocate(kept.getBERLength());
    try {
      kept.encodeBER(new BEROutputStream(room));
    } catch (IOException e) {
      throw new UncheckedIOException("a buffer in memory has no errors", e);
    }
    return Arrays.copyOf(room.array(), room.position());
  }

  /** Whether a secret stood in what was kept. */
  boolean withheld() {
    return withheld;
  }

  private Variable cleaned(Variable said) {
    if (!(said instanceof OctetString octets)) {
      return said;
    }
    byte[] value = octets.getValue();
    String text = new String(value, StandardCharsets.ISO_8859_1);
    for (Pattern secret : secrets) {
      String without = secret.matcher(text).replaceAll(MARK);
      withheld |= !without.equals(text);
      text = without;
    }
    byte[] clean = text.getBytes(StandardCharsets.ISO_8859_1);
    return new OctetString(Arrays.copyOf(clean, Math.min(clean.length, MOST_OCTETS)));
  }
}
