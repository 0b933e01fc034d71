package org.camsweep.probe.vendorhttp;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.camsweep.observe.Field;
import org.camsweep.observe.Observation;
import org.camsweep.observe.Outcome;
import org.camsweep.observe.ProbeId;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.FactSheet;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.HttpBody;
import org.camsweep.probe.spi.MessageHead;
import org.camsweep.probe.spi.ObservedPorts;
import org.camsweep.probe.spi.Probe;
import org.camsweep.probe.spi.SaidJson;
import org.camsweep.probe.spi.SaidText;
import org.camsweep.probe.spi.SaidXml;
import org.camsweep.probe.spi.Shown;
import org.camsweep.probe.spi.Step;
import org.camsweep.probe.spi.Vocabulary;
import org.camsweep.site.Target;

/**
 * A maker's own identity page, at the port where its web page answered. Not asked where the maker's
 * discovery protocol has already named the device.
 */
public final class VendorHttpProbe implements Probe.Unicast {
  private static final ProbeId ID = ProbeId.of("vendorhttp");
  private static final int MAX_PAGES = 2;
  private static final Field STATUS = Field.of("http.status");
  private static final Field PATH = Field.of("http.path");
  private static final Field BODY = Field.of("http.body");
  private static final Field SERVER = Field.of("http.server");
  private static final Field REALM = Field.of("http.realm");
  private static final Field CHALLENGE = Field.of("http.challenge");
  private static final Vocabulary WORDS =
      Vocabulary.of(
          "vendorhttp",
          "Brand=brand",
          "ProdNbr=model",
          "ProdType=product-type",
          "SerialNumber=serial",
          "Version=firmware",
          "HardwareID=hardware-id",
          "Activated=activated");

  @Override
  public ProbeId id() {
    return ID;
  }

  @Override
  public About about() {
    return new About(
        "Makers' own identity pages that are open, or whose refusal tells",
        "unicast, only where an earlier answer suggests the maker",
        "tcp where a page answered",
        Confidence.GOOD,
        true,
        Arrays.stream(IdentityPage.values()).map(p -> Shown.http(p.at(80, false))).toList());
  }

  @Override
  public Set<Field> fields() {
    Set<Field> fields = new HashSet<>(List.of(STATUS, PATH, BODY, SERVER, REALM, CHALLENGE));
    fields.addAll(WORDS.fields());
    return Set.copyOf(fields);
  }

  @Override
  public List<Ask> open(Stage stage, Target target, List<Observation> known, UUID messageId) {
    boolean named =
        known.stream()
            .anyMatch(
                o ->
                    Set.of("sadp", "dhip").contains(o.probe().name())
                        && !o.facts().isEmpty()
                        && !o.isUnasked());
    Optional<Observation> page =
        known.stream()
            .filter(o -> o.probe().name().equals("http") && o.first(STATUS).isPresent())
            .findFirst();
    if (stage != Stage.INTERVIEW || named || page.isEmpty()) {
      return List.of();
    }
    int port = page.get().endpoint().port();
    boolean tls =
        ObservedPorts.isTls(port) || page.get().first(Field.of("tls.protocol")).isPresent();
    return Arrays.stream(IdentityPage.values())
        .filter(p -> p.isSuggestedBy(known))
        .limit(MAX_PAGES)
        .<Ask>map(p -> p.at(port, tls))
        .toList();
  }

  @Override
  public Step hear(Heard heard) {
    return heard.fold(VendorHttpProbe::read, Step::without, Step::without);
  }

  private static Step read(Heard.Reply reply) {
    byte[] bytes = reply.bytes();
    if (bytes.length == 0 || !MessageHead.starts(bytes, "HTTP/")) {
      return Step.ended(bytes.length == 0 ? Outcome.SILENT : Outcome.GARBLED);
    }
    MessageHead head = MessageHead.parse(bytes);
    FactSheet sheet = new FactSheet();
    reply.ask().ifPresent(a -> sheet.add(PATH, a.fold(d -> "", e -> "", Ask.Http::path)));
    sheet.add(STATUS, head.status());
    head.all("Server").forEach(s -> sheet.add(SERVER, s));
    head.all("WWW-Authenticate").forEach(c -> sheet.add(CHALLENGE, c));
    head.realms("WWW-Authenticate").forEach(r -> sheet.add(REALM, r));
    byte[] body = HttpBody.bytes(head, sheet);
    sheet.add(BODY, SaidText.decode(body));
    if (head.status().filter("200"::equals).isPresent()) {
      SaidJson json = SaidJson.read(body);
      SaidXml xml = SaidXml.read(body);
      sheet.cut(json.cut()).cut(xml.cut());
      WORDS.words().forEach(w -> WORDS.add(sheet, w, json.named(w)));
      WORDS.add(sheet, "Activated", xml.first("Activated"));
    }
    return sheet.step(reply, List.of());
  }
}
