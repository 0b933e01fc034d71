/**
 * What Nmap concluded of a host, as fields of their own: another's claim, never a device's word.
 */
package org.camsweep.probe.nmap;
