/** A search from UDP 7711 to UDP 7701; rests on one lineage. */
package org.camsweep.probe.hanwha;
