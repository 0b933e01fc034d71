/** The search of smart-home devices, cameras among them, on UDP 20002 and 9999. */
package org.camsweep.probe.tplink;
