/** Counts for a monitoring system; no address and no serial number. */
package org.camsweep.export.prometheus;
