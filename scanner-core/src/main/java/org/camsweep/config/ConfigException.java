package org.camsweep.config;

/**
 * What the operator or an author of data files got wrong: the file, the line, what is wrong, and
 * the cure, in one printable line. Nothing else in camsweep is signalled by this type.
 */
public final class ConfigException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final int line;
  private final String problem;
  private final String cure;

  /**
   * @param file the file's name as the operator gave it
   * @param line 1-based line, or 0 where the whole file is meant
   * @param problem what is wrong, without a full stop
   * @param cure what to write instead, without a full stop
   */
  public ConfigException(String file, int line, String problem, String cure) {
    super(oneLine((line > 0 ? file + ":" + line : file) + ": " + problem + "; " + cure));
    this.file = file;
    this.line = line;
    this.problem = problem;
    this.cure = cure;
  }

  /** Controls and text-direction marks shown as escapes: a file may be somebody else's. */
  private static String oneLine(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              int type = Character.getType(c);
              boolean plain =
                  type != Character.CONTROL
                      && type != Character.FORMAT
                      && type != Character.LINE_SEPARATOR
                      && type != Character.PARAGRAPH_SEPARATOR
                      && type != Character.SURROGATE;
              if (plain) {
                out.appendCodePoint(c);
              } else {
                out.append(String.format("\\u%04x", c));
              }
            });
    return out.toString();
  }

  public String file() {
    return file;
  }

  /** The 1-based line, or 0 where the whole file is meant. */
  public int line() {
    return line;
  }

  public String problem() {
    return problem;
  }

  public String cure() {
    return cure;
  }
}
