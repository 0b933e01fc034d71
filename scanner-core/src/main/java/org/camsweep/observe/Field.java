package org.camsweep.observe;

import java.util.regex.Pattern;

/**
 * The name of something a device can say, for example {@code http.server}. An open vocabulary: each
 * probe declares its fields.
 */
public record Field(String name) implements Comparable<Field> {
  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*");

  public Field {
    if (name.length() > 64 || !FORM.matcher(name).matches()) {
      throw new IllegalArgumentException("'" + name + "' is not a field name such as http.server");
    }
  }

  public static Field of(String name) {
    return new Field(name);
  }

  @Override
  public int compareTo(Field other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}
