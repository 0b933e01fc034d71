package org.camsweep.manners;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camsweep.observe.Observation;
import org.camsweep.probe.ProbeCatalogue;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Probe;
import org.camsweep.site.Address;
import org.camsweep.site.Cidr;
import org.camsweep.site.Network;
import org.camsweep.site.Networks;
import org.camsweep.site.Pace;
import org.camsweep.site.Scope;
import org.camsweep.site.Target;
import org.junit.jupiter.api.Test;

/**
 * The search protocols share their ports, and often a message type, with commands that change,
 * unlock or restart a device. None of these can be built from what is in the probes' and the
 * interview's classes.
 */
class NeighbouringCommandsTest {
  private static final Path CLASSES = Path.of("target/classes/org/camsweep");
  private static final Path SOURCES = Path.of("src/main/java/org/camsweep");
  private static final List<String> ROOMS = List.of("probe", "interview");

  /** Texts that no constant may contain. */
  private static final Map<String, Pattern> NEVER =
      Map.of(
          "SADP",
          Pattern.compile(
              "<Types>(?!inquiry</Types>)|SetMailBox|[rR]esetPassword|securityCode|ezvizUnbind"
                  + "|exchangecode|getencryptstring|getBindList|GetQRcodes|\\binquiry_"),
          "DHIP and its relatives",
          Pattern.compile(
              "DHDiscover\\.(?!search\\b)|\\bDevInit\\b|\\bPasswdFind\\b|\\bSecurity\\.|OutsideCmd"
                  + "|RPC2|global\\.login|configManager|magicBox\\.(?!cgi\\?action=getDeviceType$)"
                  + "|\\bsetConfig\\b"),
          "NetCommon",
          Pattern.compile("(?i)^ff[0-9a-f]*f[bcdef]05|OPMachine|OPSystemUpgrade|SetConfig\\b"),
          "MHED",
          Pattern.compile("(?i)^4d484544(?!0800010001000000$)"),
          "MO_I",
          Pattern.compile("(?i)^4d4f5f49(?!0000)|set_\\w+\\.cgi|decoder_control"),
          "tags",
          Pattern.compile("(?i)^0001[0-9a-f]{4}(?!000d)[0-9a-f]{4}0000"),
          "smart home",
          Pattern.compile("set_relay_state|set_dev_alias|set_stainfo|\\\"(reboot|reset)\\\""),
          "text search and flagged ones",
          Pattern.compile("\\bSET(MAC|IPADR|MASK|GATEWAY|DHCP|DNS)|(?i)^0[02-9a-f]0{6,}$|C2D_S"),
          "ONVIF",
          Pattern.compile(
              "\\b(Set|Create|Delete|Add|Remove|Modify|Upgrade|Restore|Start)(?!-)\\w*"
                  + "(Users?|Address|Interfaces?|Scopes|DNS|NTP|Hostname|Protocols|Gateway|Time"
                  + "|Default|Firmware|Certificates?|Mode|Configuration|Profile|Policy|System|Zero)"
                  + "|SystemReboot|GetSnapshotUri|GetStreamUri"),
          "other verbs",
          Pattern.compile(
              "^(SETUP|PLAY|RECORD|TEARDOWN|ANNOUNCE|SET_PARAMETER|PUT|PATCH|DELETE)\\b"));

  /** Texts that are a command only if they are the whole constant. */
  private static final Pattern NEVER_WHOLE =
      Pattern.compile("update|activate|reboot|restore|restart|login|logout|format|upgrade");

  /** Message numbers beside those that are sent. */
  private static final Pattern NUMBERS = Pattern.compile("\\b(1532|0x5fc|1000|1450|0x05fc)\\b");

  @Test
  void noConstantIsPartOfACommand() throws IOException {
    List<String> faults = new ArrayList<>();
    int texts = 0;
    for (String room : ROOMS) {
      for (var entry : ClassTexts.below(CLASSES.resolve(room)).entrySet()) {
        for (String text : entry.getValue()) {
          texts++;
          faultOf(text).ifPresent(what -> faults.add(entry.getKey() + ": " + what + ": " + text));
        }
      }
    }
    assertThat(texts).as("texts read").isGreaterThan(300);
    assertThat(faults).isEmpty();
  }

  private static Optional<String> faultOf(String text) {
    if (NEVER_WHOLE.matcher(text).matches()) {
      return Optional.of("a command's name");
    }
    boolean hex = text.matches("(?i)[0-9a-f ]+");
    String plain = hex ? text.replace(" ", "") : text;
    return NEVER.entrySet().stream()
        .filter(e -> e.getValue().matcher(plain).find())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** The commands of the published protocols are recognised where they appear. */
  @Test
  void theListKnowsWhatItIsFor() {
    List<String> commands =
        List.of(
            "<?xml?><Probe><Types>update</Types></Probe>",
            "activate",
            "resetPassword",
            "{\"method\":\"DHDiscover.setConfig\"}",
            "PasswdFind.getDescript",
            "/RPC2_Login",
            "ff00000000000000000000000000fc0500000000",
            "4d484544 08000100 03000000",
            "4d4f5f49 0300",
            "0001 002a 0021 000000000000",
            "{\"system\":{\"reboot\":{\"delay\":1}}}",
            "SETMAC:00-00",
            "SetSystemFactoryDefault",
            "CreateUsers",
            "DeleteUsers",
            "SetNetworkInterfaces",
            "SetDiscoveryMode",
            "SystemReboot",
            "SETUP rtsp://",
            "PUT");
    assertThat(commands).allSatisfy(c -> assertThat(faultOf(c)).as(c).isPresent());
  }

  @Test
  void noSourceHoldsANeighboursNumber() throws IOException {
    List<String> faults = new ArrayList<>();
    try (Stream<Path> files = Files.walk(SOURCES.resolve("probe/xm"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        if (NUMBERS.matcher(Files.readString(file)).find()) {
          faults.add(file.toString());
        }
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void everyDatagramOfEveryProbeIsOneOfThoseDeclared() throws Exception {
    Target target = target();
    Address own = Cidr.address("10.20.30.7");
    List<String> faults = new ArrayList<>();
    int asked = 0;
    for (Probe probe : ProbeCatalogue.all()) {
      List<Ask> asks = new ArrayList<>();
      for (long n = 0; n < 40; n++) {
        UUID id = new UUID(n * 0x9e3779b97f4a7c15L, n * 0xc2b2ae3d27d4eb4fL);
        if (probe instanceof Probe.Multicast multicast) {
          asks.addAll(multicast.call(id));
          asks.addAll(multicast.call(id, own));
        }
        if (probe instanceof Probe.Unicast unicast) {
          for (Probe.Stage stage : Probe.Stage.values()) {
            asks.addAll(unicast.open(stage, target, List.<Observation>of(), id));
          }
        }
      }
      for (Ask ask : asks) {
        asked += ask.endpoint().transport().equals("udp") ? 1 : 0;
        fault(ask).ifPresent(f -> faults.add(probe.id() + ": " + f));
      }
    }
    assertThat(asked).isGreaterThan(1_000);
    assertThat(faults).isEmpty();
  }

  private static Optional<String> fault(Ask ask) {
    return ask.fold(
        d -> Declared.fault(d.port(), new String(d.payload(), ISO_8859_1)),
        e -> Optional.empty(),
        h -> Optional.empty());
  }

  private static Target target() throws Exception {
    Network network = Networks.paced("net", Pace.STANDARD, "10.20.30.0/24");
    return Scope.of(List.of(network), List.of()).admit(Cidr.address("10.20.30.40")).orElseThrow();
  }
}
