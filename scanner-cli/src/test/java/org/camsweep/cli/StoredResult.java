package org.camsweep.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camsweep.config.ConfigException;
import org.camsweep.journal.JournalWriter;
import org.camsweep.journal.ScanEnd;
import org.camsweep.journal.ScanHeader;
import org.camsweep.observe.AddressOutcome;
import org.camsweep.observe.Asked;
import org.camsweep.observe.Endpoint;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Field;
import org.camsweep.observe.Observation;
import org.camsweep.observe.Outcome;
import org.camsweep.observe.ProbeId;
import org.camsweep.site.Authorisation;
import org.camsweep.site.Cidr;
import org.camsweep.site.Network;
import org.camsweep.site.Pace;
import org.camsweep.site.SensitiveReason;

/** A result folder on disk: two cameras on a sensitive network, one of them with hostile words. */
final class StoredResult {
  static final String HOSTILE = "\u001b[2J\u202e<script>";
  private static final Instant AT = Instant.parse("2026-11-25T09:00:00Z");

  private StoredResult() {}

  /**
   * @param complete whether the last address was asked
   * @param firmwareOfFirst what the first camera says of itself
   * @param regimes the regimes that the network names
   */
  static void write(Path folder, boolean complete, String firmwareOfFirst, String... regimes)
      throws ConfigException {
    Network network =
        new Network(
            "house",
            "cctv",
            List.of(Cidr.parse("10.0.0.0/30")),
            List.of(),
            Optional.of(SensitiveReason.SECRET_MATERIAL),
            false,
            Optional.empty(),
            List.of(),
            Pace.STANDARD,
            List.of(regimes));
    ScanHeader header =
        new ScanHeader(
            "scan-1",
            AT,
            Optional.of("A. Operator"),
            Authorisation.NONE,
            Optional.empty(),
            List.of("scan"),
            "camsweep 0.1.0",
            List.of(network),
            1,
            LocalDate.of(2026, 11, 25));
    try (JournalWriter journal = JournalWriter.create(folder, header, false)) {
      journal.observed(
          observation(
              "o1", "10.0.0.1", "http.server", "App-webs/", "onvif.firmware", firmwareOfFirst),
          new byte[0]);
      journal.observed(
          observation("o2", "10.0.0.1", "rtsp.realm", "IP Camera(63463)"), new byte[0]);
      journal.observed(
          observation(
              "o3",
              "10.0.0.2",
              "wsd.types",
              "dn:NetworkVideoTransmitter",
              "wsd.scope.name",
              "Camera " + HOSTILE),
          new byte[0]);
      for (String address : List.of("10.0.0.0", "10.0.0.1", "10.0.0.2")) {
        AddressOutcome outcome =
            address.endsWith(".0") ? AddressOutcome.EXCLUDED : AddressOutcome.ANSWERED;
        journal.done(Cidr.address(address), "cctv", outcome, Set.of());
      }
      journal.asked(Cidr.address("10.0.0.1"), Asked.by(ProbeId.of("http"), 2, 9));
      journal.asked(
          Cidr.address("10.0.0.1"), new Asked(Map.of("http", 3L, "onvif-interview", 1L), 21));
      if (complete) {
        journal.done(Cidr.address("10.0.0.3"), "cctv", AddressOutcome.SILENT, Set.of());
      }
      journal.end(new ScanEnd(AT, complete, List.of(), Map.of(), List.of()));
    }
  }

  private static Observation observation(String id, String address, String... facts) {
    List<Fact> said = new java.util.ArrayList<>();
    for (int i = 0; i < facts.length; i += 2) {
      said.add(new Fact(new Field(facts[i]), facts[i + 1]));
    }
    return new Observation(
        id,
        Cidr.address(address),
        Optional.of("cctv"),
        new ProbeId("http"),
        Endpoint.tcp(80),
        Optional.empty(),
        AT,
        Outcome.ANSWERED,
        said,
        Optional.empty());
  }
}
