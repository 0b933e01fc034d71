package org.camsweep.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.camsweep.capture.CaptureFile;
import org.camsweep.config.ConfigException;
import org.camsweep.journal.JournalReader;
import org.camsweep.nmap.NmapFile;
import org.camsweep.observe.Observation;
import org.camsweep.probe.ProbeCatalogue;
import org.camsweep.scan.CaptureReading;
import org.camsweep.scan.Foreign;
import org.camsweep.scan.NmapReading;

/** A file that somebody else made, read as what its content says that it is, whatever its name. */
final class Evidence {
  private Evidence() {}

  static Foreign read(Path file, Foreign.Place place) throws ConfigException {
    byte[] start = start(file);
    if (CaptureFile.begins(start)) {
      return CaptureReading.read(file, ProbeCatalogue.all(), place);
    }
    if (NmapFile.begins(start)) {
      return NmapReading.read(file, ProbeCatalogue.all());
    }
    return switch (firstCharacter(start)) {
      case '{', 0 -> observations(file);
      default ->
          throw new ConfigException(
              file.toString(),
              0,
              "is no packet capture, no Nmap report and no file of observations",
              "name a pcap or pcapng file (not compressed), nmap's -oX, or NDJSON");
    };
  }

  /** The first that is not blank; 0 if there is none. */
  private static char firstCharacter(byte[] start) {
    String text = new String(start, StandardCharsets.UTF_8).replaceFirst("^\ufeff", "").strip();
    return text.isEmpty() ? 0 : text.charAt(0);
  }

  private static Foreign observations(Path file) throws ConfigException {
    List<Observation> observations = new ArrayList<>();
    JournalReader.Reading reading =
        JournalReader.ofObservations(file).observations((o, raw) -> observations.add(o));
    return Foreign.observed(String.valueOf(file.getFileName()), observations, reading.unreadable());
  }

  private static byte[] start(Path file) throws ConfigException {
    if (!Files.isRegularFile(file)) {
      throw new ConfigException(
          file.toString(),
          0,
          "is no file",
          "name a result folder, observations (NDJSON) or a packet capture");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(4_096);
    } catch (IOException e) {
      throw new ConfigException(file.toString(), 0, "cannot be read", "check its permissions");
    }
  }
}
