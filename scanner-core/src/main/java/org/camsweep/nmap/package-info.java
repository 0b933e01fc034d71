/**
 * What an Nmap XML report says (the public description:
 * nmap.org/book/output-formats-xml-output.html), read as a document that somebody wrote; nothing of
 * Nmap is run, shipped or copied. No DTD is loaded and no entity resolved; size, depth and numbers
 * are bounded.
 */
package org.camsweep.nmap;
