/** DNS-SD asked of single hosts: multicast DNS answered across routers. */
package org.camsweep.probe.mdns;
