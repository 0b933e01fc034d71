package org.camsweep.interview;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.transform.dom.DOMSource;
import org.camsweep.observe.Field;
import org.camsweep.probe.spi.FactSheet;
import org.w3c.dom.Element;

/**
 * The video sources of a device: at a camera its own sensors, at a recorder the channels behind
 * which its cameras are (ONVIF Media, GetVideoSources and GetProfiles). Channels are counted from 1
 * in the device's own order; {@code interview.channel-name} and {@code -size} begin with that
 * number and an equals sign.
 */
final class Channels {
  private static final int MOST = 256;
  private static final Field TOKEN = Field.of("interview.channel");
  private static final Field NAME = Field.of("interview.channel-name");
  private static final Field SIZE = Field.of("interview.channel-size");

  private final Map<String, Integer> numbers = new LinkedHashMap<>();

  /** Reads the sources, in their order, each token once. */
  void sources(FactSheet sheet, DOMSource answer, Withheld withheld) {
    for (Element source : OnvifText.elements(answer, "VideoSources")) {
      String token = OnvifText.attribute(source, "token");
      if (token.isEmpty() || numbers.size() >= MOST || numbers.containsKey(token)) {
        continue;
      }
      int number = numbers.size() + 1;
      numbers.put(token, number);
      sheet.add(TOKEN, withheld.in(token));
      Optional<String> width = OnvifText.first(source, "Width").filter(w -> w.matches("\\d{1,6}"));
      Optional<String> height =
          OnvifText.first(source, "Height").filter(h -> h.matches("\\d{1,6}"));
      if (width.isPresent() && height.isPresent()) {
        sheet.add(SIZE, number + "=" + width.get() + "x" + height.get());
      }
    }
  }

  boolean isEmpty() {
    return numbers.isEmpty();
  }

  /** Reads the names: a source's configuration is named by people, a profile by the firmware. */
  void names(FactSheet sheet, DOMSource answer, Withheld withheld) {
    Map<Integer, String> names = new LinkedHashMap<>();
    for (Element profile : OnvifText.elements(answer, "Profiles")) {
      Optional<Integer> number =
          OnvifText.first(profile, "SourceToken").map(numbers::get).filter(n -> n != null);
      Optional<String> name =
          OnvifText.elements(profile, "VideoSourceConfiguration").stream()
              .flatMap(c -> OnvifText.first(c, "Name").stream())
              .findFirst()
              .or(() -> OnvifText.first(profile, "Name"));
      if (number.isPresent() && name.isPresent()) {
        names.putIfAbsent(number.get(), name.get());
      }
    }
    names.forEach((number, name) -> sheet.add(NAME, number + "=" + withheld.in(name)));
  }
}
