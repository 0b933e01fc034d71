/** A search on UDP 1757, answered on 1758; rests on one lineage. */
package org.camsweep.probe.bosch;
