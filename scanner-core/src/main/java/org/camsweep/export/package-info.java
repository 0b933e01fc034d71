/** The table of contents of the export formats; each format has a room of its own below. */
package org.camsweep.export;
