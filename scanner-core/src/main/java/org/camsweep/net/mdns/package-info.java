/**
 * jmDNS behind the edge. It owns its sockets and announces its own host when it starts, so it runs
 * only on links that the scope admits and never where the scan is to be silent.
 */
package org.camsweep.net.mdns;
