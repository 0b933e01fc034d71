package org.camsweep.probe.vendorhttp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.camsweep.observe.Endpoint;
import org.camsweep.observe.Observation;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.Probe;
import org.camsweep.probe.spi.ProbeContract;
import org.junit.jupiter.api.Test;

class VendorHttpProbeTest extends ProbeContract {
  @Override
  protected Probe probe() {
    return new VendorHttpProbe();
  }

  private static Ask.Http ask() {
    return IdentityPage.AXIS_BASIC_DEVICE_INFO.at(80, false);
  }

  @Override
  protected List<Heard.Reply> recordings() {
    return List.of(
        reply(
            ask(),
            String.join(
                "\r\n",
                List.of(
                    "HTTP/1.1 200 OK",
                    "",
                    "{\"data\":{\"propertyList\":{\"Brand\":\"Acme\",\"ProdNbr\":\"AC-20\","
                        + "\"SerialNumber\":\"02AABBCCDDEE\",\"Version\":\"9.1\"}}}"))),
        reply(
            IdentityPage.MAGIC_BOX_DEVICE_TYPE.at(80, false),
            String.join(
                "\r\n",
                List.of(
                    "HTTP/1.1 401 Unauthorized",
                    "WWW-Authenticate: Digest realm=\"Login to 0A1B\"",
                    "",
                    ""))));
  }

  @Override
  protected List<Observation> known() {
    return List.of(page("http.realm", "AXIS_02AABBCCDDEE"));
  }

  @Test
  void readsProperties() {
    assertThat(said(recordings().get(0), "vendorhttp.brand")).containsExactly("Acme");
    assertThat(said(recordings().get(0), "vendorhttp.model")).containsExactly("AC-20");
    assertThat(said(recordings().get(0), "vendorhttp.firmware")).containsExactly("9.1");
    assertThat(said(recordings().get(1), "http.realm")).containsExactly("Login to 0A1B");
  }

  private static List<String> opened(Observation... known) {
    return new VendorHttpProbe()
        .open(Probe.Stage.INTERVIEW, target(), List.of(known), ID).stream()
            .map(a -> a.fold(d -> "", e -> "", Ask.Http::path))
            .toList();
  }

  private static Observation page(String field, String value) {
    return heardBy("http", Endpoint.tcp(80), "http.status", "200", field, value);
  }

  @Test
  void asksOnlyWhereAnEarlierAnswerSuggestsTheMaker() {
    assertThat(opened(page("http.title", "Printer"))).isEmpty();
    assertThat(opened(page("http.realm", "AXIS_02AABBCCDDEE")))
        .containsExactly("/axis-cgi/basicdeviceinfo.cgi");
    assertThat(opened(page("http.realm", "Login to 0A1B")))
        .containsExactly("/cgi-bin/magicBox.cgi?action=getDeviceType");
    assertThat(
            opened(
                page("http.realm", "Login to 0A1B"),
                heardBy("dhip", Endpoint.udp(37810), "dhip.vendor", "General")))
        .as("already named by its own discovery")
        .isEmpty();
    assertThat(opened()).isEmpty();
  }

  @Test
  void everyRequestIsAReadOnlyConstant() {
    for (IdentityPage page : IdentityPage.values()) {
      Ask.Http ask = page.at(80, false);
      String said = ask.path() + new String(ask.body(), StandardCharsets.UTF_8);
      assertThat(said).doesNotContainPattern("(?i)set|login|passw|snap|reboot|config|user");
    }
  }
}
