package org.camsweep.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The product's version, from the jar's manifest. */
final class Version implements IVersionProvider {
  /** Name and version, for example {@code camsweep 0.1.0}. */
  static String line() {
    String version = Version.class.getPackage().getImplementationVersion();
    return "camsweep " + Optional.ofNullable(version).orElse("development build");
  }

  @Override
  public String[] getVersion() {
    return new String[] {
      line(), "Java " + Runtime.version() + ", " + System.getProperty("os.name"),
    };
  }
}
