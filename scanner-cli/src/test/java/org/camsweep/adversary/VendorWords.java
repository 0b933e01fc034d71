package org.camsweep.adversary;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers of two makers' searches, with whatever is to be claimed in them. */
final class VendorWords {
  private static final Pattern UUID = Pattern.compile("<Uuid>([0-9A-Fa-f-]{1,64})</Uuid>");

  private VendorWords() {}

  static byte[] sadp(byte[] asked, String address, String mac, String serial) {
    Matcher id = UUID.matcher(new String(asked, StandardCharsets.UTF_8));
    String text =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<ProbeMatch><Uuid>"
            + (id.find() ? id.group(1) : "")
            + "</Uuid>\r\n<Types>inquiry</Types>\r\n<DeviceType>138</DeviceType>\r\n"
            + "<DeviceDescription>DS-2CD2142FWD-I</DeviceDescription>\r\n<DeviceSN>"
            + serial
            + "</DeviceSN>\r\n<CommandPort>8000</CommandPort>\r\n<HttpPort>80</HttpPort>\r\n<MAC>"
            + mac
            + "</MAC>\r\n<IPv4Address>"
            + address
            + "</IPv4Address>\r\n<SoftwareVersion>V5.4.5build 170123</SoftwareVersion>\r\n"
            + "<DSPVersion>V7.3 build 161230</DSPVersion>\r\n<Activated>true</Activated>\r\n"
            + "</ProbeMatch>\r\n";
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] dhip(String address, String mac, String serial) {
    return dhip(
        "{\"mac\":\""
            + mac
            + "\",\"method\":\"client.notifyDevInfo\",\"params\":{"
            + "\"deviceInfo\":{\"DeviceClass\":\"IPC\",\"DeviceType\":\"IPC-HDW4431\",\"HttpPort\":80,"
            + "\"IPv4Address\":{\"IPAddress\":\""
            + address
            + "\"},\"MachineName\":\""
            + serial
            + "\",\"Port\":37777,\"SerialNo\":\""
            + serial
            + "\",\"Vendor\":\"Private\",\"Version\":\"2.622\"}}}");
  }

  static byte[] dhip(String json) {
    byte[] text = (json + "\n\0").getBytes(StandardCharsets.UTF_8);
    ByteBuffer all = ByteBuffer.allocate(32 + text.length).order(ByteOrder.LITTLE_ENDIAN);
    all.put(new byte[] {0x20, 0, 0, 0, 'D', 'H', 'I', 'P'}).putInt(0).putInt(0);
    all.putInt(text.length).putInt(0).putInt(text.length).putInt(0);
    return all.put(text).array();
  }
}
