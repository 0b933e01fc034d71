/** The search of PPPP peer-to-peer cameras on UDP 32108. */
package org.camsweep.probe.pppp;
