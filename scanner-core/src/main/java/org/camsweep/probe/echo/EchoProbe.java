package org.camsweep.probe.echo;

import java.util.List;
import java.util.Set;
import org.camsweep.observe.Field;
import org.camsweep.observe.Outcome;
import org.camsweep.observe.ProbeId;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.Probe;
import org.camsweep.probe.spi.Step;

/**
 * An echo request (ICMPv6, RFC 4443 section 4.1) to all nodes of a link, {@code ff02::1}. A block
 * of IPv6 addresses is too large to ask one by one, and who has no discovery protocol switched on
 * answers none of them: the echo is what finds him, so that he is asked by his address. The edge
 * sends it; an answer says that somebody is there, and nothing of what he is.
 */
public final class EchoProbe implements Probe {
  public static final ProbeId ID = ProbeId.of("echo");

  /** The group that was asked. */
  public static final Field ANSWERED = Field.of("echo.answered");

  public static final String GROUP = "ff02::1";

  @Override
  public ProbeId id() {
    return ID;
  }

  @Override
  public About about() {
    return new About(
        "ICMPv6 echo of all nodes of a link, by the system's ping (Linux)",
        "multicast ff02::1, on links of which the scope holds an IPv6 block too large to sweep",
        "icmpv6",
        Confidence.SOLID,
        true,
        List.of("echo request, twice from each own address in such a block"));
  }

  @Override
  public String byIpv6() {
    return "IPv6 alone";
  }

  @Override
  public Set<Field> fields() {
    return Set.of(ANSWERED);
  }

  /** Never called with an answer: the system's ping reads them. */
  @Override
  public Step hear(Heard heard) {
    return Step.ended(
        heard.fold(r -> Outcome.GARBLED, s -> Outcome.SILENT, refused -> Outcome.REFUSED));
  }
}
