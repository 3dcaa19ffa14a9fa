package org.shareexplorer.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.app.Core;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.job.Progress;
import org.shareexplorer.job.Running;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.settings.Folders;

/**
 * The process in which all is done with one table that can be. Prints a line of JSON per action.
 */
final class BudgetRun {

  private static final long SECONDS = Long.getLong("budget.seconds", 240);

  private BudgetRun() {}

  /**
   * Runs.
   *
   * @param arguments the server, the table, part of the names of actions wanted (all if empty)
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory(Path.of(System.getProperty("budget.folder")), "home-");
    Core core = new Core(Folders.under(folder));
    Outcome opened;
    long start = System.nanoTime();
    Actions actions = new Actions(core, arguments[0], arguments[1], folder);
    opened = new Outcome("answer", "opened", (System.nanoTime() - start) / 1e9, 0, 0);
    print(arguments[1], "open", opened);
    for (Map.Entry<String, Actions.Step> step : actions.steps().entrySet()) {
      if (arguments.length < 3 || step.getKey().contains(arguments[2])) {
        print(arguments[1], step.getKey(), outcome(core.jobs(), step.getValue()));
      }
    }
    core.close();
    System.exit(0);
  }

  private record Outcome(String kind, String said, double seconds, long heap, long process) {}

  private static void print(String table, String action, Outcome outcome) throws Exception {
    String said = outcome.said.strip().replace('\n', ' ');
    System.out.println(
        new JsonMapper()
            .createObjectNode()
            .put("table", table)
            .put("action", action)
            .put("kind", outcome.kind)
            .put("said", said.length() <= 400 ? said : said.substring(0, 400) + "…")
            .put("seconds", outcome.seconds)
            .put("heap", outcome.heap >> 20)
            .put("process", outcome.process >> 20));
  }

  private static Outcome outcome(Jobs jobs, Actions.Step step) throws Exception {
    System.gc();
    resetPeak();
    AtomicLong heap = new AtomicLong();
    Thread watch = Thread.ofPlatform().daemon().start(() -> watch(heap));
    long start = System.nanoTime();
    Running<String> running = jobs.start(job -> within(step, job));
    CompletableFuture<@Nullable Throwable> ended = new CompletableFuture<>();
    running.whenDone((_, failure) -> ended.complete(failure));
    String kind;
    String said;
    try {
      Throwable failure = ended.get(SECONDS, TimeUnit.SECONDS);
      kind = failure == null ? "answer" : "FAILURE";
      said = failure == null ? running.join() : failure.toString();
      if (failure instanceof ProblemException told) {
        kind = told.problem().code().text();
        said = told.problem().what() + " " + told.problem().why() + " " + told.problem().detail();
      }
    } catch (TimeoutException e) {
      long cancelled = System.nanoTime();
      Progress last = running.progress();
      running.cancel();
      kind = "cancelled";
      try {
        var _ = ended.get(60, TimeUnit.SECONDS);
        said =
            "ended %d ms after; it was at %s%s"
                .formatted(
                    (System.nanoTime() - cancelled) / 1_000_000,
                    last.doing(),
                    last.known() ? ", %.0f %%".formatted(100 * last.fraction()) : "");
      } catch (TimeoutException still) {
        said = "did not end";
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    watch.interrupt();
    return new Outcome(kind, said, seconds, heap.get(), Memory.processPeak());
  }

  static String within(Actions.Step step, Job job) {
    try {
      return step.with(job);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void resetPeak() throws Exception {
    Path clear = Path.of("/proc/self/clear_refs");
    if (Files.exists(clear)) {
      Files.writeString(clear, "5");
    }
  }

  private static void watch(AtomicLong most) {
    try {
      while (true) {
        most.accumulateAndGet(
            ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(), Math::max);
        Thread.sleep(5);
      }
    } catch (InterruptedException e) {
      // The end.
    }
  }
}
