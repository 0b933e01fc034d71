/** The binary search on UDP 5050 that came before DHIP. */
package org.camsweep.probe.dhold;
