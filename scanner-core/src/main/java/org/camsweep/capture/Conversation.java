package org.camsweep.capture;

import java.time.Instant;
import org.camsweep.site.Address;

/**
 * The beginning of a TCP connection, both ways.
 *
 * @param server who was connected to, as far as the capture shows
 * @param at when the server's first bytes came
 * @param said how many of the server's bytes came before the client said anything of its own
 *     (telnet's option negotiation is nothing of its own)
 * @param cut whether bytes of the server are missing
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Conversation(
    Address server,
    int port,
    Instant at,
    byte[] toServer,
    byte[] toClient,
    int said,
    boolean cut) {}
