package org.camsweep.cli;

import java.io.PrintWriter;
import java.lang.reflect.Proxy;

/**
 * Ctrl-C: the first asks the scan to stop and write what it has, the second leaves at once. Java
 * has no public way to hear it and go on, so the JDK's own {@code sun.misc.Signal} is used where it
 * is there; elsewhere Ctrl-C ends the process, and the journal keeps what was heard.
 */
final class Interrupt {
  private volatile boolean heard;

  private Interrupt() {}

  /** Listens from now on. */
  static Interrupt listen(Runnable stop, PrintWriter err) {
    Interrupt interrupt = new Interrupt();
    Runnable act =
        () -> {
          if (interrupt.heard) {
            Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
          }
          interrupt.heard = true;
          err.println();
          err.println("camsweep: stopping; what was heard is kept. Once more leaves at once.");
          stop.run();
        };
    handle("INT", act);
    handle("TERM", act);
    return interrupt;
  }

  private static void handle(String name, Runnable act) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object answer =
          Proxy.newProxyInstance(
              handler.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, arguments) -> {
                if (method.getName().equals("handle")) {
                  act.run();
                }
                return null;
              });
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance(name), answer);
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      // Not this JDK, or the signal is taken: the process then ends at Ctrl-C as any other.
      org.slf4j.LoggerFactory.getLogger(Interrupt.class).debug("no handler for {}", name, e);
    }
  }

  boolean heard() {
    return heard;
  }
}
