package org.camsweep.cli;

/** What the manual says beside the commands: files and environment variables. */
final class ManualNotes {
  private static final String[][] FILES = {
    {"camsweep.yaml", "The site file that is read where neither a target nor --site is named."},
    {
      "~/.local/share/camsweep/pack",
      "The installed data pack; XDG_DATA_HOME moves it. See camsweep-signatures-install(1)."
    },
    {
      "~/.config/camsweep/pack-keys/*.pem",
      "Keys whose data packs are trusted; XDG_CONFIG_HOME moves them."
    },
    {"RESULT/report.json", "The report of a result folder; every other format is made from it."},
    {"RESULT/observations.ndjson", "What was heard, one observation a line."},
    {"RESULT/manifest.json", "The hash of every file of the result; see camsweep-verify(1)."},
  };

  private static final String[][] ENVIRONMENT = {
    {"CAMSWEEP_JAVA_OPTS", "Options for Java, for example -Xmx512m."},
    {"CAMSWEEP_KEYSTORE_PASSWORD", "Password of the key store that holds log-ins."},
    {"CAMSWEEP_PACK", "Data pack to use, as --pack."},
    {"CAMSWEEP_PACK_KEY", "A key whose data packs are trusted, beside those in pack-keys."},
    {"CAMSWEEP_SIGN_PASSWORD", "Password of the key store or token that --sign names."},
    {"COLUMNS", "Width of tables and texts."},
    {"JAVA_HOME", "The Java to run with."},
    {"NO_COLOR", "No colours, whatever it holds."},
  };

  private ManualNotes() {}

  static void write(Roff page) {
    entries(page, "ENVIRONMENT", ENVIRONMENT);
    entries(page, "FILES", FILES);
  }

  private static void entries(Roff page, String section, String[][] entries) {
    page.section(section);
    for (String[] entry : entries) {
      page.entry(Roff.bold(entry[0]), entry[1]);
    }
  }
}
