/**
 * SNMP answers (RFC 1157, 3416) that somebody else's management asked for, found in captures. A
 * community is a log-in: none is guessed, none is sent, and a captured one is cut away unread.
 */
package org.camsweep.probe.snmp;
