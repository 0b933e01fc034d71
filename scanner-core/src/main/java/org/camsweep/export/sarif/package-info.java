/** Findings in SARIF 2.1.0, for teams that keep their site files with their code. */
package org.camsweep.export.sarif;
