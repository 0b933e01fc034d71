/** What is handed over: Report, Coverage, Provenance, and its one JSON form. Pure. */
package org.camsweep.report;
