/**
 * The simulated site behind {@code camsweep demo}: devices described in data files, spoken for by
 * generic servers on real loopback sockets. Outside the pipe: the scan reaches it over the network
 * only.
 */
package org.camsweep.demo;
