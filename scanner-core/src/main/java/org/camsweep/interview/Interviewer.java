package org.camsweep.interview;

import jakarta.xml.ws.WebServiceException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.xml.transform.dom.DOMSource;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Field;
import org.camsweep.observe.Outcome;
import org.camsweep.site.Target;

/**
 * Asks a confirmed camera, with the owner's log-in, what only a log-in shows: device information,
 * hardware addresses, scopes, and the video sources behind a recorder. One log-in attempt per
 * device in a scan: if the first authenticated call is refused, no other is made.
 */
public final class Interviewer implements AutoCloseable {
  private static final String DEVICE = "http://www.onvif.org/ver10/device/wsdl";
  private static final String MEDIA = "http://www.onvif.org/ver10/media/wsdl";

  /** How the device asked for a log-in when it was asked without one. */
  public enum Challenge {
    /** A SOAP fault: the token goes into the SOAP header. */
    TOKEN,
    /** HTTP 401 with a Digest challenge. */
    HTTP_DIGEST
  }

  /**
   * Where and how to ask.
   *
   * @param port of the device service
   * @param path of the device service, for example {@code /onvif/device_service}
   * @param skew how far the device's clock is ahead of ours; negative if behind
   */
  public record Door(int port, boolean tls, String path, Challenge challenge, Duration skew) {}

  /** What an interview gave. */
  public record Told(Outcome outcome, List<Fact> facts) {
    public Told {
      facts = List.copyOf(facts);
    }
  }

  private final SoapClient soap = new SoapClient();
  private final Supplier<byte[]> nonces;
  private final Supplier<Instant> clock;
  private final Set<InetAddress> asked = new HashSet<>();

  /**
   * @param nonces fresh random bytes for each call
   * @param clock this machine's time
   */
  public Interviewer(Supplier<byte[]> nonces, Supplier<Instant> clock) {
    this.nonces = nonces;
    this.clock = clock;
  }

  /** Interviews one target; a second call for the same target is refused. */
  public Told interview(Target target, Door door, Secret secret) {
    if (!asked.add(target.address())) {
      return new Told(Outcome.NOT_ASKED, List.of(note("one log-in attempt per device and scan")));
    }
    List<Fact> facts = new ArrayList<>();
    try {
      DOMSource info = call(target, door, secret, DEVICE, "GetDeviceInformation");
      OnvifText.add(facts, info, "Manufacturer", "onvif.manufacturer");
      OnvifText.add(facts, info, "Model", "onvif.model");
      OnvifText.add(facts, info, "FirmwareVersion", "onvif.firmware");
      OnvifText.add(facts, info, "SerialNumber", "onvif.serial");
      OnvifText.add(facts, info, "HardwareId", "onvif.hardware-id");
    } catch (WebServiceException e) {
      return refused(e);
    }
    more(facts, target, door, secret);
    return new Told(Outcome.ANSWERED, facts);
  }

  private void more(List<Fact> facts, Target target, Door door, Secret secret) {
    try {
      DOMSource interfaces = call(target, door, secret, DEVICE, "GetNetworkInterfaces");
      OnvifText.addAll(facts, interfaces, "HwAddress", "interview.mac");
      DOMSource scopes = call(target, door, secret, DEVICE, "GetScopes");
      OnvifText.addAll(facts, scopes, "ScopeItem", "onvif.scope");
      DOMSource sources = call(target, door, secret, MEDIA, "GetVideoSources");
      OnvifText.elements(sources, "VideoSources")
          .forEach(s -> facts.add(Fact.of(Field.of("interview.channel"), s.getAttribute("token"))));
      DOMSource audio = call(target, door, secret, MEDIA, "GetAudioSources");
      OnvifText.elements(audio, "AudioSources")
          .forEach(s -> facts.add(Fact.of(Field.of("interview.audio"), s.getAttribute("token"))));
    } catch (WebServiceException e) {
      facts.add(note("a later question was refused: " + reason(e)));
    }
  }

  private DOMSource call(
      Target target, Door door, Secret secret, String namespace, String operation) {
    String body = "<" + operation + " xmlns=\"" + namespace + "\"/>";
    boolean token = door.challenge() == Challenge.TOKEN;
    return soap.call(
        address(target, door),
        body,
        token
            ? Optional.of(UsernameToken.of(secret, nonces.get(), clock.get().plus(door.skew())))
            : Optional.empty(),
        token ? Optional.empty() : Optional.of(secret));
  }

  private static String address(Target target, Door door) {
    String host = target.address().getHostAddress();
    if (target.address() instanceof Inet6Address) {
      host = "[" + host.replaceFirst("%.*", "") + "]";
    }
    return (door.tls() ? "https://" : "http://") + host + ":" + door.port() + door.path();
  }

  private static Told refused(WebServiceException e) {
    String why = reason(e);
    boolean locked =
        why.toLowerCase(Locale.ROOT).matches("(?s).*\\b(?:lock|locked|illegal login)\\b.*");
    return new Told(
        Outcome.REFUSED,
        List.of(
            note(locked ? "the device says that it is locked" : "the log-in was refused: " + why)));
  }

  /** The device's own words, never ours: a request's text could hold the digest. */
  private static String reason(WebServiceException e) {
    if (e instanceof jakarta.xml.ws.soap.SOAPFaultException fault && fault.getFault() != null) {
      return String.valueOf(fault.getFault().getFaultString());
    }
    Throwable root = e;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return root.getClass().getSimpleName();
  }

  private static Fact note(String text) {
    return Fact.of(Field.of("interview.note"), text);
  }

  @Override
  public void close() {
    soap.close();
  }
}
