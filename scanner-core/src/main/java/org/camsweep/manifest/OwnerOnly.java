package org.camsweep.manifest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Whether a result folder is its owner's alone, as it was made: a result tells much of a site. */
final class OwnerOnly {
  private static final Set<PosixFilePermission> OWNERS =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private OwnerOnly() {}

  /** What is amiss, and the cure; empty if nothing is, or the file system has no such rights. */
  static Optional<String> remark(Path folder) throws IOException {
    try {
      Set<PosixFilePermission> now = Files.getPosixFilePermissions(folder);
      return OWNERS.containsAll(now)
          ? Optional.empty()
          : Optional.of(
              "not its owner's alone: the folder's permissions are "
                  + PosixFilePermissions.toString(now)
                  + "; 'chmod -R go= "
                  + folder
                  + "' mends that");
    } catch (UnsupportedOperationException e) {
      return Optional.empty();
    }
  }
}
