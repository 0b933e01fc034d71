/** The inventory in the XML layout of a well-known port scanner, for tools that import it. */
package org.camsweep.export.nmap;
