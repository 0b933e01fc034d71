/** The MHED search on UDP 23456. */
package org.camsweep.probe.tvt;
