/** ONVIF calls that devices answer before a login, and what their envelopes give away. */
package org.camsweep.probe.onvif;
