package org.camsweep.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camsweep.config.ConfigException;
import org.camsweep.config.JsonValue;
import org.camsweep.site.CircumstancesJson;

/** {@link Basis} as members of the report's provenance. */
final class BasisJson {
  static final Set<String> KEYS = Set.of(CircumstancesJson.KEY, "inputs", "lists", "redacted");

  private BasisJson() {}

  static void write(ObjectNode into, Basis basis) {
    basis.circumstances().ifPresent(c -> into.set(CircumstancesJson.KEY, CircumstancesJson.of(c)));
    ArrayNode inputs = into.putArray("inputs");
    for (Basis.Input input : basis.inputs()) {
      inputs
          .addObject()
          .put("kind", input.kind())
          .put("name", input.name())
          .put("sha256", input.sha256());
    }
    ArrayNode lists = into.putArray("lists");
    for (Basis.Listed list : basis.lists()) {
      lists
          .addObject()
          .put("id", list.id())
          .put("version", list.version())
          .put("verified", list.verified());
    }
    ReportJson.texts(into.putArray("redacted"), basis.redacted());
  }

  static Basis read(JsonValue provenance) throws ConfigException {
    List<Basis.Input> inputs = new ArrayList<>();
    for (JsonValue input : provenance.list("inputs")) {
      input.object(Set.of("kind", "name", "sha256"));
      inputs.add(
          new Basis.Input(
              input.need("kind").text(), input.need("name").text(), input.need("sha256").text()));
    }
    List<Basis.Listed> lists = new ArrayList<>();
    for (JsonValue list : provenance.list("lists")) {
      list.object(Set.of("id", "version", "verified"));
      lists.add(
          new Basis.Listed(
              list.need("id").text(), list.need("version").text(), list.need("verified").bool()));
    }
    return new Basis(CircumstancesJson.in(provenance), inputs, lists, provenance.texts("redacted"));
  }
}
