package org.camsweep.probe.vendorhttp;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Observation;
import org.camsweep.probe.spi.Ask;

/**
 * Makers' identity requests, each a constant, each documented by its maker as open or known to
 * answer with a telling challenge (sources of two or more lineages), and asked only where an
 * earlier answer carries the maker's tell ({@code tells.properties}). None is a log-in, none works
 * through a flaw, none shows a picture.
 */
enum IdentityPage {
  AXIS_BASIC_DEVICE_INFO(
      "POST",
      "/axis-cgi/basicdeviceinfo.cgi",
      "{\"apiVersion\":\"1.0\",\"method\":\"getAllUnrestrictedProperties\"}"),
  SDK_ACTIVATE_STATUS("GET", "/SDK/activateStatus", ""),
  MAGIC_BOX_DEVICE_TYPE("GET", "/cgi-bin/magicBox.cgi?action=getDeviceType", ""),
  STW_DEVICE_INFO("GET", "/stw-cgi/system.cgi?msubmenu=deviceinfo&action=view", ""),
  GET_DEV_INFO(
      "POST", "/api.cgi?cmd=GetDevInfo", "[{\"cmd\":\"GetDevInfo\",\"action\":0,\"param\":{}}]");

  private final String method;
  private final String path;
  private final String body;
  private final Pattern tell;

  IdentityPage(String method, String path, String body) {
    this.method = method;
    this.path = path;
    this.body = body;
    this.tell = Tells.of(name());
  }

  /** Whether something known carries the tell. */
  boolean isSuggestedBy(List<Observation> known) {
    return known.stream().flatMap(o -> o.facts().stream()).anyMatch(this::tells);
  }

  private boolean tells(Fact fact) {
    String value = fact.value();
    String start = value.length() > 400 ? value.substring(0, 400) : value;
    return tell.matcher(fact.field() + "=" + start).lookingAt();
  }

  Ask.Http at(int port, boolean tls) {
    return new Ask.Http(
        port,
        tls,
        method,
        path,
        body.isEmpty() ? Map.of("Accept", "*/*") : Map.of("Content-Type", "application/json"),
        body.getBytes(StandardCharsets.UTF_8),
        16 * 1024,
        Duration.ofSeconds(6));
  }

  static Optional<IdentityPage> of(Ask.Http ask) {
    return Arrays.stream(values()).filter(p -> p.path.equals(ask.path())).findFirst();
  }
}
