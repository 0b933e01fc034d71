package org.camsweep.scan;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.camsweep.config.ConfigException;

/**
 * A judge that gets ready while the scan already runs: to read some thousand signatures and lay out
 * their patterns takes a second or two, and no packet depends on them.
 */
public final class JudgeAhead {
  private final FutureTask<Judge> task;

  private JudgeAhead(Callable<Judge> making) {
    this.task = new FutureTask<>(making);
    Thread thread = new Thread(task, "camsweep-judge");
    thread.setDaemon(true); // a scan that ends early does not wait for it
    thread.start();
  }

  /** Begins to read the rules, and to get the judge ready, at once. */
  public static JudgeAhead of(Callable<Rules> rules) {
    return new JudgeAhead(() -> new Judge(rules.call()));
  }

  /** Begins to get the judge ready by rules that were read. */
  public static JudgeAhead of(Rules rules) {
    return new JudgeAhead(() -> new Judge(rules));
  }

  /**
   * The judge, as soon as it is ready.
   *
   * @throws ConfigException if the rules cannot be read
   */
  public Judge judge() throws ConfigException {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException e) {
          interrupted = true; // what was heard is still to be judged
        }
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ConfigException wrong) {
        throw wrong;
      }
      throw new IllegalStateException("the rules could not be made ready", e.getCause());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
