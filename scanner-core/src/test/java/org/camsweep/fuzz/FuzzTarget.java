package org.camsweep.fuzz;

import java.util.List;
import org.camsweep.config.ConfigException;

/**
 * One reader of bytes that somebody else wrote. Whatever the bytes are, it understands them or says
 * what is wrong by a {@link ConfigException}; anything else thrown is a fault.
 *
 * @param name of its folder of seeds
 * @param seeds further inputs that are made and not stored
 */
record FuzzTarget(String name, List<byte[]> seeds, Reader reader) {
  /** What is done with an input, and the promises that are checked. */
  interface Reader {
    void read(byte[] input) throws Exception;
  }

  /** Reads an input; a refusal must be one printable line. */
  void run(byte[] input) throws Exception {
    try {
      reader.read(input);
    } catch (ConfigException e) {
      String message = e.getMessage();
      if (message.isBlank() || message.chars().anyMatch(Character::isISOControl)) {
        throw new AssertionError("not one printable line: " + message, e);
      }
    }
  }
}
