/** Devices and findings as events of the Open Cybersecurity Schema Framework. */
package org.camsweep.export.ocsf;
