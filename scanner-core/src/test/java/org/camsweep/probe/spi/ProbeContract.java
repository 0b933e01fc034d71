package org.camsweep.probe.spi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camsweep.observe.Endpoint;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Field;
import org.camsweep.observe.Observation;
import org.camsweep.observe.Outcome;
import org.camsweep.site.Address;
import org.camsweep.site.Cidr;
import org.camsweep.site.Network;
import org.camsweep.site.Pace;
import org.camsweep.site.Scope;
import org.camsweep.site.ScopeRefusedException;
import org.camsweep.site.Target;
import org.junit.jupiter.api.Test;

/** What every probe promises, whatever comes back. A probe's own test inherits it. */
public abstract class ProbeContract {
  protected static final Address HOST = Cidr.address("10.20.30.40");
  protected static final Instant AT = Instant.parse("2026-05-04T10:00:00Z");
  protected static final UUID ID = UUID.fromString("11111111-2222-4333-8444-555555555550");

  protected abstract Probe probe();

  /** Replies made for the test that the probe must understand, each with what was asked. */
  protected abstract List<Heard.Reply> recordings();

  /** What is known of a host when the probe asks it; more cases are the probe's own tests. */
  protected List<Observation> known() {
    List<Observation> known = new ArrayList<>();
    recordings().forEach(r -> known.add(observation(probe(), r)));
    return known;
  }

  protected static Target target() {
    return target(HOST, List.of());
  }

  protected static Target target(Address host, List<Integer> ports) {
    Network network =
        new Network(
            "site",
            "net",
            List.of(Cidr.parse("10.20.30.0/24"), Cidr.parse("fd00:1::/120")),
            List.of(),
            Optional.empty(),
            false,
            Optional.empty(),
            ports,
            Pace.STANDARD,
            List.of());
    try {
      return Scope.of(List.of(network), List.of()).admit(host).orElseThrow();
    } catch (ScopeRefusedException e) {
      throw new IllegalStateException(e);
    }
  }

  protected static Observation observation(Probe probe, Heard.Reply reply) {
    Step step = probe.hear(reply);
    return new Observation(
        "o1",
        reply.from(),
        Optional.of("net"),
        probe.id(),
        reply.endpoint(),
        Optional.empty(),
        AT,
        step.outcome(),
        step.facts(),
        Optional.empty());
  }

