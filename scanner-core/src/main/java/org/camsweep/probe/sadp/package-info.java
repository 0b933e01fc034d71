/** SADP, an XML search on UDP 37020 that names model, serial and firmware before any login. */
package org.camsweep.probe.sadp;
