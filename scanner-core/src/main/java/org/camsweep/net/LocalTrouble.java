package org.camsweep.net;

import java.util.regex.Pattern;

/**
 * Why this machine itself could not send. Told apart by the system's own words (errno texts of
 * Linux, macOS and the JDK), because Java has no numbers for them.
 */
enum LocalTrouble {
  /** EMFILE, ENFILE: no more descriptors. */
  DESCRIPTORS("descriptors", true, "Too many open files|file table overflow"),
  /** EADDRNOTAVAIL: no more local ports. */
  PORTS("ports", true, "(?:Cannot|Can't) assign requested address"),
  /** ENOBUFS, ENOMEM: a queue or the neighbour table is full. */
  BUFFERS("buffers", true, "No buffer space|Cannot allocate memory"),
  /** ENETUNREACH, ENETDOWN, ENODEV: no way out, for example because an interface went away. */
  NO_ROUTE("no-route", false, "Network is unreachable|Network is down|No such device"),
  /** EPERM, EACCES: this machine's own filter forbids it. */
  FORBIDDEN("forbidden", false, "Operation not permitted|Permission denied"),
  /** Anything else. */
  OTHER("other", true, "(?!)");

  private final String counter;
  private final boolean passes;
  private final Pattern words;

  LocalTrouble(String word, boolean passes, String words) {
    this.counter = "local." + word;
    this.passes = passes;
    this.words = Pattern.compile(words);
  }

  static LocalTrouble of(Throwable cause) {
    for (Throwable c = cause; c != null; c = c.getCause()) {
      String message = String.valueOf(c.getMessage());
      for (LocalTrouble trouble : values()) {
        if (trouble.words.matcher(message).find()) {
          return trouble;
        }
      }
    }
    return OTHER;
  }

  /** The counter that shows it in the report. */
  String counter() {
    return counter;
  }

  /** Whether it is worth trying again in a moment. */
  boolean passes() {
    return passes;
  }
}
