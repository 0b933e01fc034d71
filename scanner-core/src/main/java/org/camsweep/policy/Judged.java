package org.camsweep.policy;

import org.camsweep.device.Device;
import org.camsweep.identify.Identification;

/** A device and what is believed of it, to be judged. */
public record Judged(Device device, Identification identification) {}
