/** The wiring of the pipe, readable top to bottom: Scan asks, Judge concludes. */
package org.camsweep.scan;
