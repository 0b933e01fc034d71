/**
 * The edge: the only room with sockets, clocks, randomness and threads. Everything that leaves this
 * machine passes {@link org.camsweep.net.Edge}, is paced there, and goes to a {@link
 * org.camsweep.site.Target} or to a link that the scope admits.
 */
package org.camsweep.net;
