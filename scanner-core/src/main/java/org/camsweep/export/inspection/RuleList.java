package org.camsweep.export.inspection;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camsweep.policy.Finding;
import org.camsweep.policy.Verdict;
import org.camsweep.report.Report;

/**
 * The rules that spoke, each once with its source, version and what it asks for; findings refer to
 * them by number, so that a page of thousands of devices does not repeat them.
 */
final class RuleList {
  /** What makes a rule the same: data of two versions are two rules. */
  private record Rule(
      String name,
      String limb,
      String citation,
      String version,
      boolean verified,
      boolean primaryRead) {
    static Rule of(Finding f) {
      return new Rule(
          f.regimeName(), f.limb(), f.citation(), f.version(), f.verified(), f.primaryRead());
    }
  }

  private final Map<Rule, Integer> numbers = new LinkedHashMap<>();
  private final Map<Rule, Set<String>> actions = new LinkedHashMap<>();

  private RuleList() {}

  static RuleList of(Report report) {
    RuleList list = new RuleList();
    report.findings().forEach(list::add);
    report.entries().forEach(entry -> entry.findings().forEach(list::add));
    return list;
  }

  private void add(Finding finding) {
    Rule rule = Rule.of(finding);
    numbers.putIfAbsent(rule, numbers.size() + 1);
    Set<String> asked = actions.computeIfAbsent(rule, r -> new LinkedHashSet<>());
    if (finding.verdict() == Verdict.RESTRICTED) {
      asked.addAll(finding.actions());
    }
  }

  boolean isEmpty() {
    return numbers.isEmpty();
  }

  /** A link to the rule, with its name. */
  void refer(Finding finding, Markup page) {
    int number = numbers.get(Rule.of(finding));
    page.element("a", "R" + number, "href", "#rule-" + number);
    page.text(" ").element("b", finding.regimeName());
    page.text(", " + finding.limb());
    if (!finding.verified()) {
      page.text(" ").element("span", "Unverified rule: no source was seen", "class", "mark");
    }
  }

  /** The rule's number alone. */
  void number(Finding finding, Markup page) {
    int number = numbers.get(Rule.of(finding));
    page.element("a", "R" + number, "href", "#rule-" + number);
    if (!finding.verified()) {
      page.text(" (unverified rule)");
    }
  }

  void write(Markup page) {
    Tables.open(
        page, "Rules applied", List.of("No.", "Rule", "Source", "Asks for"), "class", "rule-list");
    numbers.forEach((rule, number) -> row(rule, number, page));
    Tables.close(page);
  }

  private void row(Rule rule, int number, Markup page) {
    page.open("tr", "id", "rule-" + number).element("td", "R" + number).open("td");
    page.element("b", rule.name()).element("span", rule.limb(), "class", "limb").close();
    page.open("td").element("span", rule.citation(), "class", "source");
    String version = rule.version().isEmpty() ? "not stated" : rule.version();
    page.element("span", "data version " + version, "class", "version");
    if (!rule.verified()) {
      page.element("span", "Unverified rule: no source was seen", "class", "mark");
    }
    if (!rule.primaryRead()) {
      page.element("span", "Read second-hand, not in the instrument itself", "class", "mark");
    }
    page.close().open("td");
    Set<String> asked = actions.get(rule);
    if (!asked.isEmpty()) {
      page.open("ul", "class", "actions");
      asked.forEach(action -> page.element("li", action));
      page.close();
    }
    page.close().close();
  }
}
