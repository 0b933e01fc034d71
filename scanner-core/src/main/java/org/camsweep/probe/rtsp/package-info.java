/** RTSP OPTIONS and one DESCRIBE without a login; never a stream. */
package org.camsweep.probe.rtsp;
