package org.camsweep.fingerprint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camsweep.config.ConfigException;

/** Reads a pack's makers, signatures and labels, strictly: an unknown key is an error. */
public final class PackReader {
  private final Faults faults;
  private final List<Maker> makers = new ArrayList<>();
  private final List<Signature> signatures = new ArrayList<>();
  private final List<Label> labels = new ArrayList<>();
  private final List<MacPrefix> prefixes = new ArrayList<>();

  private PackReader(Faults faults) {
    this.faults = faults;
  }

  /**
   * Reads the pack.
   *
   * @throws ConfigException the first thing that is wrong; {@link PackCheck} finds them all
   */
  public static Pack read(PackFiles files) throws ConfigException {
    Faults faults = new Faults();
    Pack pack = read(files, faults);
    if (!faults.found().isEmpty()) {
      throw faults.found().get(0);
    }
    return pack;
  }

  /** Reads what can be read and keeps what is wrong. */
  static Pack read(PackFiles files, Faults faults) {
    PackReader reader = new PackReader(faults);
    for (PackFile file : files.files("makers")) {
      faults.attempt(() -> reader.maker(file));
    }
    for (PackFile file : files.files("generic")) {
      faults.attempt(() -> reader.signatures.addAll(new SignatureReader(file, faults).generic()));
    }
    for (PackFile file : files.files("labels")) {
      faults.attempt(() -> reader.labels.addAll(LabelReader.read(file, faults)));
    }
    String[] version = {"unknown"};
    faults.attempt(() -> version[0] = files.version());
    reader.references(files);
    return new Pack(
        version[0],
        files.hash(),
        reader.makers,
        reader.signatures,
        reader.labels,
        reader.prefixes,
        PrefixRegistry.of(files));
  }

  private void maker(PackFile file) throws ConfigException {
    MakerReader reader = new MakerReader(file, faults);
    makers.add(reader.maker());
    prefixes.addAll(reader.prefixes());
    signatures.addAll(reader.signatures());
  }

  /** Names that point from file to file. */
  private void references(PackFiles files) {
    for (Maker maker : makers) {
      if (maker.parent().isPresent() && !isKnown(maker.parent().get())) {
        String shown = shown(files, "makers", maker.id());
        faults.add(unknownMaker(shown, 0, maker.parent().get()));
      }
    }
    for (Label label : labels) {
      if (!isKnown(label.maker())) {
        faults.add(unknownMaker(shown(files, "labels", label.maker()), 0, label.maker()));
      }
    }
    Map<String, String> ids = new HashMap<>();
    for (Signature signature : signatures) {
      String here = signature.file() + ":" + signature.line();
      Optional<String> other = Optional.ofNullable(ids.putIfAbsent(signature.id(), here));
      if (other.isPresent()) {
        faults.add(twice(signature.file(), signature.line(), signature.id(), other.get()));
      }
    }
    for (Label label : labels) {
      String here = shown(files, "labels", label.maker());
      Optional<String> other = Optional.ofNullable(ids.putIfAbsent(label.id(), here));
      if (other.isPresent()) {
        faults.add(twice(here, 0, label.id(), other.get()));
      }
    }
  }

  private static ConfigException twice(String file, int line, String id, String other) {
    return new ConfigException(
        file, line, "id '" + id + "' is also at " + other, "give each its own id");
  }

  private static ConfigException unknownMaker(String file, int line, String maker) {
    return new ConfigException(
        file, line, "no maker '" + maker + "' is known", "add makers/" + maker + ".yaml");
  }

  private boolean isKnown(String id) {
    return makers.stream().anyMatch(m -> m.id().equals(id));
  }

  private static String shown(PackFiles files, String folder, String stem) {
    String name = folder + "/" + stem + ".yaml";
    return files.file(name).map(PackFile::shown).orElse(name);
  }
}
