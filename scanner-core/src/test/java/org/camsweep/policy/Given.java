package org.camsweep.policy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camsweep.device.Device;
import org.camsweep.device.DeviceId;
import org.camsweep.fingerprint.DeviceKind;
import org.camsweep.fingerprint.EvidenceKind;
import org.camsweep.fingerprint.Maker;
import org.camsweep.identify.Evidence;
import org.camsweep.identify.Identification;
import org.camsweep.identify.Level;
import org.camsweep.observe.Endpoint;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Field;
import org.camsweep.observe.Mac;
import org.camsweep.observe.Observation;
import org.camsweep.observe.Outcome;
import org.camsweep.observe.ProbeId;
import org.camsweep.site.Address;
import org.camsweep.site.Cidr;
import org.camsweep.site.Network;
import org.camsweep.site.Pace;
import org.camsweep.site.SensitiveReason;

/** Devices, networks and files for tests of policy, written in a line. */
public final class Given {
  private Given() {}

  public static DataFile file(String name, String text) {
    return new DataFile(name, text.getBytes(StandardCharsets.UTF_8));
  }

  public static Maker maker(String id, String name) {
    return new Maker(
        id,
        name,
        List.of(),
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.empty(),
        List.of(name),
        true,
        List.of());
  }

  public static Maker makerIn(String id, String country) {
    return new Maker(
        id,
        id,
        List.of(),
        Optional.of(country),
        true,
        Optional.of("a register"),
        Optional.empty(),
        List.of(id),
        true,
        List.of());
  }

  /** A network {@code lan}, neither sensitive nor core. */
  public static Network plain(String... regimes) {
    return network("lan", false, false, Optional.empty(), regimes);
  }

  public static Network sensitive(String... regimes) {
    return network("lan", true, false, Optional.empty(), regimes);
  }

  public static Network core(String... regimes) {
    return network("lan", false, true, Optional.empty(), regimes);
  }

  public static Network network(
      String id, boolean sensitive, boolean core, Optional<String> control, String... regimes) {
    return new Network(
        "site",
        id,
        List.of(Cidr.parse("10.0.0.0/24")),
        List.of(),
        sensitive ? Optional.of(SensitiveReason.MINISTERIAL_USE) : Optional.empty(),
        core,
        control,
        List.of(),
        Pace.STANDARD,
        List.of(regimes));
  }

  /** A device in the making. */
  public static Box camera() {
    return new Box(DeviceKind.CAMERA);
  }

  public static Box of(DeviceKind kind) {
    return new Box(kind);
  }

  /** Collects what is known of one device. */
  public static final class Box {
    private final DeviceKind kind;
    private Level level = Level.UNKNOWN;
    private Optional<Maker> maker = Optional.empty();
    private List<Maker> candidates = List.of();
    private Optional<String> brand = Optional.empty();
    private Optional<String> model = Optional.empty();
    private Optional<String> serial = Optional.empty();
    private final List<Evidence> evidence = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();
    private Optional<String> network = Optional.of("lan");
    private String address = "10.0.0.7";
    private Optional<Mac> mac = Optional.empty();
    private String macSource = "neighbour table";
    private boolean unasked;
    private final List<Evidence> contrary = new ArrayList<>();

    private Box(DeviceKind kind) {
      this.kind = kind;
    }

    public Box by(Level level, Maker maker) {
      this.level = level;
      this.maker = Optional.of(maker);
      return this;
    }

    public Box between(Maker... makers) {
      this.level = Level.CONTESTED;
      this.candidates = List.of(makers);
      return this;
    }

    public Box or(Maker... others) {
      this.candidates = List.of(others);
      return this;
    }

    public Box badge(String brand) {
      this.brand = Optional.of(brand);
      return this;
    }

    public Box model(String model) {
      this.model = Optional.of(model);
      return this;
    }

    public Box serial(String serial) {
      this.serial = Optional.of(serial);
      return this;
    }

    public Box says(String field, String value) {
      facts.add(Fact.of(Field.of(field), value));
      return this;
    }

    public Box outside() {
      network = Optional.empty();
      return this;
    }

    public Box at(String address) {
      this.address = address;
      return this;
    }

    public Box mac(String mac) {
      this.mac = Optional.of(new Mac(mac));
      return this;
    }

    /** The hardware address is the device's own word. */
    public Box statedMac(String mac) {
      macSource = "sadp.mac";
      return mac(mac);
    }

    /** All that was heard of it came unasked. */
    public Box unasked() {
      unasked = true;
      return this;
    }

    /** It shows a label, and that is in the evidence. */
    public Box labelled(String label) {
      evidence.add(
          new Evidence(
              "label",
              "upnp.friendly-name",
              label,
              EvidenceKind.BRAND,
              "o1",
              Optional.empty(),
              Optional.of(label),
              true));
      return badge(label);
    }

    /** Adds verified evidence of the maker's own platform. */
    public Box platform() {
      return evidence(EvidenceKind.PLATFORM, "http.header", true);
    }

    /** Adds evidence for the maker. */
    public Box evidence(EvidenceKind kind, String field, boolean verified) {
      evidence.add(piece("sig", kind, field, verified));
      return this;
    }

    /** Adds evidence that speaks for the maker and stands among what speaks against him. */
    public Box against(String signature) {
      Evidence e = piece(signature, EvidenceKind.PLATFORM, "http.header", true);
      contrary.add(e);
      evidence.add(e);
      return this;
    }

    private Evidence piece(String signature, EvidenceKind kind, String field, boolean verified) {
      Optional<String> speaksFor = maker.map(Maker::id);
      return new Evidence(signature, field, "x", kind, "o1", speaksFor, Optional.empty(), verified);
    }

    public Judged judged() {
      Address ip = Cidr.address(address);
      List<Fact> heard = new ArrayList<>(facts);
      if (unasked) {
        heard.add(Fact.of(Observation.UNASKED, "announced"));
      }
      Observation observation =
          new Observation(
              "o1",
              ip,
              network,
              new ProbeId("http"),
              Endpoint.tcp(80),
              Optional.empty(),
              Instant.EPOCH,
              Outcome.ANSWERED,
              heard,
              Optional.empty());
      Device device =
          new Device(
              new DeviceId(address),
              List.of(ip),
              network,
              mac,
              mac.map(m -> macSource),
              List.of(observation),
              List.of());
      return new Judged(
          device,
          new Identification(
              kind,
              level,
              maker,
              candidates,
              brand,
              model,
              serial,
              Optional.empty(),
              evidence,
              contrary,
              "by the test",
              Optional.empty()));
    }
  }
}
