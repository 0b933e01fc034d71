package org.camsweep.probe.nmap;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camsweep.observe.Field;
import org.camsweep.observe.Outcome;
import org.camsweep.observe.ProbeId;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.Probe;
import org.camsweep.probe.spi.Step;

/**
 * The fields that an Nmap report fills beside those of the device's own words. Nmap's conclusion
 * about a product is somebody else's claim: a signature on it must be unverified, so that it never
 * gives more than <em>possible</em>. Asks and hears nothing itself.
 */
public final class NmapClaims implements Probe {
  public static final ProbeId ID = ProbeId.of("nmap");
  public static final Field SERVICE = Field.of("nmap.service");
  public static final Field PRODUCT = Field.of("nmap.product");
  public static final Field VERSION = Field.of("nmap.version");
  public static final Field EXTRA = Field.of("nmap.extrainfo");
  public static final Field DEVICE_TYPE = Field.of("nmap.devicetype");

  @Override
  public ProbeId id() {
    return ID;
  }

  @Override
  public About about() {
    return new About(
        "Hosts, ports, banners and certificates of an Nmap XML report; its own conclusions apart",
        "files of nmap -oX",
        "none",
        Confidence.SOLID,
        false);
  }

  @Override
  public String runs() {
    return "from Nmap XML";
  }

  @Override
  public Set<Field> fields() {
    return Stream.of(SERVICE, PRODUCT, VERSION, EXTRA, DEVICE_TYPE)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Step hear(Heard heard) {
    return Step.ended(
        heard.fold(r -> Outcome.GARBLED, s -> Outcome.SILENT, refused -> Outcome.REFUSED));
  }
}
