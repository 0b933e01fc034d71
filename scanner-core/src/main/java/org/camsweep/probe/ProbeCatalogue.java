package org.camsweep.probe;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camsweep.observe.Field;
import org.camsweep.probe.spi.Probe;
import org.camsweep.probe.wsd.WsDiscoveryProbe;

/** All probes, in the order in which a host is asked. A new probe is one line here. */
public final class ProbeCatalogue {
  private static final List<Probe> ALL = List.of(new WsDiscoveryProbe());

  private ProbeCatalogue() {}

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
