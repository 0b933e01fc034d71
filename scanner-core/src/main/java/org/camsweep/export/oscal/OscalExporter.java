package org.camsweep.export.oscal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.camsweep.export.spi.Exporter;
import org.camsweep.export.spi.StoredZip;
import org.camsweep.observe.JsonText;
import org.camsweep.report.Report;

/**
 * A bundle in NIST's OSCAL 1.1.2, JSON: results alone cannot be imported, because they name a plan,
 * which names a system, which names a profile, which names a catalog. The five documents are in one
 * zip file and name each other by file name. The system security plan is a stub that says so.
 */
public final class OscalExporter implements Exporter {
  static final String CATALOG = "oscal-catalog.json";
  static final String PROFILE = "oscal-profile.json";
  static final String PLAN = "oscal-assessment-plan.json";
  static final String SYSTEM = "oscal-ssp.json";
  static final String RESULTS = "oscal-assessment-results.json";

  @Override
  public String format() {
    return "oscal";
  }

  @Override
  public String ending() {
    return "zip";
  }

  @Override
  public void write(Report report, OutputStream out) throws IOException {
    Rules rules = Rules.of(report);
    Documents documents = new Documents(report, rules);
    StoredZip zip = new StoredZip(out);
    add(zip, CATALOG, documents.catalog());
    add(zip, PROFILE, documents.profile());
    add(zip, SYSTEM, documents.system());
    add(zip, PLAN, documents.plan());
    add(zip, RESULTS, new Results(report, rules, documents).document());
    zip.finish();
  }

  private static void add(StoredZip zip, String name, JsonNode json) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    JsonText.pretty(json, bytes);
    zip.add(name, bytes.toByteArray());
  }
}
