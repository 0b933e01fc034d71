package org.camsweep.identify;

import org.camsweep.fingerprint.Pack;
import org.camsweep.fingerprint.PackText;

/**
 * A pack of invented makers: acme and bolt build, cord is owned by acme, badge buys in; each has
 * one signature of each kind, by a word such as {@code acme-platform}.
 */
final class SmallPack {
  private SmallPack() {}

  static Pack pack() {
    return new PackText()
        .maker("acme", "tradeNames: [Acme]\n" + prefixes("00:11:22") + signatures("acme"))
        .maker("bolt", "tradeNames: [Bolt]\n" + prefixes("00:33:44") + signatures("bolt"))
        .maker("dorn", "tradeNames: [Dorn]\n" + signatures("dorn"))
        .maker("cord", "parent: acme\ntradeNames: [Cord]\n" + signatures("cord"))
        .maker("badge", "buildsHardware: false\ntradeNames: [Badge]\n" + signatures("badge"))
        .file(
            "labels/acme.yaml",
            "maker: acme\nlabels:\n"
                + row("l1", "Badge", "confirmed", true, "")
                + row("l2", "Split", "confirmed", true, "")
                + row("l3", "Hint", "possible", true, "")
                + row("l4", "Claim", "confirmed", false, "")
                + row("l5", "Dorn", "probable", true, "line: 'Performance series', "))
        .file(
            "labels/bolt.yaml", "maker: bolt\nlabels:\n" + row("l6", "Split", "probable", true, ""))
        .file("generic/kinds.yaml", "signatures:\n" + kind("camera") + kind("other"))
        .read();
  }

  private static String row(
      String id, String label, String certainty, boolean verified, String more) {
    return "  - { id: %s, label: %s, certainty: %s, verified: %s, %ssource: s }\n"
        .formatted(id, label, certainty, verified, more);
  }

  private static String prefixes(String block) {
    return "macPrefixes: [ { cameraSpecific: true, verified: true, source: s, blocks: ['"
        + block
        + "'] } ]\n";
  }

  private static String signatures(String maker) {
    StringBuilder all = new StringBuilder("signatures:\n");
    for (String kind : new String[] {"platform", "declared", "brand", "likeness"}) {
      all.append(signature(maker, kind, kind, true, ""));
      all.append(signature(maker, kind, "unverified-" + kind, false, ""));
    }
    all.append(signature(maker, "declared", "camera", true, "claims: { device: camera }, "));
    all.append(signature(maker, "declared", "recorder", true, "claims: { device: recorder }, "));
    return all.toString();
  }

  private static String kind(String device) {
    return ("  - { id: kinds-weak-%s, field: rtsp.server, pattern: 'weak-%s', evidence: likeness,"
            + " verified: true, claims: { device: %s }, source: s,"
            + " examples: [ { text: 'weak-%s' } ], nonExamples: [ 'x' ] }\n")
        .formatted(device, device, device, device);
  }

  private static String signature(
      String maker, String evidence, String word, boolean verified, String claims) {
    return ("  - { id: %s-%s, field: http.server, pattern: '^%s-%s$', evidence: %s, verified: %s,"
            + " %ssource: s, examples: [ { text: '%s-%s' } ], nonExamples: [ 'x' ] }\n")
        .formatted(maker, word, maker, word, evidence, verified, claims, maker, word);
  }
}
