package org.camsweep.probe.onvif;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.camsweep.probe.spi.Ask;

/**
 * The calls, each a constant. The first five need no login by the ONVIF Core specification (access
 * class PRE_AUTH) except GetScopes, which many devices answer; GetDeviceInformation is READ_SYSTEM:
 * a refusal identifies the device too. No call changes anything.
 */
enum OnvifCall {
  CLOCK("GetSystemDateAndTime", ""),
  CAPABILITIES("GetCapabilities", "<tds:Category>All</tds:Category>"),
  SERVICES("GetServices", "<tds:IncludeCapability>false</tds:IncludeCapability>"),
  HOSTNAME("GetHostname", ""),
  SCOPES("GetScopes", ""),
  DEVICE("GetDeviceInformation", "");

  private final String operation;
  private final String body;

  OnvifCall(String operation, String arguments) {
    this.operation = operation;
    String start = "<tds:" + operation + " xmlns:tds=\"http://www.onvif.org/ver10/device/wsdl\"";
    this.body =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"><s:Body>"
            + (arguments.isEmpty() ? start + "/>" : start + ">" + arguments + end(operation))
            + "</s:Body></s:Envelope>";
  }

  private static String end(String operation) {
    return "</tds:" + operation + ">";
  }

  String operation() {
    return operation;
  }

  Ask.Http at(int port, boolean tls, String path) {
    return new Ask.Http(
        port,
        tls,
        "POST",
        path,
        Map.of("Content-Type", "application/soap+xml; charset=utf-8", "Connection", "keep-alive"),
        body.getBytes(StandardCharsets.UTF_8),
        65_536,
        Duration.ofSeconds(6));
  }

  /** Which call an ask was. */
  static Optional<OnvifCall> of(Ask.Http ask) {
    String sent = new String(ask.body(), StandardCharsets.UTF_8);
    return Arrays.stream(values()).filter(c -> c.body.equals(sent)).findFirst();
  }
}
