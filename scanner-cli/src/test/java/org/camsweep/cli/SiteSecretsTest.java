package org.camsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camsweep.journal.JournalWriter;
import org.camsweep.journal.ScanHeader;
import org.camsweep.observe.Endpoint;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Field;
import org.camsweep.observe.Observation;
import org.camsweep.observe.Outcome;
import org.camsweep.observe.ProbeId;
import org.camsweep.site.Authorisation;
import org.camsweep.site.Cidr;
import org.camsweep.site.Credential.Reference;
import org.camsweep.site.SiteFile;
import org.camsweep.site.SiteFileReader;
import org.camsweep.withhold.Withholding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every secret of a site file is withheld, whichever network it is of; and what is not is told. */
class SiteSecretsTest {
  private static final String SITE =
      """
      version: 1
      operator: X
      authorisation: { reference: X }
      credentials:
        unused: { username: { env: U }, password: { env: P } }
      sites:
        - id: a
          networks:
            - id: one
              cidr: 10.0.1.0/24
              snmp: { version: 2c, community: { env: C } }
            - id: two
              cidr: 10.0.2.0/24
              snmp: { version: 3, user: { env: N }, auth: sha, authPassword: { env: A }, privacy: aes-128, privacyPassword: { env: V } }
      """;

  private static final Map<String, String> ALL =
      Map.of(
          "U", "owner-01",
          "P", "Pass-word-02",
          "C", "Commun-03",
          "N", "reader-04",
          "A", "auth-pass-05",
          "V", "priv-pass-06",
          "CAMSWEEP_KEYSTORE_PASSWORD", "store-pass-07",
          "CAMSWEEP_SIGN_PASSWORD", "sign-pass-08");

  private final StringWriter err = new StringWriter();

  private Withholding withholding(Map<String, String> environment) throws Exception {
    SiteFile site =
        SiteFileReader.read("s.yaml", SITE.getBytes(StandardCharsets.UTF_8), Path.of(""));
    assertThat(site.secrets()).hasSize(6).allMatch(r -> r.place().equals("env"));
    return new SiteSecrets(environment, new PrintWriter(err, true))
        .withholding(site.secrets(), () -> word -> word.equals("acme-camera"));
  }

  private static Observation heard(String said) {
    return new Observation(
        "o1",
        Cidr.address("10.9.9.9"),
        Optional.empty(),
        ProbeId.of("http"),
        Endpoint.tcp(80),
        Optional.empty(),
        Instant.EPOCH,
        Outcome.ANSWERED,
        List.of(Fact.of(Field.of("http.title"), said)),
        Optional.empty());
  }

  private static String kept(Withholding by, String said) {
    return by.from(heard(said), new byte[0]).observation().facts().get(0).value();
  }

  @Test
  void noneOfThemPassesTheWayIntoTheJournal(@TempDir Path folder) throws Exception {
    ScanHeader header =
        new ScanHeader(
            "s",
            Instant.EPOCH,
            Optional.empty(),
            Authorisation.NONE,
            Optional.empty(),
            List.of(),
            "camsweep/test",
            List.of(),
            9,
            LocalDate.EPOCH);
    Path result = folder.resolve("result");
    try (Withholding by = withholding(ALL);
        JournalWriter journal = JournalWriter.create(result, header, false)) {
      ScanRun.into(journal, by)
          .observed(heard("read by Commun-03"), "Commun-03".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(Files.readString(result.resolve("observations.ndjson")))
        .contains("read by (withheld)", "scan.withheld")
        .doesNotContain("Commun-03", "\"raw\"");
  }

  @Test
  void allOfThemWhicheverNetworkTheyAreOf() throws Exception {
    try (Withholding by = withholding(ALL)) {
      assertThat(kept(by, String.join(" ", ALL.values())).split(" ", -1))
          .hasSize(8)
          .containsOnly(Withholding.MARK);
    }
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void whatIsNotWithheldTheOperatorIsToldAndNobodyElse() throws Exception {
    Map<String, String> weak =
        Map.of(
            "U", "admin", "P", "Acme-Camera", "C", "public", "N", "reader-04", "A", "auth-pass-05");
    try (Withholding by = withholding(weak)) {
      assertThat(kept(by, "admin Acme-Camera public reader-04 auth-pass-05"))
          .isEqualTo("admin Acme-Camera public (withheld) (withheld)");
    }
    assertThat(err.toString().lines())
        .containsExactly(
            "camsweep: what is in environment variable U is a word that anybody can guess, and is"
                + " recorded where devices say it",
            "camsweep: what is in environment variable P is a word that anybody can guess, and is"
                + " recorded where devices say it",
            "camsweep: what is in environment variable C is a word that anybody can guess, and is"
                + " recorded where devices say it",
            "camsweep: what is in environment variable V is not at hand, and would be recorded if a"
                + " device said it");
  }

  @Test
  void withoutASecretNothingIsReadAndNothingWithheld() throws Exception {
    Withholding none =
        new SiteSecrets(ALL, new PrintWriter(err, true))
            .withholding(
                Set.<Reference>of(),
                () -> {
                  throw new AssertionError("no list is needed");
                });
    assertThat(kept(none, "store-pass-07")).isEqualTo("store-pass-07");
  }
}
