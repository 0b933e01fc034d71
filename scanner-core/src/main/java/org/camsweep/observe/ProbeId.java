package org.camsweep.observe;

import java.util.regex.Pattern;

/** A probe's short name, for example {@code wsd} or {@code http}. */
public record ProbeId(String name) implements Comparable<ProbeId> {
  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,31}");

  public ProbeId {
    if (!FORM.matcher(name).matches()) {
      throw new IllegalArgumentException("'" + name + "' is not a probe name");
    }
  }

  public static ProbeId of(String name) {
    return new ProbeId(name);
  }

  @Override
  public int compareTo(ProbeId other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}
