/**
 * The contract of a probe: what to send ({@link org.camsweep.probe.spi.Ask}), what came back
 * ({@link org.camsweep.probe.spi.Heard}), what it means ({@link org.camsweep.probe.spi.Step}).
 * Probes are pure: no socket, clock, thread or dice.
 */
package org.camsweep.probe.spi;
