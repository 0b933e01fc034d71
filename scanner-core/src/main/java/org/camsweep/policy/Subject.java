package org.camsweep.policy;

import java.util.Locale;
import java.util.Set;
import org.camsweep.fingerprint.DeviceKind;
import org.camsweep.observe.Fact;

/** Whether rules on video surveillance look at a device. Never inferred from its maker. */
enum Subject {
  /** A video device, or one of unknown kind that speaks a protocol of video devices. */
  VIDEO,
  /** Positively something else. */
  OTHER,
  /** Its kind is not known, and nothing it said is particular to video. */
  UNDETERMINED;

  private static final Set<String> VIDEO_PREFIXES =
      Set.of("rtsp", "sdp", "onvif", "sadp", "dhip", "dhold", "pppp", "xm");
  private static final Set<String> VIDEO_PORTS = Set.of("554", "8554", "37777", "34567");

  static Subject of(Judged judged) {
    DeviceKind kind = judged.identification().kind();
    if (kind.isVideo()) {
      return VIDEO;
    }
    if (kind == DeviceKind.OTHER) {
      return OTHER;
    }
    boolean tell =
        judged.device().observations().stream()
            .flatMap(o -> o.facts().stream())
            .anyMatch(Subject::tells);
    return tell ? VIDEO : UNDETERMINED;
  }

  private static boolean tells(Fact fact) {
    String field = fact.field().name();
    int dot = field.indexOf('.');
    if (dot > 0 && VIDEO_PREFIXES.contains(field.substring(0, dot))) {
      return true;
    }
    String value = fact.value();
    return switch (field) {
      case "port.open" -> VIDEO_PORTS.contains(value);
      case "wsd.types" -> value.contains("NetworkVideo");
      case "wsd.scope" -> value.toLowerCase(Locale.ROOT).contains("//www.onvif.org/");
      case "mdns.service" -> value.startsWith("_rtsp.") || value.startsWith("_onvif.");
      default -> false;
    };
  }
}
