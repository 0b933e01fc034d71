/** Keeping the owner's own keys and passwords out of what devices are quoted with. */
package org.camsweep.withhold;
