/** Observations that are one box: DeviceAssembler, and the reason for each join. */
package org.camsweep.device;
