/**
 * The owner's question by SNMP (SNMP4J): GET of a few named objects, nothing else, at devices of
 * networks whose owner says where the key is. Nothing here runs without such a key.
 */
package org.camsweep.net.snmp;
