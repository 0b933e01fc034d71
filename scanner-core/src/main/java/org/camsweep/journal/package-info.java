/**
 * The result folder: what was set out to do, observations and address outcomes as they come, and
 * how the scan ended; written so that a killed scan loses nothing it heard, and read back line by
 * line.
 */
package org.camsweep.journal;
