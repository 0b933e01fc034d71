package org.camsweep.probe.ssdp;

import java.util.Set;
import org.camsweep.observe.Field;
import org.camsweep.observe.Outcome;
import org.camsweep.probe.spi.FactSheet;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.HttpBody;
import org.camsweep.probe.spi.MessageHead;
import org.camsweep.probe.spi.SaidXml;
import org.camsweep.probe.spi.Step;
import org.camsweep.probe.spi.Vocabulary;

/** A UPnP device description (UPnP Device Architecture 1.1 §2.3): the root device's own words. */
final class DeviceDescription {
  private static final Vocabulary WORDS =
      Vocabulary.of(
          "upnp",
          "deviceType=device-type",
          "friendlyName=friendly-name",
          "manufacturer",
          "manufacturerURL=manufacturer-url",
          "modelDescription=model-description",
          "modelName=model-name",
          "modelNumber=model-number",
          "modelURL=model-url",
          "serialNumber=serial",
          "UDN=udn",
          "presentationURL=presentation-url",
          "serviceType=service");
  private static final int MAX_SERVICES = 16;

  static final Set<Field> FIELDS = Set.copyOf(WORDS.fields());

  private DeviceDescription() {}

  static Step read(Heard.Reply reply) {
    if (reply.bytes().length == 0) {
      return Step.ended(Outcome.SILENT);
    }
    FactSheet sheet = new FactSheet();
    SaidXml xml = SaidXml.read(HttpBody.bytes(MessageHead.parse(reply.bytes()), sheet));
    sheet.cut(xml.cut());
    if (!xml.has("device")) {
      return sheet.step();
    }
    WORDS.words().stream()
        .filter(w -> !w.equals("serviceType"))
        .forEach(w -> WORDS.add(sheet, w, xml.first("root/device/" + w)));
    xml.texts("serviceType").stream()
        .distinct()
        .limit(MAX_SERVICES)
        .forEach(s -> WORDS.add(sheet, "serviceType", s));
    return sheet.step(reply, java.util.List.of());
  }
}
