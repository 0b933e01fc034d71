package org.camsweep.bench;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import org.camsweep.config.ConfigException;
import org.camsweep.device.Device;
import org.camsweep.fingerprint.GrownPack;
import org.camsweep.fingerprint.Pack;
import org.camsweep.identify.DeviceMix;
import org.camsweep.identify.Identifier;

/**
 * The same by the processor time of the thread, for machines that other work keeps busy: the best
 * of many rounds over all devices, and the first round, when no text has been seen before.
 */
public final class ThreadTime {
  private static final int ROUNDS = 60;

  private ThreadTime() {}

  public static void main(String[] args) throws ConfigException {
    Pack pack = Identification.pack();
    DeviceMix mix = new DeviceMix(pack, Identification.ordinary());
    for (int times : new int[] {1, 10}) {
      Identifier identifier = new Identifier(GrownPack.of(pack, times));
      round("familiar", times, identifier, mix.devices());
      round("unfamiliar", times, identifier, mix.devices(t -> GrownPack.text(t, 25)));
    }
  }

  private static void round(String texts, int times, Identifier identifier, List<Device> devices) {
    double first = micros(identifier, devices);
    double best = first;
    for (int i = 0; i < ROUNDS; i++) {
      best = Math.min(best, micros(identifier, devices));
    }
    System.out.printf(
        Locale.ROOT,
        "%-10s x%-2d  %6.1f us a device, %6.0f a second; first round %6.1f us%n",
        texts,
        times,
        best,
        1e6 / best,
        first);
  }

  private static double micros(Identifier identifier, List<Device> devices) {
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    int named = 0;
    for (Device device : devices) {
      named += identifier.identify(device).maker().isPresent() ? 1 : 0;
    }
    long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    return named < 0 ? 0 : spent / 1e3 / devices.size();
  }
}
