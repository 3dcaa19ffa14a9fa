package org.shareexplorer.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.app.Core;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.View;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Running;
import org.shareexplorer.profile.ProfileReader;
import org.shareexplorer.protocol.AsOf;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.settings.Folders;
import org.shareexplorer.table.filter.FilterParser;

/**
 * The process in which all that can be done with one table is cancelled, at several moments each:
 * how long it takes until who waited for it is free, until a question about another, small table is
 * answered right then, and until the work has really ended. Prints a line of JSON per action.
 */
final class CancelRun {

  private static final List<Long> MOMENTS = List.of(100L, 400L, 1_000L, 2_000L, 4_000L, 8_000L);

  private final Core core;
  private final OpenTable small;
  private int asked;

  private CancelRun(Core core, OpenTable small) {
    this.core = core;
    this.small = small;
  }

  /**
   * Runs.
   *
   * @param arguments the server, the table, part of the names of actions wanted (all if empty)
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory(Path.of(System.getProperty("budget.folder")), "home-");
    Core core = new Core(Folders.under(folder));
    Actions actions = new Actions(core, arguments[0], arguments[1], folder);
    CancelRun run =
        new CancelRun(
            core,
            core.sources()
                .engine()
                .open(
                    core.sources()
                        .clients()
                        .of(ProfileReader.parse(Actions.credential(arguments[0]), "the budgets")),
                    new TableName("bench", "bench", HostileTables.SMALL),
                    AsOf.LATEST,
                    Job.unattended()));
    run.next();
    for (Map.Entry<String, Actions.Step> step : actions.steps().entrySet()) {
      // Commands end with their process.
      if (!step.getKey().startsWith("command")
          && (arguments.length < 3 || step.getKey().contains(arguments[2]))) {
        System.out.println(
            run.worst(step.getValue())
                .put("table", arguments[1])
                .put("action", step.getKey())
                .put("process", Memory.processPeak() >> 20));
      }
    }
    core.close();
    System.exit(0);
  }

  private ObjectNode worst(Actions.Step step) throws Exception {
    long free = 0;
    long next = 0;
    long end = 0;
    long left = 0;
    int cancelled = 0;
    String at = "";
    for (long moment : MOMENTS) {
      Running<String> running = core.jobs().start(job -> BudgetRun.within(step, job));
      CompletableFuture<@Nullable Throwable> ended = new CompletableFuture<>();
      running.whenDone((_, failure) -> ended.complete(failure));
      try {
        var _ = ended.get(moment, TimeUnit.MILLISECONDS);
        break;
      } catch (TimeoutException e) {
        // It still runs.
      }
      String doing = running.progress().doing();
      long start = System.nanoTime();
      running.cancel();
      if (!(ended.get(60, TimeUnit.SECONDS) instanceof CancellationException)) {
        continue;
      }
      cancelled++;
      free = Math.max(free, since(start));
      left = Math.max(left, core.jobs().ending());
      long asking = System.nanoTime();
      next();
      next = Math.max(next, since(asking));
      while (core.jobs().ending() > 0) {
        Thread.sleep(2);
      }
      if (since(start) > end) {
        end = since(start);
        at = doing;
      }
    }
    return new JsonMapper()
        .createObjectNode()
        .put("times", cancelled)
        .put("free", free)
        .put("next", next)
        .put("end", end)
        .put("left", left)
        .put("at", at);
  }

  private static long since(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }

  /** A question that was not asked before, and is answered by the database. */
  private void next() {
    asked++;
    Job job = Job.unattended();
    long rows =
        small
            .viewed(
                new View(
                    FilterParser.parse("id >= " + asked, small.snapshot().fields()), List.of()),
                job)
            .countRows(job);
    if (rows != HostileTables.SMALL_ROWS - asked) {
      throw new AssertionError("a wrong answer: " + rows);
    }
  }
}
