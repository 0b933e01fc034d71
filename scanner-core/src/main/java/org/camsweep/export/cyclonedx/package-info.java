/** The hardware inventory as a bill of materials. */
package org.camsweep.export.cyclonedx;
