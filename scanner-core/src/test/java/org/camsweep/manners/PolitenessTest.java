package org.camsweep.manners;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.camsweep.net.Routes;
import org.camsweep.observe.AddressOutcome;
import org.camsweep.scan.Expectation;
import org.camsweep.scan.Forecast;
import org.camsweep.scan.ScanEnding;
import org.camsweep.site.Pace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One default scan of a device in each guise; what reached it is held against the promises. */
class PolitenessTest {
  private static final int MOST_ASKED = 40;
  private static final int MEDIAN_CONNECTIONS = 12;

  private static final Set<String> PATHS =
      Set.of(
          "/",
          "/favicon.ico",
          "/description.xml",
          "/SDK/activateStatus",
          "/axis-cgi/basicdeviceinfo.cgi",
          "/cgi-bin/magicBox.cgi?action=getDeviceType",
          "/stw-cgi/system.cgi?msubmenu=deviceinfo&action=view",
          "/api.cgi?cmd=GetDevInfo",
          "/onvif/device_service");

  private static final Set<String> OPERATIONS =
      Set.of(
          "GetSystemDateAndTime",
          "GetCapabilities",
          "GetServices",
          "GetHostname",
          "GetScopes",
          "GetDeviceInformation");

  @TempDir static Path folder;
  private static Whole site;
  private static ScanEnding ending;

  @BeforeAll
  static void scan() throws Exception {
    site = new Whole(folder);
    for (Guise guise : Guise.values()) {
      site.stand(guise, ledger -> false);
    }
    ending = site.scan(Pace.STANDARD);
    System.out.println(table());
  }

  @AfterAll
  static void close() {
    if (site != null) {
      site.close();
    }
  }

  private static String table() {
    StringBuilder out = new StringBuilder("guise               connections  asked  open at once\n");
    sorted()
        .forEach(
            d ->
                out.append(
                    String.format(
                        Locale.ROOT,
                        "%-19s %11d  %5d  %12d%n",
                        d.guise(),
                        d.ledger().of("connection").size(),
                        d.ledger().asked(),
                        d.ledger().mostOpen())));
    return out.toString();
  }

  private static List<CountingDevice> sorted() {
    return site.devices().stream().sorted(Comparator.comparing(CountingDevice::guise)).toList();
  }

  @Test
  void everyGuiseWasFoundAndAsked() {
    assertThat(site.devices())
        .allSatisfy(d -> assertThat(d.ledger().asked()).as(d.guise() + "").isPositive())
        .allSatisfy(
            d ->
                assertThat(site.outcomes().get(d.address()))
                    .as(d.guise() + "")
                    .isIn(AddressOutcome.ANSWERED, AddressOutcome.PRESENT));
  }

  /** Nine kinds of device are as good an average as there is here. */
  @Test
  void aForecastReckonsWithWhatDevicesReallyTake() throws Exception {
    Forecast forecast =
        Forecast.of(site.plan(Pace.STANDARD), Routes.here(), Expectation.of(site.devices().size()));
    long sent = ending.counters().get("sent.packets");
    assertThat(forecast.devices()).isEqualTo(site.devices().size());
    assertThat((double) forecast.packets() / sent).as("of " + sent).isBetween(0.85, 1.15);
  }

  @Test
  void atMostTwoConnectionsAtOnce() {
    assertThat(site.devices())
        .allSatisfy(d -> assertThat(d.ledger().mostOpen()).as(d.guise() + "").isBetween(1, 2));
  }

  @Test
  void noDeviceIsAskedMoreThanFortyTimes() {
    assertThat(site.devices())
        .allSatisfy(
            d -> assertThat(d.ledger().asked()).as(d.guise() + "").isLessThanOrEqualTo(MOST_ASKED));
  }

  @Test
  void theMedianDeviceTakesTwelveConnections() {
    List<Integer> counts =
        site.devices().stream().map(d -> d.ledger().of("connection").size()).sorted().toList();
    assertThat(counts.get(counts.size() / 2)).isLessThanOrEqualTo(MEDIAN_CONNECTIONS);
  }

  @Test
  void noCredentialIsEverSent() {
    assertThat(all("request"))
        .isNotEmpty()
        .allSatisfy(
            said ->
                assertThat(said.toLowerCase(Locale.ROOT))
                    .doesNotContain(
                        "authorization", "cookie", "password", "usernametoken", "user="));
  }

  @Test
  void everyRequestIsOneOfTheFewThatOnlyRead() {
    List<String> faults = new ArrayList<>();
    Set<String> methods = new TreeSet<>();
    for (String said : all("request")) {
      String[] line = said.split("[ \r]", 4);
      methods.add(line[0]);
      boolean fine =
          switch (line[0]) {
            case "GET" -> PATHS.contains(line[1]) && said.endsWith("\r\n\r\n");
            case "POST" -> PATHS.contains(line[1]) && reads(said);
            case "OPTIONS", "DESCRIBE" -> line[1].matches("rtsp://[0-9.]+:8?554/");
            default -> isClientHello(said);
          };
      if (!fine) {
        faults.add(said);
      }
    }
    assertThat(faults).isEmpty();
    assertThat(methods).contains("GET", "POST", "OPTIONS", "DESCRIBE");
  }

  private static boolean reads(String said) {
    String body = said.substring(said.indexOf("\r\n\r\n") + 4);
    return OPERATIONS.stream().anyMatch(o -> body.contains("<s:Body><tds:" + o + " "))
        || body.equals("{\"apiVersion\":\"1.0\",\"method\":\"getAllUnrestrictedProperties\"}")
        || body.equals("[{\"cmd\":\"GetDevInfo\",\"action\":0,\"param\":{}}]");
  }

  private static boolean isClientHello(String said) {
    return said.startsWith("\u0016\u0003");
  }

  @Test
  void everyDatagramIsOneOfThoseDeclared() {
    List<String> faults = new ArrayList<>();
    for (CountingDevice device : site.devices()) {
      device
          .ledger()
          .of("datagram")
          .forEach(c -> Declared.fault(c.port(), c.said()).ifPresent(faults::add));
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void flaggedProbesAndPrintersPortsAreLeftAlone() {
    assertThat(site.devices())
        .flatMap(d -> d.ledger().contacts())
        .extracting(Ledger.Contact::port)
        .doesNotContainAnyElementsOf(Guise.FLAGGED)
        .doesNotContain(161, 515, 631, 9100);
  }

  /** At ten packets a second: five in half of one, and as many again for the test's own delay. */
  @Test
  void theHostsRateIsKept() throws Exception {
    try (Whole slow = new Whole(folder)) {
      CountingDevice device = slow.stand(Guise.CAMERA, l -> false);
      slow.scan(new Pace(1_000, 10, 2));
      assertThat(device.ledger().contacts()).hasSizeGreaterThan(20);
      assertThat(device.ledger().mostWithin(TimeUnit.MILLISECONDS.toNanos(500)))
          .isLessThanOrEqualTo(10);
    }
  }

  private static List<String> all(String kind) {
    return site.devices().stream()
        .flatMap(d -> d.ledger().of(kind).stream())
        .map(Ledger.Contact::said)
        .toList();
  }
}
