package org.camsweep.interview;

import jakarta.xml.ws.WebServiceException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.transform.dom.DOMSource;
import org.camsweep.observe.Field;
import org.camsweep.observe.Mac;
import org.camsweep.probe.spi.FactSheet;
import org.camsweep.probe.spi.OnvifScopes;
import org.camsweep.probe.spi.SameHost;
import org.camsweep.site.Address;
import org.camsweep.site.Cidr;
import org.w3c.dom.Element;

/**
 * What is asked, in this order (ONVIF Core and Media, access classes READ_SYSTEM and READ_MEDIA):
 * an account of ONVIF's lowest level, User, may ask all of it. Nothing is written.
 */
final class Questions {
  private static final String DEVICE = "http://www.onvif.org/ver10/device/wsdl";
  private static final String MEDIA = "http://www.onvif.org/ver10/media/wsdl";
  private static final OnvifScopes SCOPES = OnvifScopes.under("onvif.scope");
  private static final Map<String, String> OF_DEVICE =
      Map.of(
          "Manufacturer", "onvif.manufacturer",
          "Model", "onvif.model",
          "FirmwareVersion", "onvif.firmware",
          "SerialNumber", "onvif.serial",
          "HardwareId", "onvif.hardware-id");

  private final Conversation conversation;
  private final FactSheet sheet;
  private final Withheld withheld;
  private SameHost media;

  Questions(Conversation conversation, FactSheet sheet, Withheld withheld) {
    this.conversation = conversation;
    this.sheet = sheet;
    this.withheld = withheld;
    this.media = conversation.deviceService();
  }

  /**
   * The first question, by which a log-in is taken or not.
   *
   * @throws WebServiceException if it is not
   */
  void who() {
    DOMSource info = device("GetDeviceInformation", "");
    OF_DEVICE.keySet().stream()
        .sorted()
        .forEach(
            element ->
                OnvifText.first(info, element)
                    .ifPresent(t -> add(OF_DEVICE.getOrDefault(element, ""), t)));
  }

  /**
   * The others. One that the device does not know is passed over; a refusal or no answer ends the
   * interview.
   *
   * @return why it ended before its end, if it did
   */
  Optional<String> more() {
    Channels channels = new Channels();
    List<Runnable> questions =
        List.of(
            () -> interfaces(device("GetNetworkInterfaces", "")),
            () ->
                OnvifText.texts(device("GetScopes", ""), "ScopeItem")
                    .forEach(s -> SCOPES.addTo(sheet, withheld.in(s))),
            () -> capabilities(device("GetCapabilities", "<Category>Media</Category>")),
            () -> channels.sources(sheet, media("GetVideoSources"), withheld),
            () -> {
              if (!channels.isEmpty()) {
                channels.names(sheet, media("GetProfiles"), withheld);
              }
            },
            () -> {
              int sources = OnvifText.elements(media("GetAudioSources"), "AudioSources").size();
              sheet.add(Field.of("onvif.audio-sources"), sources);
            });
    for (Runnable question : questions) {
      try {
        question.run();
      } catch (Conversation.StoppedException e) {
        return Optional.of("the interview was stopped, or its time was up, before its end");
      } catch (WebServiceException e) {
        Refusal refusal = Refusal.of(e);
        if (refusal.ending() != Interviewer.Ending.FAILED || refusal.isTrouble()) {
          return Optional.of("a later question was not answered: " + refusal.why());
        }
      }
    }
    return Optional.empty();
  }

  /** The hardware address of the interface that holds the address that was asked, if that shows. */
  private void interfaces(DOMSource answer) {
    Address own = conversation.target().address();
    List<Element> all = OnvifText.elements(answer, "NetworkInterfaces");
    boolean shows = all.stream().anyMatch(i -> holds(i, own));
    for (Element one : all) {
      String field = !shows || holds(one, own) ? "interview.mac" : "interview.other-mac";
      OnvifText.first(one, "HwAddress")
          .flatMap(Mac::parse)
          .ifPresent(mac -> sheet.add(Field.of(field), mac.text()));
    }
  }

  private static boolean holds(Element networkInterface, Address address) {
    return OnvifText.elements(networkInterface, "Address").stream()
        .anyMatch(a -> isSame(a.getTextContent().strip(), address));
  }

  /** IPv6 has many spellings of one address. */
  private static boolean isSame(String said, Address address) {
    try {
      return Arrays.equals(Cidr.address(said).bytes(), address.bytes());
    } catch (IllegalArgumentException e) {
      return false; // no address
    }
  }

  private void capabilities(DOMSource answer) {
    media =
        conversation.service(
            OnvifText.elements(answer, "Media").stream()
                .flatMap(m -> OnvifText.first(m, "XAddr").stream())
                .findFirst());
  }

  private void add(String field, String said) {
    sheet.add(Field.of(field), withheld.in(said));
  }

  private DOMSource device(String operation, String arguments) {
    return conversation.call(conversation.deviceService(), body(DEVICE, operation, arguments));
  }

  private DOMSource media(String operation) {
    return conversation.call(media, body(MEDIA, operation, ""));
  }

  private static String body(String namespace, String operation, String arguments) {
    return "<"
        + operation
        + " xmlns=\""
        + namespace
        + "\""
        + (arguments.isEmpty() ? "/>" : ">" + arguments + "</" + operation + ">");
  }
}
