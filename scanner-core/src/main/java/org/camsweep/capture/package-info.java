/**
 * What a packet capture holds, from a file that somebody else wrote: frames (pcap,
 * draft-ietf-opsawg -pcap; pcapng, draft-ietf-opsawg-pcapng), the packets in them, the
 * conversations that packets make. Knows no probe. Every length in the file is doubted; what is not
 * understood is counted.
 */
package org.camsweep.capture;
