/** Devices and findings as events of the Elastic Common Schema. */
package org.camsweep.export.ecs;