  /** An observation of another probe, made by hand. */
  protected static Observation heardBy(String probe, Endpoint endpoint, String... fieldsAndValues) {
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < fieldsAndValues.length; i += 2) {
      facts.add(Fact.of(Field.of(fieldsAndValues[i]), fieldsAndValues[i + 1]));
    }
    return new Observation(
        "o2",
        HOST,
        Optional.of("net"),
        org.camsweep.observe.ProbeId.of(probe),
        endpoint,
        Optional.empty(),
        AT,
        Outcome.ANSWERED,
        facts,
        Optional.empty());
  }

  /** An announcement that nobody asked for. */
  protected static Heard.Reply announced(int port, byte[] bytes) {
    return new Heard.Reply(
        Optional.empty(),
        HOST,
        Endpoint.udp(port),
        Optional.empty(),
        AT,
        bytes,
        false,
        List.of(),
        Optional.empty());
  }

  protected static Heard.Reply reply(Ask ask, String text) {
    return reply(ask, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  protected static Heard.Reply reply(Ask ask, byte[] bytes) {
    return Heard.Reply.plain(ask, HOST, AT, bytes);
  }

  protected final List<String> said(Heard.Reply reply, String field) {
    return probe().hear(reply).facts().stream()
        .filter(f -> f.field().name().equals(field))
        .map(Fact::value)
        .toList();
  }

  protected final List<Ask> asks() {
    return asks(ID, Cidr.address("10.20.30.1"));
  }

  private List<Ask> asks(UUID messageId, Address own) {
    List<Ask> all = new ArrayList<>();
    if (probe() instanceof Probe.Unicast unicast) {
      for (Probe.Stage stage : Probe.Stage.values()) {
        all.addAll(unicast.open(stage, target(), known(), messageId));
        all.addAll(unicast.open(stage, target(), List.of(), messageId));
      }
    }
    if (probe() instanceof Probe.Multicast multicast) {
      all.addAll(multicast.call(messageId));
      all.addAll(multicast.call(messageId, own));
    }
    return all;
  }

  private Step check(Heard.Reply reply) {
    return check(probe(), reply);
  }

  /** Hears a reply, and holds the probe to what every probe promises. */
  static Step check(Probe probe, Heard.Reply reply) {
    Step step = probe.hear(reply);
    Set<Field> declared = probe.fields();
    assertThat(step.facts()).allSatisfy(f -> assertThat(declared).contains(f.field()));
    assertThat(step.facts()).hasSizeLessThanOrEqualTo(FactSheet.MAX_FACTS);
    assertThat(step.next()).allSatisfy(n -> assertThat(n.host()).isEqualTo(reply.from()));
    assertThat(step.next()).allSatisfy(n -> assertThat(bearsNoLogIn(n.ask())).isTrue());
    assertThat(probe.hear(reply)).matches(again -> same(step, again));
    return step;
  }

  private static boolean same(Step one, Step other) {
    return one.outcome() == other.outcome()
        && one.facts().equals(other.facts())
        && one.next().size() == other.next().size();
  }

  private static boolean harmless(Ask ask) {
    return !ask.fold(d -> "", e -> "", Ask.Http::path).toLowerCase(Locale.ROOT).contains("password")
        && bearsNoLogIn(ask);
  }

  /** Of a further question: where it leads may be the device's own word for a page of its own. */
  private static boolean bearsNoLogIn(Ask ask) {
    String all =
        ask.fold(
            d -> new String(d.payload(), ISO_8859_1),
            e -> new String(e.payload(), ISO_8859_1),
            h -> h.headers() + new String(h.body(), ISO_8859_1));
    String lower = all.toLowerCase(Locale.ROOT);
    return !lower.contains("authorization") && !lower.contains("password");
  }

  static Heard.Reply with(Heard.Reply like, byte[] bytes, boolean cut) {
    return new Heard.Reply(
        like.ask(),
        like.from(),
        like.endpoint(),
        like.via(),
        like.at(),
        bytes,
        cut,
        like.certificates(),
        like.tlsProtocol());
  }

  @Test
  final void understandsItsRecordings() {
    assertThat(recordings()).isNotEmpty();
    for (Heard.Reply recording : recordings()) {
      Step step = check(recording);
      assertThat(step.outcome()).isEqualTo(Outcome.ANSWERED);
      assertThat(step.facts()).isNotEmpty();
    }
  }

  @Test
  final void readsEveryPrefix() {
    for (Heard.Reply recording : recordings()) {
      byte[] whole = recording.bytes();
      int stride = Math.max(1, whole.length / 3_000);
      for (int length = 0; length < whole.length; length += stride) {
        check(with(recording, Arrays.copyOf(whole, length), length % 2 == 0));
      }
    }
  }

  @Test
  final void readsEveryFlippedByte() {
    for (Heard.Reply recording : recordings()) {
      byte[] bytes = recording.bytes();
      int stride = Math.max(1, bytes.length / 3_000);
      for (int i = 0; i < bytes.length; i += stride) {
        for (int flip : new int[] {0xff, 0x01, 0x80}) {
          byte[] flipped = bytes.clone();
          flipped[i] ^= (byte) flip;
          check(with(recording, flipped, false));
        }
      }
    }
  }

  @Test
  final void readsRandomBytes() {
    Random dice = new Random(42);
    Heard.Reply like = recordings().get(0);
    for (int i = 0; i < 400; i++) {
      byte[] bytes = new byte[dice.nextInt(600)];
      dice.nextBytes(bytes);
      byte[] start = like.bytes();
      int keep = i % 2 == 0 ? 0 : Math.min(start.length, Math.min(bytes.length, dice.nextInt(40)));
      System.arraycopy(start, 0, bytes, 0, keep);
      check(with(like, bytes, i % 3 == 0));
    }
  }

  @Test
  final void reads64KibOfJunk() {
    for (Heard.Reply like : recordings()) {
      for (String unit :
          List.of(
              "\0",
              "A",
              "\u00ff",
              "<a>",
              "<",
              "<a b=\"",
              "&#x41;",
              "{\"a\":",
              "[",
              "\n",
              "\r\n",
              "A: b\r\n",
              "\"",
              ",",
              "realm=\"",
              "\u00c0\u000c",
              "\u0001\u0001")) {
        byte[] part = unit.getBytes(ISO_8859_1);
        byte[] junk = new byte[64 * 1024];
        for (int i = 0; i < junk.length; i++) {
          junk[i] = part[i % part.length];
        }
        check(with(like, junk, true));
        byte[] start = like.bytes();
        System.arraycopy(start, 0, junk, 0, Math.min(start.length, junk.length));
        check(with(like, junk, true));
      }
    }
  }

  @Test
  final void hearsAnnouncementsThatNobodyAskedFor() {
    for (Heard.Reply r : recordings()) {
      check(announced(r.endpoint().port(), r.bytes()));
    }
  }

  @Test
  final void silenceAndRefusalAreTheirOwnOutcomes() {
    Optional<Ask> ask = asks().stream().findFirst();
    Step silent = probe().hear(new Heard.Silence(ask, HOST, AT));
    assertThat(silent.outcome()).isEqualTo(Outcome.SILENT);
    assertThat(silent.facts()).isEmpty();
    Step refused = probe().hear(new Heard.Refused(ask, HOST, AT, "refused", true));
    assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(refused.next()).isEmpty();
  }

  @Test
  final void framingEndsWholeRepliesAndSurvivesEverySplit() {
    for (Heard.Reply recording : recordings()) {
      Optional<Framing> framing =
          recording
              .ask()
              .flatMap(
                  a ->
                      a.fold(
                          d -> Optional.<Framing>empty(),
                          e -> Optional.of(e.framing()),
                          h -> Optional.of(Framing.message(false))));
      byte[] bytes = recording.bytes();
      framing.ifPresent(
          f -> {
            for (int n = 0; n < bytes.length; n++) {
              byte[] padded = Arrays.copyOf(Arrays.copyOf(bytes, n), n + 7);
              assertThat(f.complete(padded, n)).isEqualTo(f.complete(Arrays.copyOf(bytes, n), n));
            }
          });
    }
  }

  @Test
  final void asksAreFewHarmlessAndAlwaysTheSame() {
    List<Ask> asks = asks();
    assertThat(asks).allSatisfy(a -> assertThat(harmless(a)).isTrue());
    assertThat(asks.stream().map(ProbeContract::bytes).toList())
        .isEqualTo(asks().stream().map(ProbeContract::bytes).toList());
    if (probe() instanceof Probe.Unicast unicast) {
      for (Probe.Stage stage : Probe.Stage.values()) {
        assertThat(unicast.open(stage, target(), known(), ID)).hasSizeLessThanOrEqualTo(10);
      }
    }
  }

  private static String bytes(Ask ask) {
    return ask.endpoint()
        + ask.fold(
            d -> Shown.bytes(d.payload()),
            e -> Shown.bytes(e.payload()),
            h -> h.method() + h.path() + Shown.bytes(h.body()));
  }

  /** What is shown of a probe is what it sends, all of it; paths and hosts vary. */
  @Test
  final void showsAllTheBytesOfWhatItAsks() {
    List<String> shown = probe().about().sends().stream().map(ProbeContract::withoutWhom).toList();
    for (Ask ask : asks(new UUID(0, 0), Cidr.address("0.0.0.0"))) {
      String sent =
          ask.fold(
              d -> Shown.bytes(d.payload()), e -> Shown.bytes(e.payload()), h -> Shown.http(h));
      assertThat(shown).contains(sent.isEmpty() ? NOTHING : withoutWhom(sent));
    }
  }

  private static final String NOTHING = "nothing: connect, read, close";

  private static String withoutWhom(String shown) {
    return shown
        .replaceFirst("^(GET|POST) \\S+ HTTP", "$1 PATH HTTP")
        .replaceFirst("^(OPTIONS|DESCRIBE) rtsp://\\S+ ", "$1 URL ");
  }

  /** Whether what it sends is sent by no probe but by a stage of the scan. */
  protected boolean isAskedByAStageOfItsOwn() {
    return false;
  }

  @Test
  final void saysWhatItIs() {
    Probe.About about = probe().about();
    assertThat(about.title()).isNotBlank();
    assertThat(about.ports()).isNotBlank();
    assertThat(about.sends()).hasSizeLessThanOrEqualTo(32);
    if (!isAskedByAStageOfItsOwn()) {
      assertThat(asks().isEmpty()).isEqualTo(about.sends().isEmpty());
    }
    assertThat(probe().fields()).isNotEmpty();
    String names = probe().fields().stream().map(Field::name).collect(Collectors.joining());
    assertThat(names).doesNotContain("password");
  }
}
