package org.camsweep.scan;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camsweep.device.Device;
import org.camsweep.interview.Interviewer;
import org.camsweep.observe.Field;
import org.camsweep.observe.Observation;
import org.camsweep.observe.Outcome;
import org.camsweep.probe.spi.SameHost;
import org.camsweep.site.Address;

/**
 * Where a device answered as an ONVIF device service before any log-in: it told its clock, or, at
 * the very place that it had announced by WS-Discovery as its own, asked for HTTP Digest.
 */
final class OnvifDoor {
  private static final Field CALL = Field.of("onvif.call");
  private static final Field PATH = Field.of("onvif.path");
  private static final Field SCHEME = Field.of("onvif.scheme");
  private static final Field SKEW = Field.of("onvif.clock-skew");
  private static final Field CHALLENGE = Field.of("onvif.challenge");
  private static final Field FAULT = Field.of("onvif.fault");
  private static final Field XADDR = Field.of("wsd.xaddr");
  private static final Pattern LOCKED = Pattern.compile("(?is).*(?<!b)(?<!un)locked.*");

  /**
   * How far ahead of ours a clock may be to which a token is dated. Zones of time differ by 26
   * hours at most; one that is further ahead would get what others take on a day to come.
   */
  static final Duration MOST_AHEAD = Duration.ofHours(26);

  /** Either a door, or why there is none. */
  record Found(Optional<Interviewer.Door> door, String why) {
    static Found none(String why) {
      return new Found(Optional.empty(), why);
    }
  }

  private OnvifDoor() {}

  static Found at(Device device, Address address) {
    List<Observation> calls =
        device.observations().stream()
            .filter(o -> o.probe().name().equals("onvif") && o.address().equals(address))
            .filter(o -> o.outcome() == Outcome.ANSWERED || o.outcome() == Outcome.CUT_SHORT)
            .filter(o -> o.first(PATH).isPresent() && o.first(SCHEME).isPresent())
            .toList();
    if (calls.stream().anyMatch(o -> o.first(FAULT).filter(OnvifDoor::locks).isPresent())) {
      return Found.none("it says that it is locked");
    }
    Optional<Observation> clock =
        calls.stream()
            .filter(o -> o.first(CALL).filter("GetSystemDateAndTime"::equals).isPresent())
            .filter(o -> o.first(SKEW).isPresent())
            .findFirst();
    if (clock.isPresent()) {
      boolean digest =
          calls.stream().filter(o -> isSamePlace(o, clock.get())).anyMatch(OnvifDoor::asksDigest);
      Interviewer.Door door = door(clock.get(), digest);
      return digest || door.skew().compareTo(MOST_AHEAD) <= 0
          ? new Found(Optional.of(door), "")
          : Found.none("its clock is more than a day ahead, so its token would be good later");
    }
    Optional<Observation> announced =
        calls.stream().filter(o -> asksDigest(o) && isAnnounced(device, o)).findFirst();
    if (announced.isPresent()) {
      return new Found(Optional.of(door(announced.get(), true)), "");
    }
    boolean basic = calls.stream().anyMatch(o -> o.first(CHALLENGE).isPresent());
    return Found.none(
        basic
            ? "its device service asks for a log-in that is not sent, or did not announce itself"
            : "it did not answer as an ONVIF device");
  }

  private static boolean locks(String fault) {
    return LOCKED.matcher(fault).matches();
  }

  private static boolean asksDigest(Observation call) {
    return call.facts().stream()
        .anyMatch(
            f ->
                f.field().equals(CHALLENGE)
                    && f.value().toLowerCase(Locale.ROOT).startsWith("digest"));
  }

  private static boolean isSamePlace(Observation a, Observation b) {
    return a.endpoint().equals(b.endpoint()) && a.first(PATH).equals(b.first(PATH));
  }

  private static boolean isAnnounced(Device device, Observation call) {
    SameHost place =
        new SameHost(
            call.endpoint().port(),
            call.first(SCHEME).filter("https"::equals).isPresent(),
            call.first(PATH).orElse("/"));
    return device.observations().stream()
        .filter(o -> o.probe().name().equals("wsd") && o.address().equals(call.address()))
        .flatMap(o -> o.facts().stream())
        .filter(f -> f.field().equals(XADDR) && SameHost.names(f.value(), call.address()))
        .flatMap(f -> SameHost.atSender(f.value()).stream())
        .anyMatch(place::equals);
  }

  private static Interviewer.Door door(Observation call, boolean digest) {
    return new Interviewer.Door(
        call.endpoint().port(),
        call.first(SCHEME).filter("https"::equals).isPresent(),
        call.first(PATH).orElse("/"),
        digest ? Interviewer.Challenge.HTTP_DIGEST : Interviewer.Challenge.TOKEN,
        call.first(SKEW)
            .filter(s -> s.matches("-?\\d{1,12}"))
            .map(s -> Duration.ofSeconds(Long.parseLong(s)))
            .orElse(Duration.ZERO));
  }
}
