package org.camsweep.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.camsweep.export.syslog.SyslogExporter;
import org.camsweep.net.syslog.LogHost;
import org.camsweep.net.syslog.LogSender;
import org.camsweep.net.syslog.LogTrust;
import org.camsweep.observe.Plain;
import org.camsweep.report.Report;
import picocli.CommandLine.Option;

/** Log hosts that the operator named with {@code -o syslog=tls://HOST:PORT}. */
final class LogHosts {
  @Option(
      names = "--log-ca",
      paramLabel = "PEM",
      description = "Who signed the log host's certificate (default: those that Java trusts).")
  private Optional<Path> authority = Optional.empty();

  /** Reads a place that begins like a log host. */
  static LogHost read(String format, String place) throws StopException {
    if (!format.equals(new SyslogExporter().format())) {
      throw StopException.wrongUse(
          "'" + format + "' is not sent to a log host", "write -o syslog=" + place);
    }
    Optional<LogHost> host = LogHost.parse(place);
    if (host.isEmpty()) {
      throw StopException.wrongUse(
          "'" + place + "' is no log host", "write tls://HOST:PORT, tcp://HOST:PORT or udp://…");
    }
    return host.get();
  }

  /** Whom to trust, read before a scan: a wrong file must not cost it. */
  SSLSocketFactory trust() throws StopException {
    try {
      return authority.isPresent() ? LogTrust.of(authority.get()) : LogTrust.ofJava();
    } catch (IOException e) {
      throw StopException.wrongUse(
          authority.orElseThrow() + " holds no certificate that can be read",
          "name a PEM file with --log-ca");
    }
  }

  /**
   * Sends the report to every log host; to be called last, when nothing else can be lost.
   *
   * @param code the exit code so far
   * @return that code, or what a failure makes of it
   */
  int send(List<OutputOptions.Output> outputs, Report report, Terminal terminal, int code)
      throws StopException {
    int ends = code;
    for (OutputOptions.Output output : outputs) {
      if (output.host().isPresent()) {
        LogHost host = output.host().get();
        List<String> messages = SyslogExporter.messages(report);
        try {
          new LogSender(host, trust()).send(messages);
          terminal.err().println("camsweep: " + sent(host, messages.size()));
        } catch (IOException e) {
          terminal
              .err()
              .println(
                  "camsweep: nothing is sure to have reached log host "
                      + host
                      + ": "
                      + Plain.of(String.valueOf(e.getMessage()), 200));
          ends = ends == ExitCode.INTERRUPTED ? ends : ExitCode.of(List.of(ends, ExitCode.FAILED));
        }
      }
    }
    return ends;
  }

  private static String sent(LogHost host, int messages) {
    return "%,d messages sent to %s%s"
        .formatted(
            messages,
            host,
            host.transport() == LogHost.Transport.UDP
                ? "; over UDP nobody knows whether they arrive"
                : "");
  }
}
