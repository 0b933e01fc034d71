package org.camsweep.cli;

import java.util.Optional;
import org.camsweep.report.Report;

/**
 * What a scan came to.
 *
 * @param devicesLost whether it stopped itself because devices ceased to answer
 * @param cutOff why it stopped itself because nothing can be sent, if so
 */
record Finished(Report report, boolean interrupted, boolean devicesLost, Optional<String> cutOff) {}
