package org.camsweep.manners;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.camsweep.house.NotRun;
import org.camsweep.observe.AddressOutcome;
import org.camsweep.observe.Observation;
import org.camsweep.probe.ProbeCatalogue;
import org.camsweep.scan.KeptSink;
import org.camsweep.scan.Plans;
import org.camsweep.scan.Scan;
import org.camsweep.scan.ScanEnding;
import org.camsweep.scan.ScanPlan;
import org.camsweep.site.Address;
import org.camsweep.site.Cidr;
import org.camsweep.site.Network;
import org.camsweep.site.Networks;
import org.camsweep.site.Pace;
import org.camsweep.site.Scope;
import org.junit.jupiter.api.Assertions;

/** A site of counting devices on loopback, and a whole default scan of it. */
final class Whole implements AutoCloseable {
  private final String block;
  private final SSLContext tls;
  private final Map<Address, CountingDevice> devices = new ConcurrentHashMap<>();
  private final KeptSink kept = new KeptSink();

  private static final java.util.concurrent.atomic.AtomicInteger SITES =
      new java.util.concurrent.atomic.AtomicInteger();

  Whole(Path folder) throws IOException, GeneralSecurityException, InterruptedException {
    NotRun.unlessOnLinux("connections are counted in the kernel's own table");
    long own = ProcessHandle.current().pid(); // another run on this machine has other addresses
    this.block =
        "127." + (100 + own % 100) + "." + (own / 100 + 7L * SITES.incrementAndGet()) % 250;
    this.tls = key(folder);
  }

  private static SSLContext key(Path folder)
      throws IOException, GeneralSecurityException, InterruptedException {
    Path store = folder.resolve("device" + SITES.get() + ".p12");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-genkeypair", "-alias", "device", "-keyalg", "EC", "-storetype"));
    command.addAll(List.of("PKCS12", "-dname", "CN=device", "-storepass", "changeit"));
    command.addAll(List.of("-keystore", store.toString()));
    int code =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
    Assertions.assertEquals(0, code, "keytool");
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, "changeit".toCharArray());
    }
    KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
    factory.init(keys, "changeit".toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    return context;
  }

  /** Stands a device up, or ends the test where ports below 1024 are not ours to open. */
  CountingDevice stand(Guise guise, CountingDevice.Breaking breaking) throws IOException {
    Address address = Cidr.address(block + "." + (devices.size() + 1));
    try {
      CountingDevice device = new CountingDevice(address, guise, tls, breaking);
      devices.put(address, device);
      return device;
    } catch (java.net.SocketException e) {
      NotRun.because("the counting device could not open its ports: " + e.getMessage());
      throw e;
    }
  }

  Collection<CountingDevice> devices() {
    return devices.values();
  }

  Map<Address, AddressOutcome> outcomes() {
    return kept.outcomes;
  }

  List<Observation> observations() {
    return kept.observations;
  }

  /** A scan of the devices with all default probes, on the default ports. */
  ScanPlan plan(Pace pace) throws Exception {
    List<String> nobody = new ArrayList<>();
    for (int i = devices.size() + 1; i < 15; i++) {
      nobody.add(block + "." + i);
    }
    Network network = Networks.excluding(nobody, "net", pace, block + ".0/28");
    return Plans.of(Scope.demo(List.of(network)), pace.rate(), ProbeCatalogue.byDefault());
  }

  ScanEnding scan(Pace pace) throws Exception {
    return new Scan(plan(pace), kept, p -> {}).run();
  }

  @Override
  public void close() {
    devices.values().forEach(CountingDevice::close);
  }
}
