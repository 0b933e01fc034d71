package org.camsweep.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.camsweep.config.ConfigException;
import org.camsweep.config.YamlValue;
import org.camsweep.device.Device;
import org.camsweep.device.Join;
import org.camsweep.exposure.Exposure;
import org.camsweep.exposure.Sign;
import org.camsweep.fingerprint.Maker;
import org.camsweep.identify.Evidence;
import org.camsweep.identify.HardwareAddress;
import org.camsweep.identify.Identification;
import org.camsweep.policy.Explanation;
import org.camsweep.policy.Finding;
import org.camsweep.policy.Policy;
import org.camsweep.policy.Regime;
import org.camsweep.policy.Regimes;
import org.camsweep.report.Report;
import org.camsweep.report.Report.Entry;
import org.camsweep.site.Address;
import org.camsweep.site.Cidr;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Why a device is believed to be what it is, and why a finding was made. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = {
      "Say why a finding was made: what was seen, by which text, what it binds, and what is open;",
      "or why a device is believed to be what it is, with every piece of evidence for and against,",
      "the rule that decided and what would settle a doubt. Sends nothing and judges nothing."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  camsweep explain uk-wms-2022-11-24:sensitive-site:cctv:10.0.0.21 out",
      "  camsweep explain 10.0.0.21 out"
    })
final class ExplainCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "ID",
      description = "A finding's id, or a device's address or key.")
  private String first;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "RESULT",
      description =
          "A result folder or report.json (default: this folder). May stand before ID, too.")
  private Optional<String> second = Optional.empty();

  @Mixin private RegimeOptions regimes;

  private final Terminal terminal;

  ExplainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws ConfigException, StopException {
    String other = second.orElse(".");
    boolean turned = second.isPresent() && !exists(other) && exists(first);
    Path result = Path.of(turned ? first : other);
    String id = turned ? other : first;
    Report report = ReportCommand.read(result);
    List<Entry> devices = report.entries().stream().filter(e -> isMeant(e, id)).toList();
    List<Finding> findings = report.findings().stream().filter(f -> f.id().equals(id)).toList();
    if (devices.isEmpty() && findings.isEmpty()) {
      throw StopException.wrongUse(
          "nothing in " + result + " is called '" + id + "'",
          "use an address, a device's key or a finding's id; 'camsweep report -v' shows them");
    }
    for (Entry device : devices) {
      device(device);
      device.findings().forEach(this::finding);
      say(0, Policy.STANDING_TEXT);
    }
    if (!findings.isEmpty()) {
      explain(findings, report);
    }
    return ExitCode.DONE;
  }

  private static boolean exists(String path) {
    try {
      return Files.exists(Path.of(path));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** The finding and its text, then who made the device and how that is known. */
  private void explain(List<Finding> findings, Report report) throws ConfigException {
    Regimes now = regimes.rules().regimes();
    for (Finding finding : findings) {
      List<String> lines = Explanation.of(finding, now);
      lines.subList(0, lines.size() - 1).forEach(line -> say(0, line));
      now.find(finding.regime())
          .map(Regime::version)
          .filter(v -> !v.equals(finding.version()))
          .ifPresent(
              v ->
                  say(
                      0,
                      "note: the finding was made by other data than those of this program ("
                          + v
                          + "), whose words on the rule these are"));
      report.entries().stream()
          .filter(e -> finding.device().filter(e.device().id()::equals).isPresent())
          .forEach(
              e -> {
                say(0, "the device:");
                device(e);
              });
      say(0, Policy.STANDING_TEXT);
    }
  }

  private static boolean isMeant(Entry entry, String id) {
    Device device = entry.device();
    return device.id().text().equals(id)
        || device.mac().map(m -> m.text().equals(id)).orElse(false)
        || device.addresses().stream().anyMatch(a -> isMeant(a, id));
  }

  private static boolean isMeant(Address address, String id) {
    try {
      return Cidr.address(id).mayBe(address);
    } catch (IllegalArgumentException e) {
      return false; // another kind of identifier
    }
  }

  private void device(Entry entry) {
    Identification i = entry.identification();
    say(0, DeviceTable.address(entry) + "  " + DeviceTable.shownAs(entry));
    say(2, "kind: " + DeviceTable.kind(i));
    say(2, "maker: " + DeviceTable.maker(i) + " (" + YamlValue.word(i.level()) + ")");
    i.maker().flatMap(Maker::country).ifPresent(c -> say(2, "home of the maker: " + c));
    i.brand().ifPresent(b -> say(2, "label: " + b + (i.relabelled() ? ", not the maker's" : "")));
    i.serial().ifPresent(s -> say(2, "serial: " + s));
    i.firmware().ifPresent(f -> say(2, "firmware: " + f));
    entry.interview().ifPresent(x -> say(2, "interview: " + x.text()));
    entry.behind().forEach(c -> say(2, "behind it, by its own word and not judged: " + c.text()));
    say(2, "decided by: " + i.rule());
    i.settle().ifPresent(s -> say(2, "would settle it: " + s));
    for (Join join : entry.device().joins()) {
      say(2, "taken for one device by " + join.reason() + ": " + join.value());
    }
    i.evidence().forEach(e -> evidence("for", e));
    i.contrary().forEach(e -> evidence("against", e));
    entry.hardwareAddresses().forEach(this::hardware);
    entry.exposures().forEach(this::exposure);
  }

  private void hardware(HardwareAddress a) {
    String registered =
        a.locallyAdministered()
            ? "made up locally, its prefix names nobody"
            : a.registrant()
                .map(r -> "prefix " + r.block() + " registered to " + r.name())
                .orElse("prefix in no list");
    say(
        2,
        "hardware address: %s (from %s), %s%s"
            .formatted(
                a.mac(),
                String.join(", ", a.sources()),
                registered,
                a.dated().map(d -> " (IEEE list of " + d + ")").orElse("")));
  }

  private void exposure(Exposure x) {
    say(2, x.topic().title() + ": " + YamlValue.word(x.sight()).replace('-', ' '));
    for (Sign s : x.signs()) {
      String verified = s.verified() ? "" : ", source not verified";
      String heard = s.rule() + ", observation " + s.observation() + verified;
      say(4, YamlValue.word(s.says()).replace('-', ' ') + ": " + s.means() + " (" + heard + ")");
      say(6, s.field() + " = " + s.value());
    }
    x.open().ifPresent(o -> say(4, "stays open: " + o));
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
