package org.camsweep.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camsweep.config.ConfigException;
import org.camsweep.config.JsonValue;

/** The JSON form of how a device's interview went. */
final class InterviewJson {
  private InterviewJson() {}

  static ObjectNode of(Interview interview) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("outcome", Words.of(interview.outcome()));
    interview.why().ifPresent(why -> json.put("why", why));
    json.put("at", interview.at().toString());
    ArrayNode channels = json.putArray("channels");
    for (Interview.Channel channel : interview.channels()) {
      ObjectNode one = channels.addObject();
      one.put("number", channel.number()).put("source", channel.source());
      channel.name().ifPresent(name -> one.put("name", name));
      channel.size().ifPresent(size -> one.put("size", size));
    }
    return json;
  }

  /** Reads what {@link #of} wrote. */
  static Interview read(JsonValue json) throws ConfigException {
    json.object(Set.of("outcome", "why", "at", "channels"));
    List<Interview.Channel> channels = new ArrayList<>();
    for (JsonValue channel : json.list("channels")) {
      channel.object(Set.of("number", "source", "name", "size"));
      channels.add(
          new Interview.Channel(
              (int) channel.need("number").integer(1, 10_000),
              channel.need("source").text(),
              channel.text("name"),
              channel.text("size")));
    }
    return new Interview(
        json.need("outcome").oneOf(Interview.Outcome.class),
        json.text("why"),
        ReportReader.instant(json.need("at")),
        channels);
  }
}
