package org.camsweep.interview;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * What CXF logs to: nothing, at any level of any log back end. At DEBUG it would print requests as
 * they are sent, with the token. Made by CXF itself, by name.
 */
public final class SilentLogger extends Logger {
  public SilentLogger(String name, String bundle) {
    super(name, null);
    super.setLevel(Level.OFF);
  }

  @Override
  public void setLevel(Level level) {
    // It stays off, whatever a configuration asks for.
  }

  @Override
  public boolean isLoggable(Level level) {
    return false;
  }

  @Override
  public void log(LogRecord entry) {
    // Nothing is logged.
  }
}
