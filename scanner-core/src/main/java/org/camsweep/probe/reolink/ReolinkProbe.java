package org.camsweep.probe.reolink;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camsweep.observe.Field;
import org.camsweep.probe.spi.DatagramProbe;
import org.camsweep.probe.spi.FactSheet;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.Octets;
import org.camsweep.probe.spi.Vocabulary;

/**
 * Search on UDP 2000, answered on 3000 (one lineage). The answer's layout is not published, so its
 * printable runs are kept as they are, and a run in the form of a cloud identifier is named.
 */
public final class ReolinkProbe extends DatagramProbe {
  private static final byte[] REQUEST = Octets.hex("aaaa0000");
  private static final Pattern RUN = Pattern.compile("[\\x20-\\x7e]{4,64}");
  private static final int MAX_RUNS = 16;
  private static final Vocabulary WORDS = Vocabulary.of("reolink", "uid", "text");

  public ReolinkProbe() {
    super("reolink", Way.broadcast(2000).onlyLinks("one lineage, seen by broadcast only"));
  }

  @Override
  public About about() {
    return about("Search on port 2000", Confidence.SINGLE, false);
  }

  @Override
  public Set<Field> fields() {
    return WORDS.fields();
  }

  @Override
  public Optional<Listening> listening() {
    return Optional.of(new Listening(3000, List.of(), false));
  }

  @Override
  protected byte[] request(UUID messageId) {
    return REQUEST.clone();
  }

  @Override
  protected FactSheet read(Heard.Reply reply) {
    FactSheet sheet = new FactSheet();
    byte[] bytes = reply.bytes();
    if (bytes.length < 16) {
      return sheet;
    }
    Matcher runs = RUN.matcher(new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1));
    for (int n = 0; n < MAX_RUNS && runs.find(); n++) {
      String run = runs.group();
      WORDS.add(sheet, run.matches("[0-9A-Z]{16}") ? "uid" : "text", run);
    }
    return sheet;
  }
}
