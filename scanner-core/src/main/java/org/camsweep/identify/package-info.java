/** Who made it, what is it, and how sure: Identifier, Evidence, Identification. Pure. */
package org.camsweep.identify;
