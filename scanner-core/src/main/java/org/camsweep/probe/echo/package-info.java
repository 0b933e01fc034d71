/** ICMPv6 echo: who on a link answers a question to all nodes. */
package org.camsweep.probe.echo;
