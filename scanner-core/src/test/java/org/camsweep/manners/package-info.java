/** How a whole scan behaves toward a device that counts. */
package org.camsweep.manners;
