package org.camsweep.scan;

import java.util.List;
import org.camsweep.capture.Tally;

/** What a reader must know of a capture: how much of it was understood, and what was not. */
final class CaptureRemarks {
  private CaptureRemarks() {}

  static List<String> of(Tally tally, long behindGateways) {
    List<String> said =
        Foreign.start(
            "judged from a packet capture that somebody else took: %,d frames; nothing was sent"
                .formatted(tally.get("frames")));
    if (tally.get("file.cut") > 0) {
      said.add("the file ends within a frame: what came after it is not known");
    }
    if (tally.get("file.damaged") > 0) {
      said.add("the file is damaged: what comes after the damage could not be read");
    }
    Foreign.remark(
        said, damaged(tally), "frame", "could not be read: damaged, or cut by the snapshot length");
    Foreign.remark(
        said,
        tally.counts().entrySet().stream()
            .filter(e -> e.getKey().startsWith("frames.link-type-"))
            .mapToLong(java.util.Map.Entry::getValue)
            .sum(),
        "frame",
        "of a link type that is not read");
    Foreign.remark(
        said, tally.get("packets.fragments"), "IP fragment", "passed over: parts are not joined");
    Foreign.remark(
        said,
        tally.get("datagrams.no-probe") + tally.get("packets.other-protocol"),
        "packet",
        "of protocols that no probe knows");
    Foreign.remark(
        said,
        tally.get("datagrams.not-understood"),
        "datagram",
        "at a probe's port that the probe did not understand (questions among them)");
    Foreign.remark(
        said,
        tally.get("streams.no-probe"),
        "TCP connection",
        "in which the server said nothing that a probe knows");
    Foreign.remark(
        said,
        tally.get("streams.early"),
        "TCP connection",
        "judged before its end, for want of room");
    Foreign.remark(
        said,
        tally.get("datagrams.public-address") + tally.get("streams.public-address"),
        "answer",
        "from public addresses that no network was named for, left out");
    Foreign.remark(
        said, behindGateways, "host", "behind a gateway, whose hardware address is not the host's");
    Foreign.remark(
        said,
        tally.get("dropped.limit") + tally.get("dropped.junk"),
        "answer",
        "beyond what is kept of one sender or in all, not kept");
    return said;
  }

  private static long damaged(Tally tally) {
    return tally.get("frames.damaged") + tally.get("frames.too-long");
  }
}
