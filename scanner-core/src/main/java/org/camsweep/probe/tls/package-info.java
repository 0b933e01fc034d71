/**
 * The certificate of servers that no current TLS library talks to: an own ClientHello, read only.
 */
package org.camsweep.probe.tls;
