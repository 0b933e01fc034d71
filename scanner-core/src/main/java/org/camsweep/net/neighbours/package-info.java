/** The operating system's neighbour table: which hardware address answered for which address. */
package org.camsweep.net.neighbours;
