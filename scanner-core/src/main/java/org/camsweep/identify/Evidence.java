package org.camsweep.identify;

import java.util.Optional;
import org.camsweep.fingerprint.EvidenceKind;

/**
 * One signature that fired on one fact.
 *
 * @param signature identifier of the signature
 * @param field the field's name
 * @param value the device's own words, untrusted
 * @param observation identifier of the observation
 * @param maker the maker it speaks for, if any
 * @param brand the label it speaks for, if any
 * @param verified whether the signature's source was seen; unverified evidence never gives more
 *     than {@link Level#POSSIBLE}
 */
public record Evidence(
    String signature,
    String field,
    String value,
    EvidenceKind kind,
    String observation,
    Optional<String> maker,
    Optional<String> brand,
    boolean verified) {}
