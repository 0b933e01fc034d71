/** DHIP, a JSON search on UDP 37810. */
package org.camsweep.probe.dhip;
