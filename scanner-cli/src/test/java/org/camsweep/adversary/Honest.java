package org.camsweep.adversary;

import java.io.IOException;
import java.net.NetworkInterface;
import java.util.List;

/**
 * An honest camera for the adversary to stand beside. Arguments: {@code open} (a maker that may be
 * here) or {@code restricted}, its address, the scanner's address, its hardware address.
 */
public final class Honest {
  private Honest() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    String mac = args[3].replace(":", "").toUpperCase(java.util.Locale.ROOT);
    Calls calls = new Calls(NetworkInterface.getByName("eth0"), Place.parse(args[2]));
    Place place = new Place(args[1], args[2], args[1], args[3], calls);
    for (Server server : args[0].equals("open") ? open(mac) : restricted(mac)) {
      server.start(place);
    }
    System.out.println("ready");
    System.out.flush();
    Thread.sleep(1_800_000);
  }

  private static List<Server> open(String mac) {
    return List.of(
        HttpTricks.web(Tcp.says(Lies.honestPage(mac))),
        Udp.at(
            3702,
            (asked, place) ->
                Wsd.asks(asked)
                    ? List.of(
                        Wsd.match(
                            asked,
                            Lies.HONEST_UUID,
                            Wsd.scopes("AXIS%20P3245-LV", "P3245-LV"),
                            "http://" + place.address() + "/onvif/device_service"))
                    : List.of()));
  }

  private static List<Server> restricted(String mac) {
    String page =
        "HTTP/1.1 200 OK\r\nServer: App-webs/\r\nContent-Type: text/html\r\n\r\n"
            + "<script>window.location.href='/doc/page/login.asp'</script>";
    return List.of(
        HttpTricks.web(Tcp.says(page)),
        Udp.at(
            37020,
            (asked, place) ->
                new String(asked, java.nio.charset.StandardCharsets.UTF_8).contains("inquiry")
                    ? List.of(
                        VendorWords.sadp(
                            asked, place.address(), place.victimMac(), "DS-2CD2142FWD-I" + mac))
                    : List.of()));
  }
}
