package org.camsweep.manifest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camsweep.config.ConfigException;
import org.camsweep.journal.JournalWriter;
import org.camsweep.journal.ResultFolder;
import org.camsweep.journal.ScanEnd;
import org.camsweep.journal.ScanHeader;
import org.camsweep.observe.AddressOutcome;
import org.camsweep.observe.Endpoint;
import org.camsweep.observe.Observation;
import org.camsweep.observe.Outcome;
import org.camsweep.observe.ProbeId;
import org.camsweep.site.Authorisation;
import org.camsweep.site.Cidr;

/** Small result folders, and keys made by the JDK's own keytool. */
final class Folders {
  static final String PASSWORD = "not a secret";
  private static final Instant AT = Instant.parse("2026-11-25T09:00:00Z");

  private Folders() {}

  /** A result of one observation with its raw bytes, and a report. */
  static Path result(Path folder, String scanId) throws ConfigException {
    ScanHeader header =
        new ScanHeader(
            scanId,
            AT,
            Optional.empty(),
            Authorisation.NONE,
            Optional.empty(),
            List.of("scan"),
            "camsweep 0.1.0",
            List.of(),
            1,
            LocalDate.of(2026, 11, 25));
    try (JournalWriter journal = JournalWriter.create(folder, header, false)) {
      byte[] raw = "HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
      journal.observed(observation(FolderFiles.sha256(raw)), raw);
      journal.done(Cidr.address("10.0.0.1"), "cctv", AddressOutcome.ANSWERED, Set.of("http"));
      journal.end(new ScanEnd(AT, true, List.of(), Map.of(), List.of()));
    }
    add(folder, ResultFolder.REPORT, "{}\n");
    return folder;
  }

  static Observation observation(String rawSha256) {
    return new Observation(
        "o1",
        Cidr.address("10.0.0.1"),
        Optional.of("cctv"),
        ProbeId.of("http"),
        Endpoint.tcp(80),
        Optional.empty(),
        AT,
        Outcome.ANSWERED,
        List.of(),
        Optional.of(rawSha256));
  }

  static void add(Path folder, String name, String text) {
    ResultFolder.write(
        folder.resolve(name), out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** A PKCS#12 file with one key; {@code algorithm} as keytool's options. */
  static Path keyStore(Path file, String alias, String... algorithm) {
    String[] command =
        new String[] {
          "-genkeypair",
          "-alias",
          alias,
          "-dname",
          "CN=Inspection office",
          "-validity",
          "30",
          "-storetype",
          "PKCS12",
          "-keystore",
          file.toString(),
          "-storepass",
          PASSWORD,
        };
    keytool(command, algorithm);
    return file;
  }

  static Path certificate(Path keyStore, String alias, Path pem) {
    String[] command =
        new String[] {
          "-exportcert",
          "-rfc",
          "-alias",
          alias,
          "-keystore",
          keyStore.toString(),
          "-storepass",
          PASSWORD,
          "-file",
          pem.toString(),
        };
    keytool(command);
    return pem;
  }

  static void keytool(String[] options, String... more) {
    java.util.ArrayList<String> command = new java.util.ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(options));
    command.addAll(List.of(more));
    run(Map.of(), command);
  }

  /** Runs a program; what it said, or an error if it did not end well. */
  static String run(Map<String, String> environment, List<String> command) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().putAll(environment);
      Process process = builder.start();
      process.getOutputStream().close();
      ByteArrayOutputStream said = new ByteArrayOutputStream();
      try (InputStream in = process.getInputStream()) {
        in.transferTo(said);
      }
      String text = said.toString(StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new AssertionError(String.join(" ", command) + ": " + text);
      }
      return text;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static SigningKey key(Path keyStore, String alias) throws ConfigException {
    return KeyStoreReader.read(keyStore + "#" + alias, PASSWORD.toCharArray());
  }
}
