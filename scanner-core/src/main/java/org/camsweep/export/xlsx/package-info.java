/** The whole report as a workbook: devices, findings, coverage, and how it came about. */
package org.camsweep.export.xlsx;
