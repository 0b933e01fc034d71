package org.camsweep.manifest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.camsweep.config.ConfigException;
import org.camsweep.journal.JournalReader;
import org.camsweep.journal.ResultFolder;

/** Whether the bytes that each observation keeps are those that it was made from. */
final class RawBytesCheck {
  private static final int MOST = 100;

  private RawBytesCheck() {}

  /** A line for each observation whose bytes do not have the hash that it states. */
  static List<String> faults(Path folder) {
    List<String> faults = new ArrayList<>();
    if (!Files.isRegularFile(folder.resolve(ResultFolder.HEADER))) {
      return faults; // it is missing, which is a fault already
    }
    try {
      JournalReader.open(folder)
          .observations(
              (observation, raw) -> {
                boolean kept = raw.length > 0 && observation.rawSha256().isPresent();
                if (kept && !observation.rawSha256().get().equals(FolderFiles.sha256(raw))) {
                  add(faults, observation.id());
                }
              });
    } catch (ConfigException e) {
      faults.add(String.valueOf(e.getMessage()));
    }
    return faults;
  }

  private static void add(List<String> faults, String id) {
    if (faults.size() < MOST) {
      faults.add(
          ResultFolder.OBSERVATIONS
              + ": the bytes kept with observation "
              + id
              + " do not have the hash that it states");
    } else if (faults.size() == MOST) {
      faults.add(ResultFolder.OBSERVATIONS + ": and further ones");
    }
  }
}
