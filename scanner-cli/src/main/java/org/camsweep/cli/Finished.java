package org.camsweep.cli;

import org.camsweep.report.Report;

/** What a scan came to. */
record Finished(Report report, boolean interrupted) {}
