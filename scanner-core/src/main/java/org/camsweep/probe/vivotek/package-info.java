/** A search by type, length and value on UDP 10000. */
package org.camsweep.probe.vivotek;
