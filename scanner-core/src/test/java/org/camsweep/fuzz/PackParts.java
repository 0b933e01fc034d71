package org.camsweep.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.camsweep.config.ConfigException;
import org.camsweep.config.StrictYaml;
import org.camsweep.exposure.ExposureReader;
import org.camsweep.fingerprint.OrdinaryText;
import org.camsweep.fingerprint.Pack;
import org.camsweep.fingerprint.PackFiles;
import org.camsweep.fingerprint.PackReader;
import org.camsweep.observe.Mac;
import org.camsweep.pattern.Memory;
import org.camsweep.pattern.PatternSet;
import org.camsweep.policy.PolicyData;

/** The data pack: its archive, and each kind of file in it. */
final class PackParts {
  private static final String MAKER =
      """
      maker: acme
      name: Acme Ltd
      signatures:
      - id: acme-server
        field: http.server
        pattern: '^Acme'
        evidence: platform
        verified: true
        source: own words
        examples: [{ text: Acme/1 }]
        nonExamples: [Bolt]
      """;

  private PackParts() {}

  static List<FuzzTarget> targets() throws IOException {
    Path archive = Places.file("pack.zip");
    return List.of(
        new FuzzTarget("pack-zip", List.of(pack()), b -> archive(archive, b)),
        part("signatures", "makers/acme.yaml", f -> PackReader.read(f)),
        part("labels", "labels/acme.yaml", f -> PackReader.read(f)),
        part("regimes", "regimes/own.yaml", f -> PolicyData.read(f, true)),
        part("exposure", "exposure/microphone.yaml", f -> ExposureReader.read(f)),
        new FuzzTarget(
            "ordinary", List.of(), b -> OrdinaryText.read("o.tsv", OperatorFiles.text(b))),
        new FuzzTarget("registry", List.of(), PackParts::registry),
        new FuzzTarget("pattern", List.of(), PackParts::pattern));
  }

  /** A good pack. */
  static byte[] pack() throws IOException {
    return zip("makers/acme.yaml", MAKER.getBytes(StandardCharsets.UTF_8));
  }

  private interface FilesReader {
    void read(PackFiles files) throws Exception;
  }

  private static FuzzTarget part(String name, String file, FilesReader reader) {
    return new FuzzTarget(
        name, List.of(), b -> reader.read(PackFiles.openBytes("pack.zip", zip(file, b))));
  }

  private static byte[] zip(String name, byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setLevel(0);
      zip.putNextEntry(new ZipEntry("pack.yaml"));
      zip.write("version: 2026.1.1\n".getBytes(StandardCharsets.UTF_8));
      if (!name.startsWith("makers/")) {
        zip.putNextEntry(new ZipEntry("makers/acme.yaml"));
        zip.write(MAKER.getBytes(StandardCharsets.UTF_8));
      }
      zip.putNextEntry(new ZipEntry(name));
      zip.write(bytes);
    }
    return out.toByteArray();
  }

  /** From memory and from a file: two readers of the same format. */
  private static void archive(Path file, byte[] bytes) throws Exception {
    Files.write(file, bytes);
    try {
      PackReader.read(PackFiles.openBytes("pack.zip", bytes));
    } finally {
      PackReader.read(PackFiles.openPart(file));
    }
  }

  private static void registry(byte[] bytes) throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    PackFiles files =
        PackFiles.openBytes("pack.zip", zip("registry/prefixes.tsv.gz", packed.toByteArray()));
    Pack pack = PackReader.read(files);
    pack.registry().check(); // as the store does before it installs a pack
    pack.registry().registrant(new Mac("00:11:22:33:44:55"));
  }

  /** First line a pattern, the rest a text; RE2/J decides what is a pattern at all. */
  private static void pattern(byte[] bytes) throws ConfigException {
    String[] parts = OperatorFiles.text(bytes).split("\n", 2);
    String yaml = "p: '" + parts[0].replace("'", "''") + "'";
    StrictYaml.read("a.yaml", yaml.getBytes(StandardCharsets.UTF_8))
        .map(Set.of("p"))
        .need("p")
        .pattern(false);
    com.google.re2j.Pattern oracle;
    try {
      oracle = com.google.re2j.Pattern.compile(parts[0]);
    } catch (com.google.re2j.PatternSyntaxException e) {
      return;
    }
    String said = parts.length > 1 ? parts[1] : "";
    PatternSet set = PatternSet.of(List.of(parts[0]), new Memory(10_000));
    if (oracle.matcher(said).find() && set.candidates(said).length == 0) {
      throw new AssertionError("missed: " + parts[0]);
    }
  }
}
