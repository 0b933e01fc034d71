/** Makers' own identity pages that are documented as open, asked only on suspicion. */
package org.camsweep.probe.vendorhttp;
