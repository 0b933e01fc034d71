/** A search on UDP 2000, answered on 3000; rests on one lineage. */
package org.camsweep.probe.reolink;
