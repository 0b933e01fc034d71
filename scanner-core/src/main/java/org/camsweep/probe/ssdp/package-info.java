/** SSDP and the UPnP device description. */
package org.camsweep.probe.ssdp;
