package org.camsweep.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.camsweep.manifest.PublicKeys;
import org.camsweep.manifest.Verification;
import org.camsweep.manifest.Verifier;
import org.camsweep.observe.Plain;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks that a result folder is as it was sealed. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Check that no file of a result was changed, removed or added since it was sealed, that the",
      "signature holds, and that it follows the inspection before. Changes nothing, sends nothing.",
      "Exit code 20 if anything is wrong. docs/evidence.md tells how to check with OpenSSL alone."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  camsweep verify out",
      "  camsweep verify out --public-key office.pem",
      "  camsweep verify inspection-nov --public-key office.pem --previous inspection-may"
    })
final class VerifyCommand implements Callable<Integer> {
  @Parameters(paramLabel = "RESULT", description = "A result folder.")
  private Path result;

  @Option(
      names = "--public-key",
      paramLabel = "PEM",
      description = "It must be signed by this public key or certificate.")
  private Optional<Path> publicKey = Optional.empty();

  @Option(
      names = "--previous",
      paramLabel = "RESULT",
      description = "It must follow this earlier result.")
  private Optional<Path> previous = Optional.empty();

  private final Terminal terminal;

  VerifyCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    if (!Files.isDirectory(result)) {
      throw StopException.wrongUse(result + " is no folder", "name a result folder");
    }
    Optional<PublicKey> trusted =
        publicKey.isPresent() ? Optional.of(PublicKeys.read(publicKey.get())) : Optional.empty();
    Verification found = Verifier.verify(result, trusted, previous);
    PrintWriter out = terminal.out();
    found.faults().forEach(fault -> out.println("WRONG   " + Plain.of(fault)));
    found.remarks().forEach(remark -> out.println("note    " + Plain.of(remark)));
    String where = Plain.of(result.toString());
    if (found.holds()) {
      out.println("%s is as it was sealed: %,d files.".formatted(where, found.files()));
      return ExitCode.DONE;
    }
    int faults = found.faults().size();
    out.println(
        "%s IS NOT AS IT WAS SEALED: %,d %s."
            .formatted(where, faults, faults == 1 ? "fault" : "faults"));
    return ExitCode.NOT_GENUINE;
  }
}
