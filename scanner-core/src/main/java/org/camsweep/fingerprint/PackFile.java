package org.camsweep.fingerprint;

import org.camsweep.config.ConfigException;
import org.camsweep.config.StrictYaml;
import org.camsweep.config.YamlValue;

/** One file of a pack, held in memory. */
public final class PackFile {
  private final String name;
  private final String shown;
  private final byte[] bytes;

  PackFile(String name, String shown, byte[] bytes) {
    this.name = name;
    this.shown = shown;
    this.bytes = bytes;
  }

  /** Name inside the pack, with slashes, for example {@code makers/acme.yaml}. */
  public String name() {
    return name;
  }

  /** Name as the operator knows it, for messages. */
  public String shown() {
    return shown;
  }

  /** The last part of the name without {@code .yaml}: {@code acme}. */
  public String stem() {
    String last = name.substring(name.lastIndexOf('/') + 1);
    return last.endsWith(".yaml") ? last.substring(0, last.length() - ".yaml".length()) : last;
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  byte[] content() {
    return bytes;
  }

  /** The file read as one YAML document. */
  public YamlValue yaml() throws ConfigException {
    return StrictYaml.read(shown, bytes);
  }

  @Override
  public String toString() {
    return shown;
  }
}
