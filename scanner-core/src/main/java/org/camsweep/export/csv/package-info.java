/** The inventory as comma-separated values, safe to open in a spreadsheet. */
package org.camsweep.export.csv;
