package org.camsweep.bench;

import java.net.URI;
import java.net.URL;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.camsweep.config.ConfigException;
import org.camsweep.device.Device;
import org.camsweep.fingerprint.GrownPack;
import org.camsweep.fingerprint.OrdinaryText;
import org.camsweep.fingerprint.Pack;
import org.camsweep.fingerprint.PackCheck;
import org.camsweep.fingerprint.PackFiles;
import org.camsweep.fingerprint.PackReader;
import org.camsweep.identify.DeviceMix;
import org.camsweep.identify.Identifier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Devices identified per second by one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class Identification {
  /** How many times as many signatures as ship. */
  @Param({"1", "10"})
  public int times;

  /** What the devices say: texts that signatures look for, or none that they do. */
  @Param({"familiar", "unfamiliar"})
  public String texts;

  private Identifier identifier;
  private List<Device> devices;
  private int next;

  /** Reads the shipped pack and makes the devices; not measured. */
  @Setup
  public void read() throws ConfigException {
    Pack pack = pack();
    DeviceMix mix = new DeviceMix(pack, ordinary());
    // No copy is shifted by 25: these texts are the words of no signature.
    devices = texts.equals("familiar") ? mix.devices() : mix.devices(t -> GrownPack.text(t, 25));
    identifier = new Identifier(GrownPack.of(pack, times));
  }

  static Pack pack() throws ConfigException {
    return PackReader.read(files());
  }

  static List<OrdinaryText> ordinary() throws ConfigException {
    return PackCheck.ordinary(files());
  }

  private static PackFiles files() throws ConfigException {
    URL manifest = Identification.class.getResource("/" + PackFiles.HOME + "pack.yaml");
    return PackFiles.open(URI.create(Optional.ofNullable(manifest).orElseThrow().toString()));
  }

  /** One device. */
  @Benchmark
  public Object identify() {
    next = (next + 1) % devices.size();
    return identifier.identify(devices.get(next));
  }
}
