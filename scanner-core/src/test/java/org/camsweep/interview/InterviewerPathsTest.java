package org.camsweep.interview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camsweep.config.ConfigException;
import org.camsweep.interview.Interviewer.Challenge;
import org.camsweep.interview.Interviewer.Ending;
import org.camsweep.interview.PretendDevice.Manner;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Outcome;
import org.camsweep.site.Cidr;
import org.camsweep.site.Credential;
import org.camsweep.site.Credential.Reference;
import org.camsweep.site.Network;
import org.camsweep.site.Pace;
import org.camsweep.site.Scope;
import org.camsweep.site.Target;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Interviews by TLS, by IPv6, and with a log-in from a key store; and what a lock-out ends. */
class InterviewerPathsTest {
  private static final String HOST = "127.63.0.5";
  private static final String HOST6 = "::1";
  private static final String USER = "svc-oper77";
  private static final String PASSWORD = "s3cret pass";

  @TempDir static Path folder;
  private static PretendCertificate certificate;
  private static Path store;

  @BeforeAll
  static void keys() throws Exception {
    certificate = new PretendCertificate(folder);
    store = folder.resolve("owner.p12");
    keep("cctv-user", USER);
    keep("cctv-password", PASSWORD);
  }

  private static void keep(String alias, String word) throws Exception {
    String typed = word + "\n" + word + "\n";
    PretendCertificate.keytool(store, typed, "-importpass", "-alias", alias);
  }

  private static Secret fetch(String alias, String storePassword) throws ConfigException {
    Reference user = new Reference(store.toString(), "cctv-user");
    Reference password = new Reference(store.toString(), alias);
    return new Secrets(Map.of("CAMSWEEP_KEYSTORE_PASSWORD", storePassword))
        .fetch(new Credential("cctv", user, password));
  }

  private static Secret kept() throws ConfigException {
    return fetch("cctv-password", PretendCertificate.STORE_PASSWORD);
  }

  private static Target target(String host) throws Exception {
    Network network =
        new Network(
            "s",
            "n",
            List.of(Cidr.parse("127.63.0.0/24"), Cidr.parse("::1/128")),
            List.of(),
            Optional.empty(),
            false,
            Optional.empty(),
            List.of(),
            Pace.STANDARD,
            List.of());
    return Scope.demo(List.of(network)).admit(Cidr.address(host)).orElseThrow();
  }

  private static Interviewer.Told interview(
      String host, PretendDevice device, boolean tls, Challenge challenge) throws Exception {
    Interviewer.Door door =
        new Interviewer.Door(device.port(), tls, PretendDevice.PATH, challenge, PretendDevice.SKEW);
    try (Secret secret = kept();
        Interviewer interviewer =
            new Interviewer(
                "camsweep/test",
                () -> new byte[] {8, 7, 6, 5, 4, 3, 2, 1},
                java.time.Instant::now,
                (target, to) -> true)) {
      return interviewer.interview(target(host), door, secret, word -> false);
    }
  }

  private static Interviewer.Told interview(PretendDevice device) throws Exception {
    return interview(HOST, device, false, Challenge.TOKEN);
  }

  private static List<String> said(Interviewer.Told told) {
    return told.facts().stream().map(f -> f.field() + "=" + f.value()).toList();
  }

  @Test
  void getsInByTlsAtACertificateThatTheDeviceMadeItself() throws Exception {
    for (Manner manner : List.of(Manner.PLAIN, Manner.MEDIA_PATH, Manner.HTTP_DIGEST)) {
      try (PretendDevice device = new PretendDevice(HOST, manner, USER, PASSWORD, certificate)) {
        Challenge challenge =
            manner == Manner.HTTP_DIGEST ? Challenge.HTTP_DIGEST : Challenge.TOKEN;
        Interviewer.Told told = interview(HOST, device, true, challenge);
        assertThat(told.ending()).as(manner + " " + said(told)).isEqualTo(Ending.IN);
        assertThat(said(told)).contains("onvif.serial=S77", "interview.channel=ch2");
        assertThat(device.paths().contains("/onvif/Media")).isEqualTo(manner == Manner.MEDIA_PATH);
        assertThat(device.requests()).as("in TLS, too").noneMatch(r -> r.contains(PASSWORD));
      }
    }
  }

