/** A search by type, length and value on UDP 10001. */
package org.camsweep.probe.ubiquiti;
