package org.camsweep.cli;

import org.camsweep.report.Report;

/**
 * What a scan came to.
 *
 * @param devicesLost whether it stopped itself because devices ceased to answer
 */
record Finished(Report report, boolean interrupted, boolean devicesLost) {}
