package org.camsweep.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.camsweep.export.ExportCatalogue;
import org.camsweep.export.spi.Exporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One scan with every secret that camsweep takes: a log-in, a community, a user of SNMP version 3
 * with two passwords, and the password of the key that seals. None of them, right or wrong, stands
 * anywhere afterwards, nor on a command line meanwhile. At the highest log level. The community is
 * that of one network, and what a device of another says of itself: it is withheld there, too, and
 * the record says so.
 */
@LabTest
class SecretsTest {
  private static final String SEAL = "Seal-pass-8d20";

  /** What the devices take. */
  private static final List<String> RIGHT =
      List.of(
          "LAB_USER=" + LoginCameras.USER,
          "LAB_PASSWORD=" + LoginCameras.PASSWORD,
          "LAB_SNMP=" + OwnersSite.COMMUNITY,
          "SNMP_USER=labreader",
          "SNMP_AUTH=Lab-auth-pass-5c",
          "SNMP_PRIVACY=Lab-priv-pass-9d",
          "CAMSWEEP_SIGN_PASSWORD=" + SEAL);

  /** What they refuse: failing is where words slip out. */
  private static final List<String> WRONG =
      List.of(
          "LAB_USER=wrong-user-3a",
          "LAB_PASSWORD=wrong-pass-3b",
          "LAB_SNMP=wrong-reader-3c",
          "SNMP_USER=wrong-snmp-3d",
          "SNMP_AUTH=wrong-auth-pass-3e",
          "SNMP_PRIVACY=wrong-priv-pass-3f",
          "CAMSWEEP_SIGN_PASSWORD=" + SEAL);

  @TempDir private Path folder;

  private String site() throws IOException {
    return OwnersSite.write(
        folder,
        """
        - id: cctv
          cidr: 10.77.1.14/31
          sensitive: true
          sensitiveReason: owner-decision
          credentials: reader
          snmp: { version: 2c, community: { env: LAB_SNMP } }
        - id: office
          cidr: 10.77.1.26/31
          snmp: { version: 3, user: { env: SNMP_USER }, auth: sha-256, authPassword: { env: SNMP_AUTH }, privacy: aes-128, privacyPassword: { env: SNMP_PRIVACY } }
        """);
  }

  private String key() {
    Path store = folder.resolve("seal.p12");
    if (!Files.exists(store)) {
      Command.must(
          Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
          "-genkeypair",
          "-keyalg",
          "Ed25519",
          "-alias",
          "seal",
          "-dname",
          "CN=Lab",
          "-storetype",
          "PKCS12",
          "-keystore",
          store.toString(),
          "-storepass",
          SEAL);
    }
    return store + "#seal";
  }

  private ScannerRun scan(Lab lab, String name, List<String> environment) throws Exception {
    Path temporary = Files.createDirectories(folder.resolve(name + "-tmp"));
    List<String> java =
        List.of(
            "-Dlogback.configurationFile=" + Cameras.source("onvif-device/trace.xml"),
            "-Djava.io.tmpdir=" + temporary);
    List<String> options = new ArrayList<>(List.of("--site", site(), "--sign", key()));
    ExportCatalogue.all().stream()
        .map(Exporter::format)
        .filter(f -> !f.equals("json"))
        .forEach(f -> options.addAll(List.of("-o", f)));
    return ScannerRun.of(
        lab,
        name,
        List.of("10.77.1.14/31", "10.77.1.26/31"),
        new ScannerRun.Start(environment, java),
        options.toArray(String[]::new));
  }

