/**
 * DHCP (RFC 2131, 2132), only overheard: what a host says of itself when it asks for an address.
 */
package org.camsweep.probe.dhcp;
