/** The MO_I search on UDP 10000. */
package org.camsweep.probe.foscam;
