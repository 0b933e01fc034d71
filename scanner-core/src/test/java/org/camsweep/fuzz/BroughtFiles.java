package org.camsweep.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camsweep.config.ConfigException;
import org.camsweep.export.ExportCatalogue;
import org.camsweep.export.spi.Exporter;
import org.camsweep.journal.JournalReader;
import org.camsweep.journal.JournalWriter;
import org.camsweep.journal.ObservationLines;
import org.camsweep.journal.ResultFolder;
import org.camsweep.manifest.PublicKeys;
import org.camsweep.manifest.Verifier;
import org.camsweep.observe.Observation;
import org.camsweep.probe.ProbeCatalogue;
import org.camsweep.recording.Scrubber;
import org.camsweep.report.Report;
import org.camsweep.report.ReportJson;
import org.camsweep.report.ReportReader;
import org.camsweep.report.SampleReport;
import org.camsweep.scan.CaptureReading;
import org.camsweep.scan.Foreign;
import org.camsweep.scan.NmapReading;

/** Files that camsweep or others wrote earlier: results, recordings, captures, baselines. */
final class BroughtFiles {
  private static final Foreign.Place PLACE = new Foreign.Place(List.of(), Optional.empty(), false);

  private BroughtFiles() {}

  static List<FuzzTarget> targets() throws IOException {
    Path file = Places.file("brought");
    Path folder = Places.folder();
    return List.of(
        of("capture", file, f -> CaptureReading.read(f, ProbeCatalogue.all(), PLACE)),
        of("nmap", file, f -> NmapReading.read(f, ProbeCatalogue.all())),
        of("observations", file, f -> lines(JournalReader.ofObservations(f), f)),
        of("recording", file, BroughtFiles::scrubbed),
        of("journal", folder.resolve(ResultFolder.OBSERVATIONS), f -> journal(folder)),
        new FuzzTarget(
            "resume",
            List.of("{}\n{\"torn\"".getBytes(StandardCharsets.UTF_8)),
            bytes -> resumed(folder, bytes)),
        of("header", folder.resolve(ResultFolder.HEADER), f -> journal(folder)),
        of("addresses", folder.resolve(ResultFolder.ADDRESSES), f -> journal(folder)),
        of("asked", folder.resolve(ResultFolder.ASKED), f -> journal(folder)),
        of("end", folder.resolve(ResultFolder.END), f -> JournalReader.open(folder).end()),
        of("manifest", folder.resolve(ResultFolder.MANIFEST), f -> manifest(folder)),
        of("key", file, PublicKeys::read),
        new FuzzTarget("baseline", List.of(sample()), BroughtFiles::baseline));
  }

  private interface FileReader {
    void read(Path file) throws Exception;
  }

  private static FuzzTarget of(String name, Path file, FileReader reader) {
    return new FuzzTarget(
        name,
        List.of(),
        bytes -> {
          Files.write(file, bytes);
          reader.read(file);
        });
  }

  private static List<Observation> observations(JournalReader reader) throws ConfigException {
    List<Observation> all = new ArrayList<>();
    reader.observations((o, raw) -> all.add(o));
    return all;
  }

  /** What was read, written again and read again is the same. */
  private static void lines(JournalReader reader, Path file) throws Exception {
    List<Observation> first = observations(reader);
    Files.writeString(file, ObservationLines.of(first), StandardCharsets.UTF_8);
    same(first, observations(JournalReader.ofObservations(file)));
  }

  private static void scrubbed(Path file) throws Exception {
    Scrubber scrubber = new Scrubber(mac -> 6, Set.of("acme"));
    List<Observation> once = scrubber.scrub(observations(JournalReader.ofObservations(file)));
    same(once, scrubber.scrub(once));
  }

  private static void same(Object one, Object other) {
    if (!one.equals(other)) {
      throw new AssertionError(one + "\nis not\n" + other);
    }
  }

  private static void journal(Path folder) throws Exception {
    if (!Files.exists(folder.resolve(ResultFolder.HEADER))) {
      Files.writeString(folder.resolve(ResultFolder.HEADER), "{}");
    }
    JournalReader reader = JournalReader.open(folder);
    observations(reader);
    reader.addresses(line -> {});
    reader.asked(line -> {});
    reader.header();
  }

  /**
   * A cut-off result is gone on with: whole lines stay, a torn one goes, and one with a NUL in it,
   * which tells of a power cut, is closed.
   */
  private static void resumed(Path folder, byte[] bytes) throws Exception {
    Path lines = folder.resolve(ResultFolder.OBSERVATIONS);
    Files.writeString(folder.resolve(ResultFolder.HEADER), "{}");
    Files.deleteIfExists(folder.resolve(ResultFolder.END));
    Files.write(lines, bytes);
    JournalWriter.resume(folder).close();
    String before = new String(bytes, StandardCharsets.ISO_8859_1);
    String torn = before.substring(before.lastIndexOf('\n') + 1);
    String whole = before.substring(0, before.length() - torn.length());
    same(
        torn.indexOf(0) < 0 ? whole : before + "\n",
        Files.readString(lines, StandardCharsets.ISO_8859_1));
    Files.delete(lines);
  }

  private static void manifest(Path folder) throws Exception {
    Verifier.verify(folder, Optional.empty(), Optional.empty());
  }

  private static byte[] sample() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ReportJson.write(SampleReport.full(), out);
    return out.toByteArray();
  }

  /** A report read, written again and read again is the same, and every export but PDF takes it. */
  private static void baseline(byte[] bytes) throws Exception {
    Report report = ReportReader.read("baseline.json", OperatorFiles.text(bytes));
    String first = json(report);
    same(first, json(ReportReader.read("baseline.json", first)));
    for (Exporter exporter : ExportCatalogue.all()) {
      if (!exporter.ending().equals("pdf")) {
        exporter.write(report, new ByteArrayOutputStream());
      }
    }
  }

  private static String json(Report report) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ReportJson.write(report, out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
