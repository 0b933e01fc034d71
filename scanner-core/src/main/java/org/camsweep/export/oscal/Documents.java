package org.camsweep.export.oscal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Collectors;
import org.camsweep.report.Provenance;
import org.camsweep.report.Report;
import org.camsweep.report.StandingText;
import org.camsweep.site.Cidr;
import org.camsweep.site.Network;

/** The four documents that the results rest on. */
final class Documents {
  private final Report report;
  private final Rules rules;
  private final Provenance by;

  Documents(Report report, Rules rules) {
    this.report = report;
    this.rules = rules;
    this.by = report.provenance();
  }

  String uuid(String name) {
    return Oscal.uuid(by.scanId() + " " + by.started() + " " + name);
  }

  /** What every document begins with. */
  ObjectNode begun(String kind, String title) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("uuid", uuid(kind));
    ObjectNode metadata = json.putObject("metadata");
    metadata.put("title", Oscal.line(title));
    metadata.put("last-modified", by.ended().orElse(by.started()).toString());
    metadata.put("version", Oscal.line(by.scanId()));
    metadata.put("oscal-version", Oscal.VERSION);
    ArrayNode properties = JsonNodeFactory.instance.arrayNode();
    by.marking().ifPresent(marking -> Oscal.known(properties, "marking", marking));
    Oscal.own(properties, "scan-id", by.scanId());
    Oscal.own(properties, "tool", by.tool());
    Oscal.own(properties, "data-pack", by.pack());
    Oscal.own(properties, "judged-as-of", by.asOf());
    by.authorisation()
        .reference()
        .ifPresent(ref -> Oscal.own(properties, "authorisation-reference", ref));
    metadata.set("props", properties);
    return json;
  }

  /** Roles and parties, where they were stated. */
  void people(ObjectNode document) {
    ObjectNode metadata = (ObjectNode) document.get("metadata");
    ArrayNode roles = JsonNodeFactory.instance.arrayNode();
    ArrayNode parties = JsonNodeFactory.instance.arrayNode();
    ArrayNode responsible = JsonNodeFactory.instance.arrayNode();
    by.operator()
        .ifPresent(
            name -> person(roles, parties, responsible, "assessor", "Who ran the scan", name));
    by.authorisation()
        .authorisedBy()
        .ifPresent(
            name -> person(roles, parties, responsible, "authoriser", "Who allowed it", name));
    Oscal.unlessEmpty(metadata, "roles", roles);
    Oscal.unlessEmpty(metadata, "parties", parties);
    Oscal.unlessEmpty(metadata, "responsible-parties", responsible);
  }

  private void person(
      ArrayNode roles,
      ArrayNode parties,
      ArrayNode responsible,
      String role,
      String title,
      String name) {
    String uuid = uuid("party " + role);
    roles.addObject().put("id", role).put("title", title);
    parties.addObject().put("uuid", uuid).put("type", "person").put("name", Oscal.line(name));
    responsible.addObject().put("role-id", role).putArray("party-uuids").add(uuid);
  }

  private static ObjectNode named(String name, ObjectNode content) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set(name, content);
    return json;
  }

  ObjectNode catalog() {
    ObjectNode json = begun("catalog", "Rules that camsweep judged by");
    ArrayNode controls = json.putArray("controls");
    for (Rules.Rule rule : rules.all()) {
      ObjectNode control = controls.addObject();
      control.put("id", rule.id());
      control.put("title", Oscal.line(rule.title()));
      ArrayNode properties = control.putArray("props");
      Oscal.own(properties, "rule-verified", rule.verified() ? "yes" : "no");
      ArrayNode parts = control.putArray("parts");
      part(parts, rule.id() + "_smt", "statement", Oscal.line(rule.citation()));
      part(
          parts,
          rule.objective(),
          "assessment-objective",
          rule.id().equals(Rules.COVERAGE)
              ? "Determine which addresses were not asked, or did not answer."
              : "Determine who built each video device on the network, and compare with the rule.");
      ObjectNode method = part(parts, rule.id() + "_test", "assessment-method", "Read-only scan.");
      Oscal.known(method.putArray("props"), "method", "TEST");
    }
    return named("catalog", json);
  }

  private static ObjectNode part(ArrayNode parts, String id, String name, String prose) {
    return parts.addObject().put("id", id).put("name", name).put("prose", prose);
  }

  ObjectNode profile() {
    ObjectNode json = begun("profile", "All rules of this inspection");
    ObjectNode from = json.putArray("imports").addObject();
    from.put("href", OscalExporter.CATALOG).putObject("include-all");
    json.putObject("merge").put("as-is", true);
    return named("profile", json);
  }

  ObjectNode plan() {
    ObjectNode json = begun("plan", "Plan of inspection " + by.scanId());
    people(json);
    json.putObject("import-ssp").put("href", OscalExporter.SYSTEM);
    reviewed(json);
    return named("assessment-plan", json);
  }

  static void reviewed(ObjectNode json) {
    ObjectNode reviewed = json.putObject("reviewed-controls");
    reviewed.putArray("control-selections").addObject().putObject("include-all");
    reviewed.putArray("control-objective-selections").addObject().putObject("include-all");
  }

  ObjectNode system() {
    ObjectNode json = begun("system", "The networks that were inspected: a stub");
    json.putObject("import-profile").put("href", OscalExporter.PROFILE);
    String site =
        report.networks().stream().map(Network::site).distinct().collect(Collectors.joining(", "));
    ObjectNode is = json.putObject("system-characteristics");
    is.putArray("system-ids").addObject().put("id", uuid("system id"));
    is.put("system-name", site.isEmpty() ? "no network" : Oscal.line(site));
    is.put(
        "description",
        "A stub made from the scope of a scan, because an assessment must name a system. It is no"
            + " security plan.");
    boolean sensitive = report.networks().stream().anyMatch(n -> n.sensitive().isPresent());
    is.put("security-sensitivity-level", sensitive ? "sensitive" : "not-stated");
    is.putObject("system-information")
        .putArray("information-types")
        .addObject()
        .put("title", "Video surveillance")
        .put("description", "Pictures, sound and settings of cameras and recorders.");
    is.putObject("status").put("state", "operational");
    is.putObject("authorization-boundary").put("description", boundary());
    ObjectNode implementation = json.putObject("system-implementation");
    implementation
        .putArray("users")
        .addObject()
        .put("uuid", uuid("user"))
        .put("title", "Whoever runs the networks; not known to a scan");
    ArrayNode components = implementation.putArray("components");
    component(components, "this-system", "The networks inspected", boundary());
    ObjectNode control = json.putObject("control-implementation");
    control.put("description", "Not assessed: " + StandingText.TEXT);
    ArrayNode requirements = control.putArray("implemented-requirements");
    for (Rules.Rule rule : rules.all()) {
      requirements
          .addObject()
          .put("uuid", uuid("requirement " + rule.id()))
          .put("control-id", rule.id())
          .putArray("by-components")
          .addObject()
          .put("component-uuid", uuid("component this-system"))
          .put("uuid", uuid("by-component " + rule.id()))
          .put("description", "Not assessed; see the assessment results.");
    }
    return named("system-security-plan", json);
  }

  /** A component with a UUID made from its kind. */
  ObjectNode component(ArrayNode into, String kind, String title, String description) {
    ObjectNode component = into.addObject();
    component.put("uuid", uuid("component " + kind)).put("type", kind).put("title", title);
    component.put("description", description).putObject("status").put("state", "operational");
    return component;
  }

  private String boundary() {
    String networks =
        report.networks().stream()
            .map(
                n ->
                    n.id()
                        + " ("
                        + n.cidrs().stream().map(Cidr::toString).collect(Collectors.joining(", "))
                        + ")")
            .collect(Collectors.joining("; "));
    return networks.isEmpty() ? "No network was named." : Oscal.line(networks);
  }
}
