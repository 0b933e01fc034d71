package org.camsweep.net.snmp;

import java.nio.charset.StandardCharsets;
import org.camsweep.site.SnmpAccess;
import org.snmp4j.CommunityTarget;
import org.snmp4j.MessageDispatcherImpl;
import org.snmp4j.PDU;
import org.snmp4j.ScopedPDU;
import org.snmp4j.Snmp;
import org.snmp4j.Target;
import org.snmp4j.UserTarget;
import org.snmp4j.mp.CounterSupport;
import org.snmp4j.mp.MPv2c;
import org.snmp4j.mp.MPv3;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.security.AuthHMAC192SHA256;
import org.snmp4j.security.AuthSHA;
import org.snmp4j.security.PrivAES128;
import org.snmp4j.security.SecurityLevel;
import org.snmp4j.security.SecurityModel;
import org.snmp4j.security.SecurityModels;
import org.snmp4j.security.SecurityProtocols;
import org.snmp4j.security.USM;
import org.snmp4j.security.UsmUser;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.UdpAddress;

/** SNMP4J set up for one device and one version, without its process-wide singletons. */
final class Sessions {
  /** An engine that nobody asks needs an identifier, not one that tells the machine's name. */
  private static final byte[] OWN_ENGINE = engine();

  private Sessions() {}

  private static byte[] engine() {
    byte[] text = "xxxxxcamsweep".getBytes(StandardCharsets.US_ASCII);
    byte[] head = {(byte) 0x80, 0, 0x13, 0x70, 4}; // SNMP4J's number, then text (RFC 3411 §5)
    System.arraycopy(head, 0, text, 0, head.length);
    return text;
  }

  static Snmp open(SnmpKey key, Gate gate) {
    MessageDispatcherImpl dispatcher = new MessageDispatcherImpl();
    if (key.access().version() == SnmpAccess.Version.V2C) {
      dispatcher.addMessageProcessingModel(new MPv2c());
    } else {
      SecurityProtocols protocols =
          new SecurityProtocols(SecurityProtocols.SecurityProtocolSet.none);
      protocols.addAuthenticationProtocol(new AuthSHA());
      protocols.addAuthenticationProtocol(new AuthHMAC192SHA256());
      protocols.addPrivacyProtocol(new PrivAES128());
      USM users = new USM(protocols, new OctetString(OWN_ENGINE), 0);
      users.setEngineDiscoveryEnabled(true);
      users.addUser(user(key));
      dispatcher.addMessageProcessingModel(
          new MPv3(
              OWN_ENGINE,
              null,
              protocols,
              SecurityModels.getCollection(new SecurityModel[] {users}),
              CounterSupport.getInstance()));
    }
    return new Snmp(dispatcher, gate);
  }

  private static UsmUser user(SnmpKey key) {
    return new UsmUser(
        new OctetString(key.name()),
        key.access().auth().map(l -> oid(l.algorithm())).orElse(null),
        key.auth().map(OctetString::new).orElse(null),
        key.access().privacy().map(l -> oid(l.algorithm())).orElse(null),
        key.privacy().map(OctetString::new).orElse(null));
  }

  private static OID oid(SnmpAccess.Algorithm algorithm) {
    return switch (algorithm) {
      case SHA -> AuthSHA.ID;
      case SHA_256 -> AuthHMAC192SHA256.ID;
      case AES_128 -> PrivAES128.ID;
    };
  }

  static Target<UdpAddress> target(SnmpKey key, UdpAddress to, long timeoutMillis) {
    Target<UdpAddress> target;
    if (key.access().version() == SnmpAccess.Version.V2C) {
      target = new CommunityTarget<>(to, new OctetString(key.name()));
      target.setVersion(SnmpConstants.version2c);
    } else {
      int level =
          key.access().privacy().isPresent()
              ? SecurityLevel.AUTH_PRIV
              : key.access().auth().isPresent()
                  ? SecurityLevel.AUTH_NOPRIV
                  : SecurityLevel.NOAUTH_NOPRIV;
      target = new UserTarget<>(to, new OctetString(key.name()), new byte[0], level);
      target.setVersion(SnmpConstants.version3);
    }
    target.setRetries(0);
    target.setTimeout(timeoutMillis);
    return target;
  }

  static PDU question(SnmpKey key) {
    PDU question = key.access().version() == SnmpAccess.Version.V2C ? new PDU() : new ScopedPDU();
    question.setType(PDU.GET);
    return question;
  }
}
