/** Ports that are noted as open and never spoken to. */
package org.camsweep.probe.ports;
