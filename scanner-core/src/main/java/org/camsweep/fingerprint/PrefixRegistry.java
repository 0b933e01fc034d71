package org.camsweep.fingerprint;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.camsweep.config.ConfigException;
import org.camsweep.observe.Mac;

/**
 * The IEEE's list of who registered which block of hardware addresses (MA-L of 24 bits, MA-M of 28,
 * MA-S of 36), as of a day. Unpacked when it is first asked, into some megabytes. It names who
 * bought a block: no proof of who made a device, and none of what it is. Safe for threads.
 */
public final class PrefixRegistry {
  static final String FILE = "registry/prefixes.tsv.gz";
  static final int MAX_TEXT = 8 * 1024 * 1024;
  private static final int MAX_BLOCKS = 200_000;
  private static final int MAX_NAME = 120;
  private static final int[] DIGITS = {9, 7, 6};

  /** The list unpacked: sorted blocks, and for each its holder among the names. */
  private static final class Table {
    final String dated;
    final List<String> names;
    final long[] blocks;
    final int[] holders;

    Table(String dated, List<String> names, List<long[]> entries) {
      this.dated = dated;
      this.names = List.copyOf(names);
      this.blocks = entries.stream().mapToLong(e -> e[0]).toArray();
      this.holders = entries.stream().mapToInt(e -> (int) e[1]).toArray();
    }
  }

  private final Optional<PackFile> file;
  private Optional<Table> table = Optional.empty();

  private PrefixRegistry(Optional<PackFile> file) {
    this.file = file;
  }

  static PrefixRegistry of(PackFiles files) {
    return new PrefixRegistry(files.file(FILE));
  }

  /** Day of the list, as 2026-08-26; empty where the pack has none. */
  public Optional<String> dated() {
    return file.map(f -> table(f).dated);
  }

  /** Who registered the smallest listed block that holds the address; none of a made-up one. */
  public Optional<Registrant> registrant(Mac mac) {
    return file.isEmpty() || mac.isLocallyAdministered() || mac.isMulticast()
        ? Optional.empty()
        : find(MacPrefix.digits(mac), table(file.get()));
  }

  private static Optional<Registrant> find(String digits, Table table) {
    for (int length : DIGITS) {
      String block = digits.substring(0, length);
      int at = Arrays.binarySearch(table.blocks, key(block));
      if (at >= 0) {
        return Optional.of(new Registrant(block, table.names.get(table.holders[at])));
      }
    }
    return Optional.empty();
  }

  /** Blocks of different lengths never share a key: the length stands above 36 bits. */
  private static long key(String digits) {
    return ((long) digits.length() << 40) | Long.parseLong(digits, 16);
  }

  private synchronized Table table(PackFile packed) {
    if (table.isEmpty()) {
      try {
        table = Optional.of(read(packed));
      } catch (ConfigException e) {
        throw new IllegalStateException(e.getMessage(), e);
      }
    }
    return table.get();
  }

  /** Reads the whole list, for those who check a pack before it is used. */
  public void check() throws ConfigException {
    if (file.isPresent()) {
      read(file.get());
    }
  }

  private static Table read(PackFile packed) throws ConfigException {
    String[] lines = text(packed).split("\n", -1);
    String dated = "";
    List<String> names = new ArrayList<>();
    List<long[]> entries = new ArrayList<>();
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i];
      if (line.startsWith("# dated: ")) {
        dated = line.substring("# dated: ".length());
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        String[] parts = line.split("\t", -1);
        if (parts.length != 2 || parts[0].isBlank() || parts[0].length() > MAX_NAME) {
          throw wrong(packed, i, "not a name, a tab and its blocks");
        }
        for (String digits : parts[1].split(" ", -1)) {
          if (!digits.matches("[0-9a-f]{6}|[0-9a-f]{7}|[0-9a-f]{9}")) {
            throw wrong(packed, i, "'" + digits + "' is not a block");
          }
          entries.add(new long[] {key(digits), names.size()});
        }
        names.add(parts[0]);
      }
      if (entries.size() > MAX_BLOCKS) {
        throw wrong(packed, i, "more than " + MAX_BLOCKS + " blocks");
      }
    }
    if (!dated.matches("\\d{4}-\\d{2}-\\d{2}")) {
      throw wrong(packed, 1, "the day of the list is missing");
    }
    entries.sort((a, b) -> Long.compare(a[0], b[0]));
    return new Table(dated, names, entries);
  }

  private static String text(PackFile packed) throws ConfigException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed.content()))) {
      byte[] text = in.readNBytes(MAX_TEXT + 1);
      if (text.length > MAX_TEXT) {
        throw wrong(packed, 0, "unpacks to more than 8 MiB");
      }
      return new String(text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw wrong(packed, 0, "is not a gzip file");
    }
  }

  private static ConfigException wrong(PackFile packed, int line, String problem) {
    return new ConfigException(
        packed.shown(), line + 1, problem, "write it anew with fingerprints/refresh-registry");
  }
}
