/**
 * The ONVIF interview with the owner's credentials (Apache CXF). Off unless the site file
 * references credentials for a network; then one attempt per device, only at a confirmed camera of
 * that network, and never a password in clear.
 */
package org.camsweep.interview;
