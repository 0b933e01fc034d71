package org.camsweep.cli;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import org.camsweep.observe.Plain;

/**
 * What was thrown, on the line of the message: its text may be a device's words, which cannot start
 * a line or move the cursor. Nothing if nothing was thrown.
 */
public final class SafeThrown extends ClassicConverter {
  @Override
  public String convert(ILoggingEvent event) {
    IThrowableProxy thrown = event.getThrowableProxy();
    return thrown == null
        ? ""
        : " (" + Plain.of(thrown.getClassName() + ": " + thrown.getMessage(), 400) + ")";
  }
}
