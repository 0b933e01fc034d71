/** A search by text on UDP 2380; rests on one lineage. */
package org.camsweep.probe.sony;
