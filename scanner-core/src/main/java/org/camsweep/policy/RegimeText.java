package org.camsweep.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camsweep.config.YamlValue;

/** Regimes in plain lines, for a terminal: listed, shown in full, compared. */
public final class RegimeText {
  private RegimeText() {}

  /** One line for each regime: identifier, state, kind, name. */
  public static List<String> list(Regimes regimes) {
    List<String> lines = new ArrayList<>();
    for (Regime r : regimes.on()) {
      String state = !r.isJudged() ? "text only" : r.byDefault() ? "default" : "when named";
      lines.add(line(r, r.verified() ? state : state + ", not verified"));
    }
    regimes.off().forEach(o -> lines.add(line(o.regime(), "off: " + o.why())));
    return List.copyOf(lines);
  }

  private static String line(Regime r, String state) {
    return "%-28s %-14s %-10s %s"
        .formatted(r.id(), state, r.place(), r.name() + " (" + YamlValue.word(r.kind()) + ")");
  }

  /** Everything about one regime. */
  public static List<String> show(Regime r) {
    List<String> lines = new ArrayList<>();
    lines.add(r.name());
    lines.add("id: " + r.id());
    lines.add("place: " + r.place());
    lines.add("kind: " + YamlValue.word(r.kind()) + " (" + r.kind().words() + ")");
    lines.add("instrument: " + r.instrument());
    lines.add("citation: " + r.citation());
    r.made().ifPresent(d -> lines.add("date of the instrument: " + d));
    lines.add("in force: " + r.span());
    lines.add("read in primary form: " + (r.primaryRead() ? "yes" : "no"));
    lines.add("data verified: " + (r.verified() ? "yes" : "no"));
    lines.add("version: " + r.version());
    lines.add("status: " + r.status());
    lines.add("binds: " + r.binds());
    r.where().ifPresent(w -> lines.add("where: " + w));
    lines.add("rule: " + r.rule());
    r.affiliates().ifPresent(a -> lines.add("affiliates: " + a));
    r.components().ifPresent(c -> lines.add("components: " + c));
    for (Limb limb : r.limbs()) {
      lines.add("limb " + limb.id() + ": " + limb.text());
      lines.add("  met: " + YamlValue.word(limb.met()) + ", on: " + YamlValue.word(limb.where()));
      names(limb).forEach(n -> lines.add("  " + n));
    }
    section(lines, "an audit must show", r.mustShow());
    section(lines, "a scan cannot see", r.limits());
    section(lines, "the instrument asks", r.actions());
    section(lines, "sources", r.sources());
    section(lines, "notes", r.notes());
    return List.copyOf(lines);
  }

  private static void section(List<String> lines, String title, List<String> items) {
    if (!items.isEmpty()) {
      lines.add(title + ":");
      items.forEach(i -> lines.add("  - " + i));
    }
  }

  /** What changed from one set of regimes to another; empty if nothing did. */
  public static List<String> diff(Regimes before, Regimes after) {
    Set<String> ids = new TreeSet<>();
    before.on().forEach(r -> ids.add(r.id()));
    after.on().forEach(r -> ids.add(r.id()));
    List<String> lines = new ArrayList<>();
    for (String id : ids) {
      if (after.find(id).isEmpty()) {
        lines.add("- " + id + " is no longer switched on");
      } else if (before.find(id).isEmpty()) {
        lines.add("+ " + id + " is new: " + after.find(id).orElseThrow().name());
      } else {
        Regime old = before.find(id).orElseThrow();
        Regime now = after.find(id).orElseThrow();
        if (!old.equals(now)) {
          lines.addAll(changes(old, now));
        }
      }
    }
    return List.copyOf(lines);
  }

  private static List<String> changes(Regime old, Regime now) {
    List<String> lines = new ArrayList<>();
    Set<String> was = entries(old);
    Set<String> is = entries(now);
    was.stream().filter(n -> !is.contains(n)).forEach(n -> lines.add("  - " + n));
    is.stream().filter(n -> !was.contains(n)).forEach(n -> lines.add("  + " + n));
    if (!old.version().equals(now.version()) || !lines.isEmpty()) {
      lines.add(0, "~ " + now.id() + ": " + old.version() + " -> " + now.version());
    }
    return lines;
  }

  private static Set<String> entries(Regime r) {
    return r.limbs().stream()
        .flatMap(l -> names(l).stream().map(n -> l.id() + ": " + n))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> names(Limb limb) {
    return limb.test().names().stream()
        .map(
            n ->
                n.entity()
                    + (n.span().equals(Span.ALWAYS) ? "" : " " + n.span())
                    + (n.verified() ? "" : " (not verified)")
                    + (n.entry().isEmpty() ? "" : ": " + n.entry()))
        .toList();
  }
}
