package org.camsweep.identify;

/** Lines of a pack's YAML, for makers that a test makes up. */
final class Words {
  private Words() {}

  /**
   * A verified signature: {@code evidence} of the file's maker where the field says the pattern.
   */
  static String signature(String id, String evidence, String field, String pattern) {
    return signature(id, evidence, field, pattern, "verified: true");
  }

  /**
   * The same.
   *
   * @param more further keys, with {@code verified}
   */
  static String signature(String id, String evidence, String field, String pattern, String more) {
    return ("  - { id: %s, field: %s, pattern: '%s', evidence: %s, %s, source: s,"
            + " examples: [ { text: x } ], nonExamples: [ y ] }\n")
        .formatted(id, field, pattern, evidence, more);
  }

  /** A relabelling that a verified source confirms. */
  static String label(String id, String label) {
    return label(id, label, "certainty: confirmed, verified: true");
  }

  /**
   * The same.
   *
   * @param more further keys, with {@code certainty} and {@code verified}
   */
  static String label(String id, String label, String more) {
    return "  - { id: %s, label: '%s', %s, source: s }\n".formatted(id, label, more);
  }

  static String blocks(String... blocks) {
    return "macPrefixes: [ { cameraSpecific: true, verified: true, source: s, blocks: ['"
        + String.join("', '", blocks)
        + "'] } ]\n";
  }
}
