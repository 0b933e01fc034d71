package org.camsweep.config;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * A YAML parser that stops at an alias or a type tag, and where nesting or values are too many, at
 * the line. Aliases can blow a small file up to any size, and what a file means should stand where
 * it is read.
 */
final class PlainParser extends ParserImpl {
  private static final int MAX_DEPTH = 100;
  private static final int MAX_VALUES = 500_000;

  private final String file;
  private final StreamReader reader;
  private int depth;
  private int values;

  PlainParser(LoadSettings settings, String file, String text) {
    this(settings, file, new StreamReader(settings, text));
  }

  private PlainParser(LoadSettings settings, String file, StreamReader reader) {
    super(settings, reader);
    this.file = file;
    this.reader = reader;
  }

  /** The line up to which the text was read. */
  int line() {
    return reader.getLine() + 1;
  }

  /** Carries a {@link ConfigException} through the composer, which throws unchecked ones only. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final ConfigException config;

    Refused(ConfigException config) {
      super(config);
      this.config = config;
    }

    ConfigException config() {
      return config;
    }
  }

  @Override
  public Event next() {
    Event event = super.next();
    if (event instanceof AliasEvent alias) {
      throw refused(event, "alias '*" + alias.getAlias() + "'", "write the value out");
    }
    bounded(event);
    Optional<String> tag = Optional.empty();
    if (event instanceof ScalarEvent scalar) {
      tag = scalar.getTag();
    } else if (event instanceof CollectionStartEvent start) {
      tag = start.getTag();
    }
    if (tag.isPresent()) {
      throw refused(event, "type tag '" + tag.get() + "'", "remove the tag, keep the value");
    }
    return event;
  }

  /** What reads the events descends by recursion, and keeps them all. */
  private void bounded(Event event) {
    if (event instanceof CollectionStartEvent && ++depth > MAX_DEPTH) {
      throw refused(event, "nesting deeper than " + MAX_DEPTH, "flatten it");
    }
    if (event instanceof CollectionEndEvent) {
      depth--;
    } else if (++values > MAX_VALUES) {
      throw refused(event, "a file of more than " + MAX_VALUES + " values", "split it");
    }
  }

  private Refused refused(Event event, String what, String cure) {
    int line = event.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    return new Refused(new ConfigException(file, line, what + " is not allowed", cure));
  }
}
