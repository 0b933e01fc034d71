package org.camsweep.probe;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.camsweep.observe.Field;
import org.camsweep.probe.spi.Probe;

/**
 * {@code docs/observations.md}: how a line of observations is written, and every field that a probe
 * declares, so that recordings from elsewhere can be brought into the form.
 */
final class ObservationFormat {
  private static final String HEAD =
      """
      # Observations

      `observations.ndjson` of a result folder holds what was heard: one JSON object a line (UTF-8), one line for each exchange
      or announcement. `camsweep identify FILE.ndjson` judges such a file and sends nothing, so a recording made by other means
      can be judged too once it is written in this form. This page is made from the probes' own declarations.

      ```json
      {"id":"o1","address":"10.0.0.5","network":"cctv","probe":"http","transport":"tcp","port":80,"via":"eth0","at":"2026-11-25T12:00:00Z","outcome":"answered","facts":{"http.server":["App-webs/"],"http.status":"200"}}
      ```

      | key | content | if absent |
      | --- | --- | --- |
      | `address` | IPv4 or IPv6 address, a link-local one with its zone if known (`fe80::1%eth0`); lines of one address are one device | an error |
      | `probe` | which question, or which protocol was heard; see below | an error |
      | `facts` | an object: field → a text, or a list of texts; the device's own words, unescaped | nothing was learned |
      | `id` | unique in the file | `line-` and the line's number |
      | `network` | network of the site | from outside the scope |
      | `transport` | `tcp`, `udp`, or `link` for what the link itself told | `tcp` if there is a port, else `link` |
      | `port` | 1 to 65535; for an announcement the port it came from | not known |
      | `via` | interface it was heard on | not known |
      | `at` | time in UTC, RFC 3339 | 1970-01-01T00:00:00Z |
      | `outcome` | `answered`, `silent`, `refused`, `garbled`, `cut-short`, `not-asked` | `answered` |
      | `raw` | the bytes that came, Base64 | not kept |
      | `rawSha256` | their SHA-256, lower-case hexadecimal | not known |

      A key that is not listed is an error naming file, line and cure, except one that starts with `x-`, here and among the facts:
      it is passed over. A line has at most 4 MiB and 100,000 facts; a value is cut at 65,536 characters. A file may end in a torn
      line. The order of lines and facts does not change the answer.

      ## Fields

      Any probe may say any field; the list shows who declares it. A field that nothing declares is accepted, and no signature
      looks at it.

      | field | said by |
      | --- | --- |
      """;

  /** Fields that the scan itself adds to what a probe says. */
  private static final Map<String, String> OF_THE_SCAN =
      Map.of(
          "port.open", "every probe over TCP: the port that accepted the connection",
          "scan.cut-short", "the scan: why a reply was cut",
          "scan.limit", "the scan: a limit that a host met, beyond one reply",
          "scan.not-asked", "the scan: why a question was not sent, or its answer not heard",
          "scan.withheld",
              "the scan: where the owner's key or password stood, and `(withheld)` stands now",
          "scan.unasked",
              "the scan: another could have sent it in this host's name; its value says why",
          "neighbour.mac", "the scan: this machine's neighbour table (probe `neighbour`)");

  private ObservationFormat() {}

  static String markdown(List<Probe> probes) {
    Map<String, TreeSet<String>> sayers = new TreeMap<>();
    for (Probe probe : probes) {
      for (Field field : probe.fields()) {
        sayers
            .computeIfAbsent(field.name(), f -> new TreeSet<>())
            .add("`" + probe.id().name() + "`");
      }
    }
    OF_THE_SCAN.forEach(
        (field, who) -> sayers.computeIfAbsent(field, f -> new TreeSet<>()).add(who));
    StringBuilder text = new StringBuilder(HEAD);
    sayers.forEach(
        (field, who) -> text.append("| `%s` | %s |\n".formatted(field, String.join(", ", who))));
    text.append("\n## Probes\n\n| probe | protocol | reaches | ports | default |\n");
    text.append("| --- | --- | --- | --- | --- |\n");
    for (Probe probe : probes) {
      Probe.About about = probe.about();
      text.append(
          "| `%s` | %s | %s | %s | %s |\n"
              .formatted(
                  probe.id().name(),
                  cell(about.title()),
                  cell(about.reach()),
                  cell(about.ports()),
                  probe.runs()));
    }
    return text.toString();
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
