package org.shareexplorer.cli;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.job.Running;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;

/**
 * Runs a command's work as a job: with progress for a person who waits, problems as sentences, the
 * cost if it is wanted, and an end when the program is told to end.
 *
 * @param sources made when the first command asks, as making them takes time
 */
record Session(Terminal terminal, Supplier<Sources> sources, Jobs jobs) {

  /** The exit code of a command that was stopped, as shells have it for Ctrl+C. */
  static final int STOPPED = 130;

  private static final Logger LOG = Logger.getLogger(Session.class.getName());
  private static final long GRACE_MILLIS = 1_000;

  /** What a command does once its provider is known. */
  @FunctionalInterface
  interface Task {
    void run(Provider provider, Job job) throws Exception;
  }

  /** What a command does without a provider. */
  @FunctionalInterface
  interface Errand {
    void run(Job job) throws Exception;
  }

  /** Does the work with a provider. */
  int ask(Access access, Reporting reporting, Task task) {
    return run(
        reporting,
        job -> {
          try (Provider provider = access.open(sources.get(), terminal.environment(), job)) {
            task.run(provider, job);
          }
        });
  }

  /**
   * Does the work and waits for it.
   *
   * @return the exit code
   */
  int run(Reporting reporting, Errand errand) {
    long start = System.nanoTime();
    CountDownLatch done = new CountDownLatch(1);
    Running<Boolean> running =
        jobs.start(job -> {
          errand.run(job);
          return true;
        });
    running.whenDone((value, failure) -> done.countDown());
    try (Job.Hold _ = Jobs.atExit(() -> stop(running, done))) {
      new ProgressLine(terminal).follow(running, done);
      running.join();
      return ExitCode.OK;
    } catch (CancellationException e) {
      return STOPPED;
    } catch (ParameterException e) {
      throw e;
    } catch (RuntimeException | Error e) {
      if (terminal.out().failed()) {
        // Whoever runs the command tells of it, if there is anything to tell.
        return ExitCode.OK;
      }
      Problem problem = ProblemException.problemOf(e);
      if (problem.code() == ProblemCode.BUG) {
        LOG.log(Level.WARNING, problem.sentence(), e);
      }
      tell(problem, reporting);
      return ExitCode.SOFTWARE;
    } finally {
      if (reporting.stats) {
        terminal.say(Stats.now(running.cost(), start).json());
      }
      terminal.out().flush();
      terminal.err().flush();
    }
  }

  private static void stop(Running<?> running, CountDownLatch done) {
    running.cancel();
    try {
      var _ = done.await(GRACE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tell(Problem problem, Reporting reporting) {
    terminal.say(problem);
    if (reporting.verbose && !problem.detail().isBlank()) {
      problem.detail().lines().forEach(line -> terminal.say("  " + line));
    }
  }
}