  @Test
  void rightOrWrongNoSecretStandsAnywhere(Lab lab) throws Exception {
    List<String> secrets =
        Stream.concat(RIGHT.stream(), WRONG.stream())
            .map(s -> s.substring(s.indexOf('=') + 1))
            .distinct()
            .toList();
    CommandLines lines = new CommandLines();
    Thread watcher = new Thread(lines, "command lines");
    watcher.start();
    ScannerRun in = scan(lab, "secrets-right", RIGHT);
    ScannerRun out = scan(lab, "secrets-wrong", WRONG);
    lines.ended = true;
    watcher.join();
    assertThat(in.heard(LoginCameras.RECORDER.address(), "interview.mac")).isNotEmpty();
    assertThat(in.heard(Office.SERVER.address(), "snmp.outcome")).contains("in");
    assertThat(in.heard(Office.SERVER.address(), "snmp.sysdescr"))
        .containsExactly("Office file server, not read by (withheld)");
    assertThat(in.heard(Office.SERVER.address(), "scan.withheld"))
        .containsExactly(
            "a key or password of the owner's, in snmp.sysdescr, the bytes; the bytes and their"
                + " hash are not kept");
    assertThat(in.report().at("/coverage/notExamined").toString())
        .contains("1 device said a key or password of the owner's");
    assertThat(out.report().toString()).contains("\"refused\"");
    for (ScannerRun scan : List.of(in, out)) {
      assertThat(scan.text()).contains("TRACE ").doesNotContain(secrets);
      assertThat(scan.observations().toString()).doesNotContain(secrets);
    }
    int looked = 0;
    for (String name : List.of("secrets-right", "secrets-wrong")) {
      for (Path place : List.of(ScannerRun.folder(name), folder.resolve(name + "-tmp"))) {
        looked += nothingIn(place, secrets);
      }
      assertThat(ScannerRun.folder(name).resolve("manifest.json.sig")).exists();
    }
    assertThat(looked).isGreaterThan(2 * ExportCatalogue.all().size());
    assertThat(lines.seen).as("command lines of the program").isNotEmpty();
    assertThat(String.join("\n", lines.seen)).contains("--sign").doesNotContain(secrets);
  }

  private static int nothingIn(Path place, List<String> secrets) throws IOException {
    List<String> forms = new ArrayList<>(secrets);
    for (String secret : secrets) {
      byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
      forms.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
      forms.add(java.util.HexFormat.of().formatHex(bytes));
    }
    try (Stream<Path> files = Files.walk(place)) {
      List<Path> all = files.filter(Files::isRegularFile).toList();
      for (Path file : all) {
        byte[] bytes = Files.readAllBytes(file);
        for (String text : texts(file, bytes)) {
          assertThat(text).as(file.toString()).doesNotContain(forms);
        }
      }
      return all.size();
    }
  }

  /** The file as it is, and what is packed in it. */
  private static List<String> texts(Path file, byte[] bytes) throws IOException {
    List<String> texts = new ArrayList<>();
    texts.add(new String(bytes, StandardCharsets.ISO_8859_1));
    String name = file.toString();
    if (name.endsWith(".xlsx") || name.endsWith(".zip")) {
      try (ZipInputStream zip = new ZipInputStream(new java.io.ByteArrayInputStream(bytes))) {
        while (zip.getNextEntry() != null) {
          texts.add(new String(zip.readAllBytes(), StandardCharsets.ISO_8859_1));
        }
      }
    }
    return texts;
  }

  /** The command lines of all Java programs that scan, as every user of the machine sees them. */
  private static final class CommandLines implements Runnable {
    final java.util.Set<String> seen = ConcurrentHashMap.newKeySet();
    volatile boolean ended;

    @Override
    public void run() {
      while (!ended) {
        ProcessHandle.allProcesses().forEach(this::look);
        java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
      }
    }

    private void look(ProcessHandle process) {
      try {
        Path line = Path.of("/proc", Long.toString(process.pid()), "cmdline");
        String words = Files.readString(line, StandardCharsets.ISO_8859_1).replace('\0', ' ');
        // Not the laboratory's own "env NAME=value" before it.
        if (words.split(" ", 2)[0].endsWith("/java") && words.contains("secrets-")) {
          seen.add(words);
        }
      } catch (IOException e) {
        // it has ended
      }
    }
  }
}
