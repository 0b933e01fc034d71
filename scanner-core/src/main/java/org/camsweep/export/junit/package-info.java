/** Findings as test cases, for a gate in a build server. */
package org.camsweep.export.junit;
