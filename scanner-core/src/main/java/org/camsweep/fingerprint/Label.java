package org.camsweep.fingerprint;

import java.util.Optional;

/**
 * One relabelling: devices under this label, of this line and period, are built by this maker.
 *
 * @param id unique in the pack
 * @param maker id of the builder
 * @param label what the box says
 * @param line product line the row is limited to, in plain words
 * @param from first year, where known
 * @param to last year, where known
 * @param verified whether the source was seen
 */
public record Label(
    String id,
    String maker,
    String label,
    Optional<String> line,
    Optional<Integer> from,
    Optional<Integer> to,
    Certainty certainty,
    boolean verified,
    String source) {}
