package org.camsweep.net.neighbours;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camsweep.site.Address;
import org.camsweep.site.Cidr;

/** Reads who answered from the lines of the system's ping (iputils, in the C locale). */
final class EchoText {
  /** {@code 64 bytes from fe80::7%eth0: icmp_seq=1 ttl=64 time=0.069 ms}; a failure says From. */
  private static final Pattern ANSWER =
      Pattern.compile("^\\d+ bytes from ([0-9a-fA-F:.]+?)(?:%[^\\s,]+)?[:,] .*\\bicmp_seq=\\d.*$");

  private EchoText() {}

  /** Whether the line says that the questions are being sent. */
  static boolean begins(String line) {
    return line.startsWith("PING ");
  }

  /** The address that answered, without its zone. */
  static Optional<Address> answer(String line) {
    Matcher answer = ANSWER.matcher(line);
    try {
      return answer.matches() ? Optional.of(Cidr.address(answer.group(1))) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // no address: not a line that is known
    }
  }
}
