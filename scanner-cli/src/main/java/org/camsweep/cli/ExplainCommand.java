package org.camsweep.cli;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.camsweep.config.ConfigException;
import org.camsweep.config.YamlValue;
import org.camsweep.device.Device;
import org.camsweep.device.Join;
import org.camsweep.fingerprint.Maker;
import org.camsweep.identify.Evidence;
import org.camsweep.identify.Identification;
import org.camsweep.policy.Finding;
import org.camsweep.report.Report;
import org.camsweep.report.Report.Entry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Why a device is believed to be what it is, and why a finding was made. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = {
      "Say why a device is believed to be what it is, with every piece of evidence for and",
      "against, the rule that decided and what would settle a doubt; or why a finding was made."
    },
    footer = {"%nExample:%n  camsweep explain out 10.0.0.21"})
final class ExplainCommand implements Callable<Integer> {
  @Parameters(paramLabel = "RESULT", description = "A result folder or report.json.")
  private Path result;

  @Parameters(paramLabel = "ID", description = "A device's address or key, or a finding's id.")
  private String id;

  private final Terminal terminal;

  ExplainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws ConfigException, StopException {
    Report report = ReportCommand.read(result);
    List<Entry> devices = report.entries().stream().filter(this::isMeant).toList();
    List<Finding> findings = report.findings().stream().filter(f -> f.id().equals(id)).toList();
    if (devices.isEmpty() && findings.isEmpty()) {
      throw StopException.wrongUse(
          "nothing in " + result + " is called '" + id + "'",
          "use an address, a device's key or a finding's id; 'camsweep report -v' shows them");
    }
    devices.forEach(this::device);
    findings.forEach(this::finding);
    return ExitCode.DONE;
  }

  private boolean isMeant(Entry entry) {
    Device device = entry.device();
    return device.id().text().equals(id)
        || device.mac().map(m -> m.text().equals(id)).orElse(false)
        || device.addresses().stream().map(InetAddress::getHostAddress).anyMatch(id::equals);
  }

  private void device(Entry entry) {
    Identification i = entry.identification();
    say(0, DeviceTable.address(entry) + "  " + DeviceTable.shownAs(i));
    say(2, "kind: " + DeviceTable.kind(i));
    say(2, "maker: " + DeviceTable.maker(i) + " (" + YamlValue.word(i.level()) + ")");
    i.maker().flatMap(Maker::country).ifPresent(c -> say(2, "home of the maker: " + c));
    i.brand().ifPresent(b -> say(2, "label: " + b + (i.relabelled() ? ", not the maker's" : "")));
    i.serial().ifPresent(s -> say(2, "serial: " + s));
    i.firmware().ifPresent(f -> say(2, "firmware: " + f));
    say(2, "decided by: " + i.rule());
    i.settle().ifPresent(s -> say(2, "would settle it: " + s));
    for (Join join : entry.device().joins()) {
      say(2, "taken for one device by " + join.reason() + ": " + join.value());
    }
    i.evidence().forEach(e -> evidence("for", e));
    i.contrary().forEach(e -> evidence("against", e));
    entry.findings().forEach(this::finding);
  }

  private void evidence(String side, Evidence e) {
    String speaks = e.maker().or(e::brand).map(m -> " of " + m).orElse("");
    String verified = e.verified() ? "" : ", source not verified";
    say(
        2,
        "%s: %s%s, %s, observation %s%s"
            .formatted(
                side, YamlValue.word(e.kind()), speaks, e.signature(), e.observation(), verified));
    say(6, e.field() + " = " + e.value());
  }

  private void finding(Finding f) {
    say(0, YamlValue.word(f.verdict()) + ": " + f.regimeName() + ", " + f.limb());
    say(2, "id: " + f.id());
    say(2, "why: " + f.because());
    f.settle().ifPresent(s -> say(2, "would settle it: " + s));
    f.actions().forEach(a -> say(2, "the instrument asks: " + a));
    say(2, "source: " + f.citation() + (f.primaryRead() ? "" : " (not read in the original)"));
    say(2, "data: " + f.version() + (f.verified() ? "" : " (row not verified)"));
    f.waiver().ifPresent(w -> say(2, "waived by: " + w));
  }

  private void say(int indent, String text) {
    int columns = terminal.columns().orElse(Terminal.USUAL_COLUMNS);
    Cells.wrap(text, columns - indent)
        .forEach(line -> terminal.out().println(" ".repeat(indent) + line));
  }
}
