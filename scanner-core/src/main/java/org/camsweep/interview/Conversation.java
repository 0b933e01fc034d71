package org.camsweep.interview;

import jakarta.xml.ws.WebServiceException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.xml.transform.dom.DOMSource;
import org.camsweep.probe.spi.SameHost;
import org.camsweep.site.Address;
import org.camsweep.site.Target;

/** The calls of one interview: each to the target's own address, each logged in anew. */
final class Conversation {
  /** What every conversation needs. */
  record Means(
      SoapClient soap,
      Supplier<byte[]> nonces,
      Supplier<Instant> clock,
      Interviewer.Turn turn,
      Function<Address, String> hosts) {}

  /** The scan was stopped, or the time is up, between two calls. */
  static final class StoppedException extends WebServiceException {
    private static final long serialVersionUID = 1L;

    StoppedException() {
      super("stopped");
    }
  }

  private final Means means;
  private final Target target;
  private final Interviewer.Door door;
  private final Secret secret;
  private final Withheld withheld;
  private boolean begun;

  Conversation(
      Means means, Target target, Interviewer.Door door, Secret secret, Withheld withheld) {
    this.means = means;
    this.target = target;
    this.door = door;
    this.secret = secret;
    this.withheld = withheld;
  }

  Target target() {
    return target;
  }

  /** A place of the device service. */
  SameHost deviceService() {
    return new SameHost(door.port(), door.tls(), door.path());
  }

  /**
   * Where a service's stated address leads. Its host must be literally the target's address: a
   * log-in does not go where a device points.
   */
  SameHost service(Optional<String> stated) {
    return stated
        .filter(x -> SameHost.names(x, target.address()))
        .flatMap(SameHost::atSender)
        .filter(place -> place.tls() == door.tls() && place.isSafe())
        .orElse(deviceService());
  }

  /**
   * One call.
   *
   * @throws WebServiceException if the device refuses, does not answer, or the scan was stopped
   */
  DOMSource call(SameHost place, String body) {
    if (begun && !means.turn().take(target, door)) {
      throw new StoppedException();
    }
    begun = true;
    boolean token = door.challenge() == Interviewer.Challenge.TOKEN;
    try {
      return means
          .soap()
          .call(
              address(place),
              body,
              token ? Optional.of(token()) : Optional.empty(),
              token ? Optional.empty() : Optional.of(secret));
    } finally {
      means.soap().said().forEach(withheld::add);
    }
  }

  private UsernameToken token() {
    UsernameToken token =
        UsernameToken.of(secret, means.nonces().get(), means.clock().get().plus(door.skew()));
    withheld.add(token.digest());
    withheld.add(token.nonce());
    withheld.add(token.created());
    return token;
  }

  private String address(SameHost place) {
    String host = means.hosts().apply(target.address());
    return (place.tls() ? "https://" : "http://") + host + ":" + place.port() + place.path();
  }
}
