package org.camsweep.probe;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camsweep.observe.Field;
import org.camsweep.probe.bosch.BoschProbe;
import org.camsweep.probe.dhcp.DhcpProbe;
import org.camsweep.probe.dhip.DhipProbe;
import org.camsweep.probe.dhold.OldBinaryProbe;
import org.camsweep.probe.echo.EchoProbe;
import org.camsweep.probe.foscam.FoscamProbe;
import org.camsweep.probe.greeting.GreetingProbe;
import org.camsweep.probe.hanwha.HanwhaProbe;
import org.camsweep.probe.http.HttpProbe;
import org.camsweep.probe.interview.InterviewProbe;
import org.camsweep.probe.mdns.DnsSdProbe;
import org.camsweep.probe.nmap.NmapClaims;
import org.camsweep.probe.onvif.OnvifProbe;
import org.camsweep.probe.panasonic.PanasonicProbe;
import org.camsweep.probe.ports.PortProbe;
import org.camsweep.probe.pppp.PpppProbe;
import org.camsweep.probe.reolink.ReolinkProbe;
import org.camsweep.probe.rtsp.RtspProbe;
import org.camsweep.probe.sadp.SadpProbe;
import org.camsweep.probe.snmp.SnmpProbe;
import org.camsweep.probe.sony.SonyProbe;
import org.camsweep.probe.spi.Probe;
import org.camsweep.probe.ssdp.SsdpProbe;
import org.camsweep.probe.tls.TlsProbe;
import org.camsweep.probe.tplink.TplinkProbe;
import org.camsweep.probe.tvt.MhedProbe;
import org.camsweep.probe.ubiquiti.UbiquitiProbe;
import org.camsweep.probe.vendorhttp.VendorHttpProbe;
import org.camsweep.probe.vivotek.VivotekProbe;
import org.camsweep.probe.wsd.WsDiscoveryProbe;
import org.camsweep.probe.xm.NetCommonProbe;

/** All probes, in the order in which a host is asked. A new probe is one line here. */
public final class ProbeCatalogue {
  private static final List<Probe> ALL =
      List.of(
          new WsDiscoveryProbe(),
          new HttpProbe(),
          new SadpProbe(),
          new DhipProbe(),
          new SsdpProbe(),
          new DnsSdProbe(),
          new RtspProbe(),
          new PortProbe(),
          new GreetingProbe(),
          new NetCommonProbe(),
          new OldBinaryProbe(),
          new MhedProbe(),
          new VivotekProbe(),
          new PanasonicProbe(),
          new FoscamProbe(),
          new TplinkProbe(),
          new UbiquitiProbe(),
          new OnvifProbe(),
          new TlsProbe(),
          new VendorHttpProbe(),
          new EchoProbe(),
          new HanwhaProbe(),
          new BoschProbe(),
          new SonyProbe(),
          new ReolinkProbe(),
          new PpppProbe(),
          new InterviewProbe(),
          new DhcpProbe(),
          new SnmpProbe(),
          new NmapClaims());

  /**
   * Searches that a hurried scan puts to the living only. Each address where nobody is costs one
   * new flow in every router and firewall on the way for each search, and these four are of makers
   * whose devices nearly always have a web page or answer another search; those of the makers that
   * are most often sold under other names stay.
   */
  private static final Set<String> SPARED = Set.of("vivotek", "foscam", "tplink", "ubiquiti");

  private ProbeCatalogue() {}

  /**
   * Names of the probes that a hurried scan puts to the living only.
   *
   * @param words as for {@link #select}: a probe that is named in them is put to everybody
   */
  public static Set<String> spared(List<String> words) {
    return SPARED.stream()
        .filter(name -> !words.contains(name) && !words.contains("+" + name))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  public static List<Probe> all() {
    return ALL;
  }

  /** Those that run unless switched off. */
  public static List<Probe> byDefault() {
    return ALL.stream().filter(p -> p.about().on()).toList();
  }

  public static Optional<Probe> find(String name) {
    return ALL.stream().filter(p -> p.id().name().equals(name)).findFirst();
  }

  /** Every field that some probe declares, in order. */
  public static Set<Field> fields() {
    return ALL.stream()
        .flatMap(p -> p.fields().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * The defaults changed by words: {@code +name} adds, {@code -name} takes away. If a word has
   * neither sign, only the probes so named run, before signs are obeyed. Order of the catalogue.
   *
   * @throws UnknownProbeException if a word names no probe
   */
  public static List<Probe> select(List<String> words) throws UnknownProbeException {
    Set<Probe> chosen = new LinkedHashSet<>();
    boolean only = words.stream().anyMatch(w -> !w.startsWith("+") && !w.startsWith("-"));
    if (!only) {
      chosen.addAll(byDefault());
    }
    for (String word : inOrder(words)) {
      boolean sign = word.startsWith("+") || word.startsWith("-");
      Probe probe = named(sign ? word.substring(1) : word);
      if (word.startsWith("-")) {
        chosen.remove(probe);
      } else {
        chosen.add(probe);
      }
    }
    return ALL.stream().filter(chosen::contains).toList();
  }

  /** Bare names first, then the signed words. */
  private static List<String> inOrder(List<String> words) {
    List<String> order = new ArrayList<>();
    words.stream().filter(w -> !w.startsWith("+") && !w.startsWith("-")).forEach(order::add);
    words.stream().filter(w -> w.startsWith("+") || w.startsWith("-")).forEach(order::add);
    return order;
  }

  private static Probe named(String name) throws UnknownProbeException {
    Optional<Probe> probe = find(name);
    if (probe.isEmpty()) {
      String names = ALL.stream().map(p -> p.id().name()).collect(Collectors.joining(", "));
      throw new UnknownProbeException("no probe is called '" + name + "'; there are " + names);
    }
    return probe.get();
  }
}
