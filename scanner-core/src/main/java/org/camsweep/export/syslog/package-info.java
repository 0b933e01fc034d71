/** Events for a log host: RFC 5424 messages that carry CEF. */
package org.camsweep.export.syslog;
