package org.camsweep.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A site file of an owner who gave a log-in, named {@code reader}, and what the devices of the lab
 * take: the environment that the file names is for the test to set.
 */
final class OwnersSite {
  /** The community that the lab's agents answer to. */
  static final String COMMUNITY = "Lab-Reader-77";

  private OwnersSite() {}

  /**
   * Writes it.
   *
   * @param networks the networks of its one site, as a YAML list
   */
  static String write(Path folder, String networks) throws IOException {
    String head =
        """
        version: 1
        operator: Lab
        authorisation: { reference: LAB }
        credentials:
          reader: { username: { env: LAB_USER }, password: { env: LAB_PASSWORD } }
        sites:
          - id: lab
            networks:
        """;
    return Files.writeString(folder.resolve("site.yaml"), head + networks.indent(6)).toString();
  }
}