  @Test
  void noLogInIsSentInClearToADoorOfTls() throws Exception {
    try (PretendDevice clear = new PretendDevice(HOST, Manner.PLAIN, USER, PASSWORD)) {
      Interviewer.Told told = interview(HOST, clear, true, Challenge.TOKEN);
      assertThat(told.ending()).isEqualTo(Ending.FAILED);
      assertThat(clear.requests()).isEmpty();
    }
  }

  @Test
  void getsInByIpv6AndKnowsItsOwnInterface() throws Exception {
    for (boolean tls : List.of(false, true)) {
      try (PretendDevice device =
          tls
              ? new PretendDevice(HOST6, Manner.MEDIA_PATH, USER, PASSWORD, certificate)
              : new PretendDevice(HOST6, Manner.MEDIA_PATH, USER, PASSWORD)) {
        Interviewer.Told told = interview(HOST6, device, tls, Challenge.TOKEN);
        assertThat(told.ending()).as(said(told).toString()).isEqualTo(Ending.IN);
        assertThat(device.paths()).contains("/onvif/Media");
        assertThat(said(told))
            .contains("interview.channel=ch2", "interview.mac=3c:ef:8c:00:00:01")
            .contains("interview.other-mac=3c:ef:8c:00:00:02");
      }
    }
  }

  @Test
  void aKeyStoreThatDoesNotOpenIsOneClearLineWithoutASecret() throws Exception {
    try (Secret secret = kept()) {
      assertThat(secret.user()).isEqualTo(USER);
      assertThat(secret.password()).isEqualTo(PASSWORD.toCharArray());
    }
    assertThatThrownBy(() -> fetch("nobody", PretendCertificate.STORE_PASSWORD))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("no entry 'nobody'")
        .hasMessageNotContaining(PretendCertificate.STORE_PASSWORD);
    assertThatThrownBy(() -> fetch("cctv-password", "not-the-word"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("the key store cannot be opened")
        .hasMessageNotContaining("not-the-word");
  }

  @Test
  void aLockOutIsTheLastWord() throws Exception {
    try (PretendDevice device =
        new PretendDevice(HOST, Manner.PLAIN, USER, "x").refusingWith("Account is locked")) {
      assertThat(interview(device).ending()).isEqualTo(Ending.LOCKED_OUT);
      assertThat(device.requests()).hasSize(1);
    }
    for (int status : List.of(423, 429)) {
      try (PretendDevice device =
          new PretendDevice(HOST, Manner.PLAIN, USER, "x").refusingWith("no").withStatus(status)) {
        interview(device);
        assertThat(device.requests()).as("status " + status).hasSize(1);
      }
    }
    for (String words : List.of("Account is locked", PretendDevice.DENIED)) {
      try (PretendDevice device =
          new PretendDevice(HOST, Manner.PLAIN, USER, PASSWORD).refusingWith(words).taking(2)) {
        Interviewer.Told told = interview(device);
        assertThat(told.ending()).isEqualTo(Ending.IN);
        assertThat(told.outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(said(told))
            .contains("interview.why=a later question was not answered: the device says: " + words);
        assertThat(device.requests()).as("nothing after a refusal").hasSize(3);
      }
    }
  }

  @Test
  void whatAnyFactSaysHoldsNoPassword() throws Exception {
    try (PretendDevice device = new PretendDevice(HOST, Manner.ECHO, USER, PASSWORD, certificate)) {
      Interviewer.Told told = interview(HOST, device, true, Challenge.TOKEN);
      assertThat(told.facts()).extracting(Fact::value).noneMatch(v -> v.contains(PASSWORD));
    }
  }
}
