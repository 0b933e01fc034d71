/** The table of contents of all probes. */
package org.camsweep.probe;
