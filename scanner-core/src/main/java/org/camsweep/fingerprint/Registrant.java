package org.camsweep.fingerprint;

/**
 * Who registered a block of hardware addresses.
 *
 * @param digits the block's leading hexadecimal digits: 6, 7 or 9 of them
 * @param name as the registry writes it
 */
public record Registrant(String digits, String name) {
  /** The block as people write it, for example {@code 70:b3:d5:00:1/36}. */
  public String block() {
    return digits.replaceAll("(..)(?=.)", "$1:") + "/" + digits.length() * 4;
  }
}
