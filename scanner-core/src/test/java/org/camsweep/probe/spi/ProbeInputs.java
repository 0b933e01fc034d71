package org.camsweep.probe.spi;

import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camsweep.observe.Endpoint;

/**
 * Bytes read as a reply to one probe. The first byte chooses what was asked and where the rest
 * stands: among the replies of the probe's own test, the questions that it asks, and announcements
 * at the ports where it listens. The second says what the rest is.
 */
public final class ProbeInputs {
  private static final int CUT = 1;
  private static final int CERTIFICATE = 2;
  private static final int CHAIN = 4;

  private final Probe probe;
  private final List<Heard.Reply> seeds;
  private final List<Heard.Reply> contexts;

  private ProbeInputs(Probe probe, List<Heard.Reply> seeds, List<Heard.Reply> contexts) {
    this.probe = probe;
    this.seeds = List.copyOf(seeds);
    this.contexts = List.copyOf(contexts);
  }

  /** The inputs of a probe, with the help of its own test where it has one. */
  public static ProbeInputs of(Probe probe) {
    Optional<ProbeContract> test = test(probe);
    List<Heard.Reply> seeds = test.map(ProbeContract::recordings).orElse(List.of());
    List<Heard.Reply> contexts = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    seeds.forEach(s -> add(contexts, seen, s));
    test.map(ProbeContract::asks)
        .orElse(List.of())
        .forEach(a -> add(contexts, seen, ProbeContract.reply(a, new byte[0])));
    for (Probe.Listening ear : probe.overheard()) {
      contexts.add(ProbeContract.announced(ear.port(), new byte[0]));
    }
    contexts.add(ProbeContract.announced(Endpoint.link().port() + 1, new byte[0]));
    return new ProbeInputs(probe, seeds, contexts.subList(0, Math.min(256, contexts.size())));
  }

  private static void add(List<Heard.Reply> contexts, Set<String> seen, Heard.Reply reply) {
    String asked =
        reply
            .ask()
            .map(
                a ->
                    a.fold(
                        d -> Shown.bytes(d.payload()),
                        e -> Shown.bytes(e.payload()),
                        h -> h.method() + h.path() + h.headers()))
            .orElse("");
    if (seen.add(reply.endpoint() + asked + reply.certificates().size())) {
      contexts.add(reply);
    }
  }

  private static Optional<ProbeContract> test(Probe probe) {
    try {
      Class<?> test = Class.forName(probe.getClass().getName() + "Test");
      Constructor<?> constructor = test.getDeclaredConstructor();
      constructor.setAccessible(true);
      return Optional.of((ProbeContract) constructor.newInstance());
    } catch (ClassNotFoundException e) {
      return Optional.empty(); // it reads what a stage of the scan brings it
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("the test of " + probe.id().name() + " cannot be made", e);
    }
  }

  /** What the probe's own test understands, as inputs. */
  public List<byte[]> seeds() {
    List<byte[]> inputs = new ArrayList<>();
    for (Heard.Reply seed : seeds) {
      int at = Math.max(0, contexts.indexOf(like(seed)));
      inputs.add(input(at, 0, seed.bytes()));
      seed.certificates().stream().limit(1).forEach(c -> inputs.add(input(at, CERTIFICATE, c)));
    }
    return inputs;
  }

  private Heard.Reply like(Heard.Reply seed) {
    return contexts.stream()
        .filter(c -> c.ask().equals(seed.ask()) && c.endpoint().equals(seed.endpoint()))
        .findFirst()
        .orElse(contexts.get(0));
  }

  private static byte[] input(int context, int flags, byte[] rest) {
    byte[] input = new byte[rest.length + 2];
    input[0] = (byte) context;
    input[1] = (byte) flags;
    System.arraycopy(rest, 0, input, 2, rest.length);
    return input;
  }

  /** Lets the probe hear it, and checks what every probe promises. */
  public void hear(byte[] input) {
    if (input.length < 2) {
      return;
    }
    Heard.Reply like = contexts.get((input[0] & 0xff) % contexts.size());
    byte[] rest = Arrays.copyOfRange(input, 2, Math.min(input.length, 2 + 64 * 1024));
    Heard.Reply reply = ProbeContract.with(like, rest, (input[1] & CUT) != 0);
    if ((input[1] & CERTIFICATE) != 0) {
      reply = certified(like, rest, (input[1] & CHAIN) != 0);
    }
    ProbeContract.check(probe, reply);
    framed(like, rest);
  }

  private static Heard.Reply certified(Heard.Reply like, byte[] der, boolean twice) {
    return new Heard.Reply(
        like.ask(),
        like.from(),
        like.endpoint(),
        like.via(),
        like.at(),
        like.bytes(),
        false,
        twice ? List.of(der, der) : List.of(der),
        Optional.of("TLSv1.2"));
  }

  private static void framed(Heard.Reply like, byte[] bytes) {
    Framing framing =
        like.ask()
            .map(a -> a.fold(d -> Framing.toClose(), Ask.Exchange::framing, h -> MESSAGE))
            .orElse(MESSAGE);
    framing.complete(bytes, bytes.length);
    framing.complete(bytes, bytes.length / 2);
  }

  private static final Framing MESSAGE = Framing.message(false);
}
