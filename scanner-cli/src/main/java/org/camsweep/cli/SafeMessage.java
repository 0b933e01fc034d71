package org.camsweep.cli;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import org.camsweep.observe.Plain;

/** A log message on one line: what a device said cannot start a line or move the cursor. */
public final class SafeMessage extends ClassicConverter {
  @Override
  public String convert(ILoggingEvent event) {
    return Plain.of(event.getFormattedMessage(), 400);
  }
}
