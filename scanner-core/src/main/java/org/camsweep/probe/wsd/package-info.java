/** WS-Discovery as ONVIF devices, printers and computers speak it: UDP 3702. */
package org.camsweep.probe.wsd;
