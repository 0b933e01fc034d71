/** Devices as rows of an import set for a configuration database. */
package org.camsweep.export.servicenow;
