/**
 * What the ONVIF interview with the owner's log-in asks and can learn (ONVIF Core and Media
 * specifications; OASIS UsernameToken Profile 1.0; RFC 7616). Only the declaration: room {@code
 * interview} asks, and only where the site file references credentials. Risk: a refused log-in is
 * logged by the device; it is tried once.
 */
package org.camsweep.probe.interview;
