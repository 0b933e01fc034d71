/**
 * Sends a report's events to a log host that the operator names. It is no part of a scan: the scope
 * does not apply, and nothing comes back but the end of the connection.
 */
package org.camsweep.net.syslog;
