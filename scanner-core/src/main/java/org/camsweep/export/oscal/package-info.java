/** The audit format proper: an OSCAL bundle of catalog, profile, plan, stub and results. */
package org.camsweep.export.oscal;
