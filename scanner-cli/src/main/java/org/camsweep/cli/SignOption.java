package org.camsweep.cli;

import java.io.Console;
import java.util.Arrays;
import java.util.Optional;
import org.camsweep.config.ConfigException;
import org.camsweep.manifest.KeyStoreReader;
import org.camsweep.manifest.SigningKey;
import picocli.CommandLine.Option;

/** The key that seals a result. Its password never stands on a command line. */
final class SignOption {
  static final String PASSWORD = "CAMSWEEP_SIGN_PASSWORD";

  @Option(
      names = "--sign",
      paramLabel = "KEYSTORE#ALIAS",
      description = {
        "Sign the manifest with this key: a PKCS#12 file, or pkcs11:CONFIG for a token. The",
        "password comes from the environment, CAMSWEEP_SIGN_PASSWORD, or is asked for."
      })
  private Optional<String> sign = Optional.empty();

  /** Opens the key, before anything is sent: a wrong password must not cost a scan. */
  Optional<SigningKey> key(Terminal terminal) throws ConfigException, StopException {
    if (sign.isEmpty()) {
      return Optional.empty();
    }
    char[] password = password(terminal, sign.get());
    try {
      return Optional.of(KeyStoreReader.read(sign.get(), password));
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  private static char[] password(Terminal terminal, String place) throws StopException {
    Optional<String> given = Optional.ofNullable(terminal.environment().get(PASSWORD));
    if (given.isPresent()) {
      return given.get().toCharArray();
    }
    Console console = terminal.errIsTerminal() ? System.console() : null;
    char[] typed = console == null ? null : console.readPassword("Password of %s: ", place);
    if (typed == null) {
      throw StopException.wrongUse(
          "--sign needs a password, and there is no terminal to ask", "set " + PASSWORD);
    }
    return typed;
  }
}
