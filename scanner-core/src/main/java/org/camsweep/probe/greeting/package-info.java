/** What FTP, telnet and SSH say first; nothing is sent. */
package org.camsweep.probe.greeting;
