package org.camsweep.export.inspection;

import org.camsweep.identify.Identification;
import org.camsweep.report.Report.Entry;
import org.camsweep.report.Wording;
import org.camsweep.report.Words;

/** What a device says of itself, who built it, where it is. */
final class DeviceFacts {
  private DeviceFacts() {}

  static void write(Entry entry, Markup page) {
    Identification i = entry.identification();
    page.open("dl", "class", "facts");
    page.pair("Built by", Wording.builtBy(entry) + (i.relabelled() ? ", under another label" : ""));
    i.maker()
        .flatMap(m -> m.country().map(c -> c + (m.countryVerified() ? "" : " (unverified)")))
        .ifPresent(c -> page.pair("Home of the maker", c));
    page.pair("Kind", Words.of(i.kind()).replace('-', ' '));
    page.pair("Addresses", Shown.addresses(entry) + " in " + Shown.network(entry));
    entry
        .device()
        .mac()
        .ifPresent(
            mac ->
                page.pair(
                    "Hardware address",
                    mac.text() + entry.device().macSource().map(s -> " (" + s + ")").orElse("")));
    i.serial().ifPresent(s -> page.pair("Serial number", s));
    i.firmware().ifPresent(f -> page.pair("Firmware", f));
    page.pair("Decided by", i.rule());
    entry.asked().ifPresent(asked -> page.pair("Sent to it", Wording.sent(asked)));
    page.element("dt", "Place").element("dd", "", "class", "blank");
    page.close();
  }
}
