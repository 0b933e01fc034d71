package org.camsweep.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camsweep.journal.ScanHeader;
import org.camsweep.site.Circumstances;

/** The site file that a stored scan was started with, if it is still there as it was. */
final class UsedSiteFile {
  private static final String OPTION = "--site";

  private UsedSiteFile() {}

  static Optional<Path> of(ScanHeader header) {
    Optional<String> then = header.circumstances().flatMap(Circumstances::siteFile);
    return then.isEmpty()
        ? Optional.empty()
        : Stream.of(
                header.circumstances().flatMap(Circumstances::siteFileAt).map(Path::of).stream(),
                typed(header.commandLine()),
                Stream.of(TargetOptions.USUAL_SITE_FILE))
            .flatMap(Function.identity())
            .filter(file -> Surroundings.sha256(file).equals(then))
            .findFirst();
  }

  private static Stream<Path> typed(List<String> words) {
    int at = words.indexOf(OPTION);
    Stream<String> apart = at < 0 ? Stream.empty() : words.stream().skip(at + 1L).limit(1);
    Stream<String> joined =
        words.stream()
            .filter(w -> w.startsWith(OPTION + "="))
            .map(w -> w.substring(OPTION.length() + 1));
    return Stream.concat(apart, joined).map(Path::of);
  }
}
