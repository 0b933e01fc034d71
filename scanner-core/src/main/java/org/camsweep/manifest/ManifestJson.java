package org.camsweep.manifest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camsweep.config.ConfigException;
import org.camsweep.config.JsonValue;
import org.camsweep.config.StrictJson;
import org.camsweep.observe.JsonText;

/**
 * The JSON form of a manifest. The hash stands before the name, each on a line of its own: {@code
 * docs/evidence.md} turns them into the input of {@code sha256sum} with one line of awk.
 */
final class ManifestJson {
  private static final String FORMAT = "camsweep-manifest-1";
  private static final String CURE = "restore the file that camsweep wrote";

  private ManifestJson() {}

  static byte[] bytes(Manifest manifest) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("format", FORMAT);
    json.put("scanId", manifest.scanId());
    manifest
        .previous()
        .ifPresent(
            p ->
                json.putObject("previous")
                    .put("scanId", p.scanId())
                    .put("manifestSha256", p.manifestSha256()));
    manifest.follows().ifPresent(hash -> json.put("follows", hash));
    manifest
        .signer()
        .ifPresent(
            s ->
                json.putObject("signer")
                    .put("algorithm", s.algorithm())
                    .put("subject", s.subject())
                    .put("publicKey", s.publicKey()));
    ArrayNode files = json.putArray("files");
    for (Manifest.Sealed file : manifest.files()) {
      files
          .addObject()
          .put("sha256", file.sha256())
          .put("size", file.size())
          .put("name", file.name());
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      JsonText.pretty(json, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
    return out.toByteArray();
  }

  static Manifest read(String name, byte[] bytes) throws ConfigException {
    JsonValue json = StrictJson.read(name, 1, new String(bytes, StandardCharsets.UTF_8));
    json.object(Set.of("format", "scanId", "previous", "follows", "signer", "files"));
    JsonValue format = json.need("format");
    if (!format.text().equals(FORMAT)) {
      throw format.wrong("not the format " + FORMAT, "read it with the version that wrote it");
    }
    List<Manifest.Sealed> files = new ArrayList<>();
    for (JsonValue file : json.need("files").list()) {
      file.object(Set.of("sha256", "size", "name"));
      files.add(
          new Manifest.Sealed(
              name(file.need("name")),
              file.need("size").integer(0, Long.MAX_VALUE),
              hash(file.need("sha256"))));
    }
    return new Manifest(
        json.need("scanId").text(),
        previous(json),
        json.get("follows").isPresent()
            ? Optional.of(hash(json.need("follows")))
            : Optional.empty(),
        signer(json),
        files);
  }

  private static Optional<Manifest.Previous> previous(JsonValue json) throws ConfigException {
    if (json.get("previous").isEmpty()) {
      return Optional.empty();
    }
    JsonValue previous = json.need("previous").object(Set.of("scanId", "manifestSha256"));
    return Optional.of(
        new Manifest.Previous(
            previous.need("scanId").text(), hash(previous.need("manifestSha256"))));
  }

  private static Optional<Manifest.Signer> signer(JsonValue json) throws ConfigException {
    if (json.get("signer").isEmpty()) {
      return Optional.empty();
    }
    JsonValue signer = json.need("signer").object(Set.of("algorithm", "subject", "publicKey"));
    return Optional.of(
        new Manifest.Signer(
            signer.need("algorithm").text(),
            signer.need("publicKey").text(),
            signer.need("subject").text()));
  }

  private static String hash(JsonValue value) throws ConfigException {
    if (!value.text().matches("[0-9a-f]{64}")) {
      throw value.wrong("no SHA-256 in lower-case hexadecimal", CURE);
    }
    return value.text();
  }

  /** A name inside the folder: what points out of it is never opened. */
  private static String name(JsonValue value) throws ConfigException {
    String name = value.text();
    boolean inside =
        !name.isEmpty()
            && !name.startsWith("/")
            && !name.contains("\\")
            && !name.contains("\0")
            && List.of(name.split("/", -1)).stream()
                .noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
    if (!inside) {
      throw value.wrong("not the name of a file inside the folder", CURE);
    }
    return name;
  }
}
