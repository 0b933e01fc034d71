package org.camsweep.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.camsweep.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mistake in a site file is one line with the file, the line and the cure. */
class BrokenSiteFilesTest {
  /** File, line, part of the problem, part of the cure. */
  static Stream<Arguments> broken() {
    return Stream.of(
        arguments("empty", 0, "the file is empty", "write at least one key"),
        arguments("only-a-comment", 0, "the file is empty", "write at least one key"),
        arguments("no-version", 1, "'version' is missing", "add 'version:'"),
        arguments("version-two", 1, "version '2' is not known", "write version: 1"),
        arguments("unknown-top-key", 2, "unknown key 'sitez'", "did you mean 'sites'?"),
        arguments("unknown-network-key", 7, "unknown key 'sensitve'", "did you mean 'sensitive'?"),
        arguments(
            "unknown-site-key",
            7,
            "unknown key 'owner' at sites[0]",
            "use one of: address, id, name, networks"),
        arguments("key-twice", 7, "key 'cidr' is written twice", "keep one of them"),
        arguments("no-sites", 1, "'sites' is missing", "add 'sites:'"),
        arguments("empty-sites", 2, "no site is listed", "add"),
        arguments("site-without-networks", 4, "site 'house' has no network", "cidr"),
        arguments("network-without-cidr", 5, "'cidr' is missing", "add 'cidr:'"),
        arguments("network-without-id", 5, "'id' is missing", "add 'id:'"),
        arguments("sites-not-a-list", 2, "expected a mapping", "'key: value'"),
        arguments("bad-cidr", 6, "'10.0.0' is not an IPv4 or IPv6 address", "write 10.0.0.0/24"),
        arguments("octet-too-large", 6, "'10.0.0.256' is not an IPv4", "write 10.0.0.0/24"),
        arguments("name-for-a-network", 6, "is not an IPv4 or IPv6 address", "write 10.0.0.0/24"),
        arguments("host-bits", 8, "'10.0.0.7/24' has host bits set", "write 10.0.0.0/24"),
        arguments(
            "prefix-of-the-other-family",
            6,
            "'/64' is not a prefix length of IPv4",
            "use /0 to /32"),
        arguments("prefix-missing", 6, "'/' is not a prefix length", "use /0 to /32"),
        arguments("ipv6-host-bits", 6, "'fd00::7/64' has host bits set", "write fd00::/64"),
        arguments("ipv4-in-ipv6", 6, "is IPv4 in IPv6 clothes", "write 10.0.0.0"),
        arguments(
            "scoped-ipv6",
            6,
            "'fe80::%eth0/64' does not end in the name of an interface",
            "write fe80::1%eth0 or fe80::/64%eth0"),
        arguments(
            "link-local-without-zone",
            6,
            "'fe80::1' is another host on every link",
            "write fe80::1%eth0 with this machine's interface, or fe80::/64"),
        arguments(
            "zone-of-another-address",
            6,
            "'10.0.0.0/24%eth0' has a zone, which only addresses of fe80::/10 have",
            "remove %eth0"),
        arguments(
            "overlapping-zones",
            11,
            "fe80::/64 of network 'gate' overlaps fe80::/64%eth0 of network 'cctv' in line 6",
            "one network"),
        arguments(
            "overlap-in-one-network",
            8,
            "10.0.9.0/24 of network 'cctv' overlaps 10.0.0.0/16",
            "one network"),
        arguments(
            "overlapping-networks",
            8,
            "overlaps 10.0.0.0/24 of network 'cctv' in line 6",
            "one network"),
        arguments(
            "overlapping-sites",
            10,
            "10.0.0.0/8 of network 'gate' overlaps",
            "one site file for each site"),
        arguments(
            "sensitive-without-reason",
            7,
            "network 'cctv' is sensitive without a reason",
            "add sensitiveReason: secret-material"),
        arguments(
            "reason-without-sensitive",
            7,
            "has a sensitiveReason but is not sensitive",
            "add 'sensitive: true'"),
        arguments(
            "reason-unknown",
            8,
            "'because' is not known",
            "use one of: secret-material, vetted-staff"),
        arguments("sensitive-yes", 7, "'yes' is not true or false", "write true or false"),
        arguments("site-id-twice", 7, "site id 'house' is used twice", "its own id"),
        arguments(
            "network-id-twice", 7, "network id 'cctv' is already used in line 5", "its own id"),
        arguments("bad-id", 5, "'CCTV VLAN' is not an identifier", "cctv-vlan-40"),
        arguments("path-as-id", 3, "'../../etc' is not an identifier", "use a-z"),
        arguments("bad-port", 7, "'http' is not a port", "the name cameras"),
        arguments("port-zero", 7, "'0' is not a port", "use 1 to 65535"),
        arguments("port-too-large", 7, "'70000' is not a port", "use 1 to 65535"),
        arguments("port-range-backwards", 7, "runs backwards", "write 8000-9000"),
        arguments("too-many-ports", 7, "10000 ports", "name at most 1024"),
        arguments(
            "printer-port", 7, "port 9100 belongs to printers or controllers", "leave it out"),
        arguments("no-ports", 7, "no port is listed", "write ports: cameras"),
        arguments("rate-zero", 7, "0 is out of range", "write a whole number from 1 to 100000"),
        arguments("host-rate-too-high", 2, "5000 is out of range", "from 1 to 1000"),
        arguments("rate-as-words", 7, "'50/s' is not a whole number", "from 1 to 100000"),
        arguments("too-many-connections", 7, "64 is out of range", "from 1 to 16"),
        arguments("bad-date", 3, "'30.11.2026' is not a date", "2026-11-30"),
        arguments("no-such-day", 3, "'2026-02-30' is not a date", "2026-11-30"),
        arguments(
            "ends-before-it-begins",
            4,
            "validTo 2026-11-20 is before validFrom 2026-11-30",
            "end after it begins"),
        arguments(
            "exclusion-outside",
            7,
            "exclusion 10.0.1.9 does not lie in network 'cctv'",
            "correct the address"),
        arguments(
            "exclusion-too-large",
            7,
            "exclusion 10.0.0.0/16 does not lie in",
            "correct the address"),
        arguments(
            "exclusion-of-the-other-family",
            7,
            "exclusion fd00::1 does not lie in",
            "correct the address"),
        arguments("exclusion-by-name", 7, "'door.example' is a name", "write its address"),
        arguments(
            "range-of-two-families",
            7,
            "goes from one address family to the other",
            "write 10.0.0.0/24"),
        arguments("range-backwards", 7, "runs backwards", "write 10.0.0.10-10.0.0.20"),
        arguments("control-unknown", 7, "'nobody' is not known", "own, landlord, contractor"),
        arguments(
            "plain-text-password", 10, "plain text where a secret belongs", "write { env: NAME }"),
        arguments("plain-text-user", 9, "plain text where a secret belongs", "write { env: NAME }"),
        arguments(
            "secret-in-two-places", 10, "one of env and keystore is needed", "write { env: NAME }"),
        arguments("many-log-in-attempts", 11, "5 is out of range", "from 1 to 1"),
        arguments("snmp-plain-community", 9, "plain text where a secret belongs", "{ env: NAME }"),
        arguments("snmp-version-one", 8, "SNMP version '1' is not asked", "write version: 3"),
        arguments("snmp-without-version", 8, "'version' is missing", "add 'version:'"),
        arguments("snmp-user-in-2c", 9, "unknown key 'user'", "use one of: community, version"),
        arguments("snmp-auth-not-stated", 8, "'auth' is missing", "auth: sha-256, sha, or none"),
        arguments(
            "snmp-privacy-not-stated", 8, "'privacy' is missing", "privacy: aes-128, or none"),
        arguments("snmp-md5", 10, "'md5' is not known", "use one of: sha, sha-256"),
        arguments(
            "snmp-privacy-alone", 11, "privacy without authentication", "write auth: sha-256"),
        arguments("snmp-password-for-none", 11, "a password, but auth is none", "remove it"),
        arguments("credentials-undefined", 7, "credentials 'nowhere' are not defined", "under"),
        arguments("bad-regime", 7, "'UK Rules' is not an identifier", "use a-z"),
        arguments("tab-indentation", 3, "not YAML", "indent with spaces"),
        arguments("not-utf8", 2, "not UTF-8 text", "save the file as UTF-8"),
        arguments("utf16", 1, "not UTF-8 text", "save the file as UTF-8"),
        arguments("control-character", 2, "control character U+001B", "remove it"),
        arguments("escaped-control-in-value", 5, "'a\\u001b[31mb' is not an identifier", "use a-z"),
        arguments("second-document", 8, "a second document starts here", "remove the '---' line"),
        arguments("anchors-bomb", 3, "alias '*a' is not allowed", "write the value out"),
        arguments("type-tag", 2, "type tag", "remove the tag"),
        arguments("unclosed-quote", 4, "not YAML", "quotes"),
        arguments("unclosed-list", 7, "not YAML", "check indentation, quotes and colons"),
        arguments("colon-without-space", 6, "not YAML", "check indentation, quotes and colons"),
        arguments("wrong-indentation", 6, "not YAML", "check indentation"),
        arguments("list-as-key", 1, "is not plain text", "use a word as the key"),
        arguments("nested-too-deeply", 2, "nesting deeper than 100 is not allowed", "flatten it"),
        arguments("empty-text", 2, "empty text at operator", "write a value or remove the key"),
        arguments("list-for-a-text", 2, "expected a text at operator", "write one value here"),
        arguments("marking-missing", 2, "'marking' is missing", "add 'marking:'"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("broken")
  void namesLineAndCure(String file, int line, String problem, String cure) throws IOException {
    String name = file + ".yaml";
    ConfigException e =
        catchThrowableOfType(
            ConfigException.class, () -> SiteFileReader.read(name, bytes(name), Path.of("")));
    assertThat(e).as("%s was accepted", name).isNotNull();
    assertThat(e.line()).as(e.getMessage()).isEqualTo(line);
    assertThat(e.getMessage())
        .startsWith(line > 0 ? name + ":" + line + ": " : name + ": ")
        .contains(problem, "; ")
        .doesNotContainPattern("[\\p{Cntrl}]");
    assertThat(e.cure()).contains(cure);
  }

  @Test
  void everyBrokenFileIsInTheTable() throws IOException, URISyntaxException {
    Path folder =
        Path.of(
                Objects.requireNonNull(BrokenSiteFilesTest.class.getResource("broken/empty.yaml"))
                    .toURI())
            .getParent();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(p -> p.getFileName().toString().replace(".yaml", "")))
          .containsExactlyInAnyOrderElementsOf(broken().map(a -> (String) a.get()[0]).toList());
    }
  }

  private static byte[] bytes(String name) throws IOException {
    try (InputStream in = BrokenSiteFilesTest.class.getResourceAsStream("broken/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }
}
