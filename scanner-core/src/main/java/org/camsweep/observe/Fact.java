package org.camsweep.observe;

/**
 * One thing heard: a field and the device's own words, unescaped and untrusted.
 *
 * @param value at most {@value #MAX_LENGTH} characters; longer ones are cut by {@link #of}
 */
public record Fact(Field field, String value) {
  public static final int MAX_LENGTH = 64 * 1024;

  public Fact {
    if (value.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(field + " of " + value.length() + " characters");
    }
  }

  /** A fact, its value cut to {@link #MAX_LENGTH} where a device said more. */
  public static Fact of(Field field, String value) {
    return new Fact(field, value.length() <= MAX_LENGTH ? value : value.substring(0, MAX_LENGTH));
  }
}
