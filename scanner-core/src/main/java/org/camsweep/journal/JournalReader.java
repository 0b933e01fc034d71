package org.camsweep.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.camsweep.config.ConfigException;
import org.camsweep.config.JsonValue;
import org.camsweep.config.StrictJson;
import org.camsweep.observe.Observation;

/**
 * Reads a result folder, or a file of observations alone, line by line. In a result folder a line
 * that is no JSON, as a killed process or a full disk leaves it, is counted and passed over; in a
 * file that somebody wrote, only a torn last line is. Anything else that is wrong is a {@link
 * ConfigException} naming file, line and cure.
 */
public final class JournalReader {
  /** What is done with each thing read. */
  public interface Taker<T> {
    void take(T value) throws ConfigException;
  }

  /** What is done with each observation, and the bytes behind it (empty if none were kept). */
  public interface ObservationTaker {
    void take(Observation observation, byte[] raw) throws ConfigException;
  }

  /**
   * How far the reading of a file of lines got.
   *
   * @param lines understood
   * @param unreadable passed over; what they said is lost, and a report must say so
   */
  public record Reading(long lines, long unreadable) {}

  private interface LineReader {
    void read(JsonValue json) throws ConfigException;
  }

  private final Path folder;
  private final Path observations;
  private final boolean result;

  private JournalReader(Path folder, Path observations, boolean result) {
    this.folder = folder;
    this.observations = observations;
    this.result = result;
  }

  /**
   * Opens a result folder.
   *
   * @throws ConfigException if it holds no result
   */
  public static JournalReader open(Path folder) throws ConfigException {
    if (!Files.isRegularFile(folder.resolve(ResultFolder.HEADER))) {
      throw new ConfigException(
          folder.toString(), 0, "holds no result", "name a folder that 'camsweep scan' wrote");
    }
    return new JournalReader(folder, folder.resolve(ResultFolder.OBSERVATIONS), true);
  }

  /** Opens a file of observation lines alone. It has no header, end or address lines. */
  public static JournalReader ofObservations(Path file) throws ConfigException {
    if (!Files.isRegularFile(file)) {
      throw new ConfigException(
          file.toString(), 0, "is no file", "name a file of observations, or a result folder");
    }
    return new JournalReader(file.toAbsolutePath().getParent(), file, false);
  }

  /** Whether this is a whole result folder. */
  public boolean isResult() {
    return result;
  }

  public ScanHeader header() throws ConfigException {
    return HeaderJson.header(StrictJson.read(folder.resolve(ResultFolder.HEADER)));
  }

  /** How the scan ended; empty if it was cut off. */
  public Optional<ScanEnd> end() throws ConfigException {
    Path file = folder.resolve(ResultFolder.END);
    return result && Files.exists(file)
        ? Optional.of(HeaderJson.end(StrictJson.read(file)))
        : Optional.empty();
  }

  /** Gives every observation, in the order stored. */
  public Reading observations(ObservationTaker taker) throws ConfigException {
    return each(
        observations, json -> taker.take(ObservationJson.read(json), ObservationJson.raw(json)));
  }

  /**
   * Gives every line about an address, in the order stored; a later line replaces an earlier one.
   */
  public Reading addresses(Taker<AddressLine> taker) throws ConfigException {
    return result
        ? each(folder.resolve(ResultFolder.ADDRESSES), json -> taker.take(AddressJson.read(json)))
        : new Reading(0, 0);
  }

  /** Whether it was counted what each host was sent; results of earlier versions lack that. */
  public boolean isCounted() {
    return result && Files.exists(folder.resolve(ResultFolder.ASKED));
  }

  /** Gives every line about what a host was sent; those of one host add up. */
  public Reading asked(Taker<AskedLine> taker) throws ConfigException {
    return isCounted()
        ? each(folder.resolve(ResultFolder.ASKED), json -> taker.take(AskedJson.read(json)))
        : new Reading(0, 0);
  }

  private Reading each(Path file, LineReader reader) throws ConfigException {
    if (!Files.exists(file)) {
      return new Reading(0, 0);
    }
    if (!Files.isRegularFile(file)) { // a pipe would be waited for without end
      throw new ConfigException(
          file.toString(), 0, "is no file", "put the result's own file there");
    }
    long understood = 0;
    long unreadable = 0;
    try (LineSource lines = LineSource.open(file)) {
      for (Optional<LineSource.Line> next = lines.next(); next.isPresent(); next = lines.next()) {
        LineSource.Line line = next.get();
        if (line.text().isBlank() && !line.tooLong()) {
          continue;
        }
        JsonValue json;
        try {
          json = line.json(file.toString());
        } catch (ConfigException e) {
          if (!result && !line.torn()) {
            throw e;
          }
          unreadable++;
          continue;
        }
        reader.read(json);
        understood++;
      }
    } catch (IOException e) {
      throw new ConfigException(file.toString(), 0, "cannot be read", "check its permissions");
    }
    return new Reading(understood, unreadable);
  }
}
