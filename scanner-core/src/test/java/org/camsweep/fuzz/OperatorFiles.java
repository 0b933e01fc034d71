package org.camsweep.fuzz;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.camsweep.config.StrictJson;
import org.camsweep.config.StrictYaml;
import org.camsweep.policy.DataFile;
import org.camsweep.policy.EntityReader;
import org.camsweep.policy.InventoryReader;
import org.camsweep.policy.RegimeReader;
import org.camsweep.policy.Regimes;
import org.camsweep.policy.WaiverReader;
import org.camsweep.site.Cidr;
import org.camsweep.site.CommandLineTargets;
import org.camsweep.site.Network;
import org.camsweep.site.Site;
import org.camsweep.site.SiteFile;
import org.camsweep.site.SiteFileReader;

/** What the operator writes: site, waivers, inventory, rules of his own, words on the line. */
final class OperatorFiles {
  private OperatorFiles() {}

  static List<FuzzTarget> targets() {
    return List.of(
        new FuzzTarget("yaml", List.of(), b -> StrictYaml.read("a.yaml", b)),
        new FuzzTarget("json", List.of(), b -> StrictJson.read("a.json", 1, text(b))),
        new FuzzTarget("site", List.of(), OperatorFiles::site),
        new FuzzTarget("waivers", List.of(), b -> WaiverReader.read(new DataFile("w.yaml", b))),
        new FuzzTarget("inventory", List.of(), b -> InventoryReader.read(new DataFile("i.csv", b))),
        new FuzzTarget(
            "rules",
            List.of(),
            b -> RegimeReader.readOwn(List.of(new DataFile("own/r.yaml", b)), Regimes.NONE)),
        new FuzzTarget(
            "entities",
            List.of(),
            b -> EntityReader.read(List.of(new DataFile("entities/e.yaml", b)))),
        new FuzzTarget("words", List.of(), OperatorFiles::words));
  }

  private static void site(byte[] bytes) throws Exception {
    SiteFile site = SiteFileReader.read("site.yaml", bytes, Path.of("nowhere"));
    for (Site each : site.inspection().sites()) {
      for (Network network : each.networks()) {
        if (!Cidr.parse(network.cidrs().get(0).toString()).equals(network.cidrs().get(0))) {
          throw new AssertionError(network.cidrs() + " are not read as they are written");
        }
      }
    }
  }

  private static void words(byte[] bytes) throws Exception {
    List<String> words = List.of(text(bytes).split("\\s+", 32));
    List<Cidr> blocks = new ArrayList<>(CommandLineTargets.blocks(words));
    for (Cidr block : blocks) {
      if (!Cidr.parse(block.toString()).equals(block)) {
        throw new AssertionError(block + " is not read as it is written");
      }
    }
    CommandLineTargets.ports(words);
  }

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
