/**
 * Every parser under hostile bytes: targets for Jazzer, seeds run again in every build, and seeds
 * changed at random. {@code docs/robustness.md} has the results.
 */
package org.camsweep.fuzz;
