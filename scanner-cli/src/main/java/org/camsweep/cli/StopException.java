package org.camsweep.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.camsweep.journal.JournalException;
import org.camsweep.journal.ResultFolder;

/** Ends a command with one line on standard error and an exit code. */
final class StopException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int exitCode;

  private StopException(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  /** The user's words cannot be followed: what is wrong, and what to write instead. */
  static StopException wrongUse(String problem, String cure) {
    return new StopException(ExitCode.WRONG_USE, problem + "; " + cure);
  }

  /** Not done, for safety. */
  static StopException refused(String problem, String cure) {
    return new StopException(ExitCode.REFUSED, "refused: " + problem + "; " + cure);
  }

  /** The result folder could not be written: what is kept, and how to go on. */
  static StopException ofJournal(JournalException e, Path folder) {
    boolean begun = Files.exists(folder.resolve(ResultFolder.HEADER));
    return new StopException(
        ExitCode.FAILED,
        e.getMessage()
            + (begun
                ? "; what was heard is kept: then go on with --resume " + folder
                : "; nothing was sent"));
  }

  /** A file that cannot be read or written, in words. */
  static StopException ofFile(IOException e) {
    String what = String.valueOf(e.getMessage());
    if (e instanceof FileSystemException file) {
      what = file.getFile() + ": " + why(file);
    }
    return new StopException(ExitCode.FAILED, what);
  }

  private static String why(FileSystemException e) {
    if (e instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    if (e instanceof AccessDeniedException) {
      return "not permitted";
    }
    if (e instanceof FileAlreadyExistsException) {
      return "is there already";
    }
    return e.getReason() == null ? "cannot be read or written" : e.getReason();
  }

  int exitCode() {
    return exitCode;
  }
}
