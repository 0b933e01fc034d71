/** A search by tags from UDP 10669 to UDP 10670. */
package org.camsweep.probe.panasonic;
