package org.camsweep.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;

/**
 * JSON whose texts are made hostile. A text that alone makes a reader refuse the whole is tried
 * alone; those that a reader takes are tried some at a time, each far from the others, so that one
 * does not hide what another would do. So every text is tried, and not every text costs a run.
 */
final class HostileTree {
  private static final int TOGETHER = 8;

  /** Whether a reader takes the JSON, which it is left with. */
  interface Reader {
    boolean takes(String json);
  }

  private record Text(Runnable spoil, Runnable mend) {}

  private final JsonNode root;
  private final String evil;
  private final List<Text> texts = new ArrayList<>();

  private HostileTree(JsonNode root, String evil) {
    this.root = root;
    this.evil = evil;
    collect(root);
  }

  static HostileTree of(JsonNode root, String evil) {
    return new HostileTree(root, evil);
  }

  /**
   * Tries every text.
   *
   * @param then what is tried with what the reader was last left with
   */
  void each(Reader reader, Runnable then) {
    List<Text> taken = new ArrayList<>();
    for (Text text : texts) {
      text.spoil().run();
      if (reader.takes(root.toString())) {
        taken.add(text);
      } else {
        then.run();
      }
      text.mend().run();
    }
    int runs = (taken.size() + TOGETHER - 1) / TOGETHER;
    for (int run = 0; run < runs; run++) {
      List<Text> some = new ArrayList<>();
      for (int i = run; i < taken.size(); i += runs) {
        some.add(taken.get(i));
      }
      together(some, reader, then);
    }
  }

  private void together(List<Text> some, Reader reader, Runnable then) {
    some.forEach(text -> text.spoil().run());
    boolean takes = reader.takes(root.toString());
    if (takes) {
      then.run();
    }
    some.forEach(text -> text.mend().run());
    if (!takes) {
      for (Text text : some) {
        together(List.of(text), reader, then);
      }
    }
  }

  private void collect(JsonNode node) {
    if (node instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        JsonNode value = object.get(name);
        if (value.isTextual()) {
          texts.add(
              new Text(
                  () -> object.set(name, new TextNode(value.textValue() + evil)),
                  () -> object.set(name, value)));
        }
        collect(value);
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        int at = i;
        JsonNode value = array.get(at);
        if (value.isTextual()) {
          texts.add(
              new Text(
                  () -> array.set(at, new TextNode(value.textValue() + evil)),
                  () -> array.set(at, value)));
        }
        collect(value);
      }
    }
  }
}
