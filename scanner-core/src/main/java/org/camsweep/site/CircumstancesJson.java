package org.camsweep.site;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import org.camsweep.config.ConfigException;
import org.camsweep.config.JsonValue;

/** The JSON form of {@link Circumstances}. */
public final class CircumstancesJson {
  /** Where it stands in a header and in a report. */
  public static final String KEY = "circumstances";

  private CircumstancesJson() {}

  public static ObjectNode of(Circumstances circumstances) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode program = json.putArray("program");
    circumstances.program().forEach(program::add);
    json.put("runtime", circumstances.runtime());
    json.put("clock", circumstances.clock());
    circumstances.siteFile().ifPresent(hash -> json.put("siteFile", hash));
    circumstances.siteFileAt().ifPresent(path -> json.put("siteFileAt", path));
    return json;
  }

  /** Reads them out of the object that holds them, if it does. */
  public static Optional<Circumstances> in(JsonValue holder) throws ConfigException {
    if (holder.get(KEY).isEmpty()) {
      return Optional.empty();
    }
    JsonValue json =
        holder.need(KEY).object(Set.of("program", "runtime", "clock", "siteFile", "siteFileAt"));
    return Optional.of(
        new Circumstances(
            json.texts("program"),
            json.need("runtime").text(),
            json.need("clock").text(),
            json.text("siteFile"),
            json.text("siteFileAt")));
  }
}
