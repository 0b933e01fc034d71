/** The report itself. */
package org.camsweep.export.json;
