/** Findings for a vulnerability management system. */
package org.camsweep.export.defectdojo;
