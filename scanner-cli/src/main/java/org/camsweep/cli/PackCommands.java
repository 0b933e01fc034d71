package org.camsweep.cli;

import java.util.concurrent.Callable;
import org.camsweep.config.ConfigException;
import org.camsweep.fingerprint.Pack;
import org.camsweep.fingerprint.PackFiles;
import org.camsweep.observe.Plain;
import org.camsweep.store.PackOrigin;
import org.camsweep.store.PackStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The commands that check, install and remove a pack from a signed file. */
final class PackCommands {
  private PackCommands() {}

  private static String name(Pack pack) {
    return "pack %s, %s, sha256:%s"
        .formatted(pack.version(), Words.count(pack.signatures().size(), "signature"), pack.hash());
  }

  /** {@code signatures verify}. */
  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      description = "Check a pack's signature and read it whole, without installing it.",
      footerHeading = "%nExamples:%n",
      footer = {"  camsweep signatures verify pack-2026.12.zip --key office.pem"})
  static final class Verify implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin private SignedFile signed;

    Verify(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
      PackOrigin pack =
          PackStore.verify(
              signed.file(), signed.signature(), new Packs(terminal).trusted(signed.keys()));
      terminal.out().println(Plain.of(pack.line()));
      terminal
          .out()
          .println("version " + pack.files().version() + ", sha256:" + pack.files().hash());
      return ExitCode.DONE;
    }
  }

  /** {@code signatures install}. */
  @Command(
      name = "install",
      mixinStandardHelpOptions = true,
      description = {
        "Install a pack from a signed file, for this user; scan and identify then use it. Nothing",
        "is changed if the signature does not fit, the pack is older or any part cannot be read."
      },
      footerHeading = "%nExamples:%n",
      footer = {"  camsweep signatures install pack-2026.12.zip --key office.pem"})
  static final class Install implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin private SignedFile signed;

    @Option(
        names = "--allow-older",
        description = "Also a version older than the one in use, or another of the same version.")
    private boolean older;

    Install(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
      Packs packs = new Packs(terminal);
      PackStore store = packs.store();
      Pack pack =
          store.install(
              signed.file(), signed.signature(), packs.trusted(signed.keys()), inUse(store), older);
      terminal.out().println("installed " + Plain.of(name(pack)));
      return ExitCode.DONE;
    }

    /** A damaged pack must not keep a whole one out. */
    private PackFiles inUse(PackStore store) throws ConfigException {
      PackFiles shipped = Packs.shipped();
      try {
        return store.current(shipped).map(PackOrigin::files).orElse(shipped);
      } catch (ConfigException e) {
        terminal.err().println("camsweep: " + Plain.of(String.valueOf(e.getMessage())));
        return shipped;
      }
    }
  }

  /** {@code signatures uninstall}. */
  @Command(
      name = "uninstall",
      mixinStandardHelpOptions = true,
      description = "Remove the installed pack; the one that came with the program is used again.",
      footerHeading = "%nExamples:%n",
      footer = {"  camsweep signatures uninstall"})
  static final class Uninstall implements Callable<Integer> {
    private final Terminal terminal;

    Uninstall(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
      boolean was = new Packs(terminal).store().uninstall();
      terminal.out().println(was ? "removed" : "no pack was installed");
      return ExitCode.DONE;
    }
  }
}
