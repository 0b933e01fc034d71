package org.camsweep.probe.greeting;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.camsweep.observe.Field;
import org.camsweep.observe.Observation;
import org.camsweep.observe.Outcome;
import org.camsweep.observe.ProbeId;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.FactSheet;
import org.camsweep.probe.spi.Framing;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.ObservedPorts;
import org.camsweep.probe.spi.Probe;
import org.camsweep.probe.spi.SaidText;
import org.camsweep.probe.spi.Step;
import org.camsweep.site.Target;

/**
 * The first words of FTP (RFC 959), SSH (RFC 4253 §4.2) and telnet (RFC 854): connect, read at most
 * 1 KiB for at most 2 s, send nothing, close.
 */
public final class GreetingProbe implements Probe.Unicast {
  private static final ProbeId ID = ProbeId.of("greeting");
  private static final int MAX_BYTES = 1_024;
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Map<Integer, Field> PORTS =
      new TreeMap<>(
          Map.of(
              21, Field.of("ftp.greeting"),
              22, Field.of("ssh.greeting"),
              23, Field.of("telnet.greeting")));

  @Override
  public ProbeId id() {
    return ID;
  }

  @Override
  public About about() {
    return new About(
        "Greetings of FTP, SSH and telnet",
        "unicast to hosts that live",
        "tcp 21, 22, 23",
        Confidence.SOLID,
        true,
        List.of("nothing: connect, read, close"));
  }

  @Override
  public Set<Field> fields() {
    return Set.copyOf(PORTS.values());
  }

  @Override
  public List<Ask> open(Stage stage, Target target, List<Observation> known, UUID messageId) {
    return stage == Stage.ASK
        ? ObservedPorts.allowed(target.network(), PORTS.keySet()).stream()
            .map(GreetingProbe::listen)
            .toList()
        : List.of();
  }

  private static Ask listen(int port) {
    Framing framing = port == 23 ? Framing.toClose() : GreetingProbe::hasLastLine;
    return new Ask.Exchange(port, false, new byte[0], framing, MAX_BYTES, PATIENCE);
  }

  /** Complete at the end of a line; a reply code followed by a dash announces more lines. */
  private static boolean hasLastLine(byte[] bytes, int length) {
    if (length == 0 || bytes[length - 1] != '\n') {
      return false;
    }
    int start = length - 1;
    while (start > 0 && bytes[start - 1] != '\n') {
      start--;
    }
    return !(length - start > 4 && bytes[start + 3] == '-' && bytes[start] == '2');
  }

  @Override
  public Step hear(Heard heard) {
    return heard.fold(GreetingProbe::read, Step::without, Step::without);
  }

  private static Step read(Heard.Reply reply) {
    Field field = PORTS.get(reply.endpoint().port());
    if (reply.bytes().length == 0 || field == null) {
      return Step.ended(reply.bytes().length == 0 ? Outcome.SILENT : Outcome.GARBLED);
    }
    FactSheet sheet = new FactSheet();
    sheet.add(field, SaidText.fold(SaidText.decode(withoutOptions(reply.bytes()))));
    return sheet.step();
  }

  /** Telnet's option negotiation (RFC 855) left out: {@code ff}, a verb, an option. */
  private static byte[] withoutOptions(byte[] bytes) {
    java.io.ByteArrayOutputStream text = new java.io.ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      boolean option = (bytes[i] & 0xff) == 0xff && i + 1 < bytes.length;
      if (option && (bytes[i + 1] & 0xff) >= 0xf0) {
        i += (bytes[i + 1] & 0xff) >= 0xfb ? 2 : 1;
      } else {
        text.write(bytes[i]);
      }
    }
    return text.toByteArray();
  }
}
