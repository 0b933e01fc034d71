package org.camsweep.scan;

/**
 * How far a scan is.
 *
 * @param done addresses that have their outcome
 * @param total addresses in the swept blocks
 * @param living hosts found so far
 * @param active hosts being asked now
 */
public record Progress(long done, long total, long living, int active) {}
