/** The NetCommon search of recorder and camera platforms on UDP 34569. */
package org.camsweep.probe.xm;
