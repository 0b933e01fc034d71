package org.camsweep.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.camsweep.config.ConfigException;
import org.camsweep.observe.AddressOutcome;
import org.camsweep.observe.Asked;
import org.camsweep.observe.JsonText;
import org.camsweep.observe.Observation;
import org.camsweep.site.Address;

/**
 * Writes a result folder while a scan runs. Every line is handed to the operating system before the
 * call returns. Thread-safe; a write that fails throws {@link JournalException}, and so does every
 * later one.
 */
public final class JournalWriter implements AutoCloseable {
  private final Path folder;
  private final LineFile observations;
  private final LineFile addresses;
  private final LineFile asked;

  private JournalWriter(Path folder, LineFile observations, LineFile addresses, LineFile asked) {
    this.folder = folder;
    this.observations = observations;
    this.addresses = addresses;
    this.asked = asked;
  }

  /**
   * Makes the folder and stores the header.
   *
   * @param overwrite whether an earlier result in the folder is removed first
   * @throws ConfigException if the folder holds a result or something else, or cannot be made
   */
  public static JournalWriter create(Path folder, ScanHeader header, boolean overwrite)
      throws ConfigException {
    ResultFolder.prepare(folder, overwrite);
    document(folder, ResultFolder.HEADER, HeaderJson.of(header));
    return open(folder);
  }

  /**
   * Goes on with a result that was cut off: lines are added after those that are there, and a torn
   * last line is taken away: its host did not come to its end, and is asked again.
   *
   * @throws ConfigException if the folder holds no result, or one that has ended
   */
  public static JournalWriter resume(Path folder) throws ConfigException {
    return resume(folder, Optional.empty());
  }

  /**
   * The same under another header, where there is one: a protective marking can be given late.
   *
   * @throws ConfigException if the folder holds no result, or one that has ended
   */
  public static JournalWriter resume(Path folder, Optional<ScanHeader> header)
      throws ConfigException {
    if (!Files.exists(folder.resolve(ResultFolder.HEADER))) {
      throw new ConfigException(
          folder.toString(), 0, "holds no result", "name the folder of an interrupted scan");
    }
    ResultFolder.checkPlain(folder);
    if (JournalReader.open(folder).end().map(ScanEnd::complete).orElse(false)) {
      throw new ConfigException(
          folder.toString(), 0, "the scan came to its end", "start a new scan");
    }
    try {
      ResultFolder.unseal(folder);
      Files.deleteIfExists(folder.resolve(ResultFolder.END));
      header.ifPresent(h -> document(folder, ResultFolder.HEADER, HeaderJson.of(h)));
      TornLine.drop(folder.resolve(ResultFolder.OBSERVATIONS));
      TornLine.drop(folder.resolve(ResultFolder.ADDRESSES));
      TornLine.drop(folder.resolve(ResultFolder.ASKED));
    } catch (IOException e) {
      throw new JournalException(folder.toString(), e);
    }
    return open(folder);
  }

  private static JournalWriter open(Path folder) {
    return new JournalWriter(
        folder,
        lines(folder.resolve(ResultFolder.OBSERVATIONS)),
        lines(folder.resolve(ResultFolder.ADDRESSES)),
        lines(folder.resolve(ResultFolder.ASKED)));
  }

  private static LineFile lines(Path file) {
    try {
      return new LineFile(file.toString(), ResultFolder.append(file));
    } catch (IOException e) {
      throw new JournalException(file.toString(), e);
    }
  }

  public Path folder() {
    return folder;
  }

  /**
   * Stores an observation.
   *
   * @param raw the bytes that came, empty if none did; left out where the line would be too long,
   *     the observation's hash of them stays
   */
  public void observed(Observation observation, byte[] raw) {
    observations.add(ObservationJson.line(observation, raw));
  }

  /** Stores how an address ended; a later call for the same address replaces the earlier one. */
  public void done(Address address, String network, AddressOutcome outcome, Set<String> probes) {
    addresses.add(AddressJson.line(new AddressLine(address, network, outcome, probes)));
  }

  /** Stores what a host was sent, beside what was stored of it before. */
  public void asked(Address address, Asked sent) {
    asked.add(AskedJson.line(new AskedLine(address, sent)));
  }

  /** Stores how the scan ended. To be called once, last. */
  public void end(ScanEnd end) {
    document(folder, ResultFolder.END, HeaderJson.of(end));
  }

  private static void document(Path folder, String name, JsonNode json) {
    ResultFolder.write(folder.resolve(name), out -> JsonText.pretty(json, out));
  }

  @Override
  public void close() {
    observations.close();
    addresses.close();
    asked.close();
  }
}
