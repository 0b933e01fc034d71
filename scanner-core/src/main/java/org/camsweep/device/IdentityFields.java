package org.camsweep.device;

import java.util.Optional;
import java.util.Set;

/** Fields in which one box says one thing, whichever of its addresses is asked. */
final class IdentityFields {
  private static final Set<String> OF_DEVICE =
      Set.of(
          "wsd.endpoint",
          "onvif.endpoint",
          "wsd.scope.hardware",
          "onvif.scope.hardware",
          "onvif.manufacturer",
          "onvif.hardware-id",
          "sadp.description",
          "dhip.device-type",
          "dhip.vendor",
          "upnp.udn",
          "upnp.model-name",
          "upnp.model-number",
          "mdns.host");
  private static final Set<String> OF_PORT =
      Set.of("http.server", "rtsp.server", "tls.sha256", "http.title");

  private IdentityFields() {}

  static boolean bindsToDevice(String field) {
    return OF_DEVICE.contains(field)
        || (field.endsWith(".serial") && !field.equals("tls.serial"))
        || field.endsWith(".model");
  }

  /** What kind of claim a field's value is; empty where many boxes may say the same. */
  static Optional<Claim.Kind> claimOf(String field) {
    if (field.equals("wsd.endpoint") || field.equals("onvif.endpoint")) {
      return Optional.of(Claim.Kind.ENDPOINT);
    }
    if (field.equals("upnp.udn")) {
      return Optional.of(Claim.Kind.UPNP_NAME);
    }
    if (field.equals("mdns.host")) {
      return Optional.of(Claim.Kind.HOST_NAME);
    }
    return field.endsWith(".serial") && !field.equals("tls.serial")
        ? Optional.of(Claim.Kind.SERIAL)
        : Optional.empty();
  }

  static boolean bindsToPort(String field) {
    return OF_PORT.contains(field);
  }
}
