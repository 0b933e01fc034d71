package org.camsweep.exposure;

/**
 * One thing heard that bears on a topic.
 *
 * @param rule identifier of the rule in the data pack
 * @param observation identifier of the observation
 * @param field the field's name
 * @param value the device's own words, untrusted, at most {@value #MAX_VALUE} characters
 * @param means what it means, in the pack's plain words
 * @param verified whether the rule's source was seen; one that was not is a hint and no more
 */
public record Sign(
    String rule,
    String observation,
    String field,
    String value,
    Says says,
    String means,
    boolean verified) {
  static final int MAX_VALUE = 256;

  public Sign {
    if (!verified && says != Says.HINT) {
      throw new IllegalArgumentException(rule + " is not verified and says more than a hint");
    }
  }
}
