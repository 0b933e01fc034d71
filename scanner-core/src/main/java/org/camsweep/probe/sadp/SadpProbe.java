package org.camsweep.probe.sadp;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.camsweep.observe.Field;
import org.camsweep.probe.spi.DatagramProbe;
import org.camsweep.probe.spi.FactSheet;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.SaidXml;
import org.camsweep.probe.spi.Vocabulary;

/**
 * SADP inquiry (observed in more than ten independent implementations and three captures, one of
 * them of a unicast answer). Most firmware multicasts its answer, so the group is heard on the
 * fixed port too; an answer to somebody else's inquiry is as good. The element {@code Types} also
 * carries commands, so it is a constant here and nothing else is ever written into it.
 */
public final class SadpProbe extends DatagramProbe {
  private static final int PORT = 37020;
  private static final String GROUP = "239.255.255.250";
  private static final Vocabulary WORDS =
      Vocabulary.of(
          "sadp",
          "DeviceType=device-type",
          "DeviceDescription=description",
          "DeviceSN=serial",
          "CommandPort=command-port",
          "HttpPort=http-port",
          "MAC=mac",
          "IPv4Address=ipv4",
          "IPv4SubnetMask=mask",
          "IPv4Gateway=gateway",
          "IPv6Address=ipv6",
          "DHCP=dhcp",
          "AnalogChannelNum=analog-channels",
          "DigitalChannelNum=digital-channels",
          "SoftwareVersion=software",
          "DSPVersion=dsp",
          "BootTime=boot-time",
          "Activated=activated",
          "SupportHCPlatform=cloud-supported",
          "HCPlatformEnable=cloud",
          "OEMInfo=oem",
          "OEMinfo=oem",
          "DetailOEMCode=oem-code",
          "Encrypt=encrypt",
          "DeviceLock=device-lock",
          "SDKServerStatus=sdk-server",
          "SDKOverTLSServerStatus=sdk-over-tls");

  public SadpProbe() {
    super("sadp", Way.group(PORT, GROUP).andBroadcast().asked(2).andHosts(Stage.KNOCK));
  }

  @Override
  public About about() {
    return about("SADP inquiry", Confidence.SOLID, true);
  }

  @Override
  public Set<Field> fields() {
    return WORDS.fields();
  }

  @Override
  public Optional<Listening> listening() {
    return Optional.of(new Listening(PORT, List.of(GROUP), false));
  }

  @Override
  protected byte[] request(UUID messageId) {
    String text =
        "<?xml version=\"1.0\" encoding=\"utf-8\"?><Probe><Uuid>"
            + messageId.toString().toUpperCase(Locale.ROOT)
            + "</Uuid><Types>inquiry</Types></Probe>";
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  protected FactSheet read(Heard.Reply reply) {
    FactSheet sheet = new FactSheet();
    SaidXml xml = SaidXml.read(reply.bytes());
    sheet.cut(xml.cut());
    if (!xml.has("ProbeMatch") || xml.has("Envelope")) {
      return sheet; // a question, or WS-Discovery that strayed here
    }
    WORDS.words().stream()
        .filter(w -> !w.equals("OEMinfo"))
        .forEach(w -> WORDS.add(sheet, w, xml.first("ProbeMatch/" + w)));
    return sheet;
  }
}
