package org.camsweep.device;

/**
 * A device's stable key: its hardware address without separators; else its lowest address, with its
 * zone if it has one. Safe in file names and reports.
 */
public record DeviceId(String text) implements Comparable<DeviceId> {
  public DeviceId {
    if (!text.matches("[0-9a-z][0-9a-z.:_-]{0,63}(?:%[0-9A-Za-z._:@+-]{1,40})?")) {
      throw new IllegalArgumentException("'" + text + "' is not a device key");
    }
  }

  @Override
  public int compareTo(DeviceId other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
