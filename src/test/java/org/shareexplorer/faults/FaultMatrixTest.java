package org.shareexplorer.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shareexplorer.engine.Questions;
import org.shareexplorer.faults.Cell.Outcome;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;

/**
 * Every fault at every place, lasting and in passing: either what was asked for comes, or a
 * sentence does; in time, with a bound to what is held in memory, leaving nothing behind.
 */
class FaultMatrixTest {

  /**
   * The longest wait for a single cell; what the time-outs of all its repeats add up to is less.
   */
  private static final long SECONDS = 60;

  /**
   * What is held is far less: the HTTP library looks for an end for a moment before it hangs up.
   */
  private static final long MOST_TAKEN = 600L << 20;

  @TempDir Path folder;

  @Test
  @Timeout(180)
  void everyCellEndsInSuccessOrInItsOwnSentence() throws Exception {
    Path page = Path.of("docs/faults.md");
    List<String> written = Files.readAllLines(page);
    Map<Cell, Outcome> outcomes = played(written);
    List<String> wrong = new ArrayList<>();
    Map<Place, String> good = new LinkedHashMap<>();
    outcomes.forEach((cell, outcome) -> {
      wrong.addAll(wrongIn(cell, outcome));
      if (outcome.problem().isEmpty()) {
        String value = outcome.value().orElse("");
        if (!good.merge(cell.place(), value, (a, b) -> a).equals(value)) {
          wrong.add(cell + ": came out differently");
        }
      }
    });
    assertThat(wrong).isEmpty();
    Matrix matrix = new Matrix(outcomes);
    if (Boolean.getBoolean("faults.write")) {
      Files.writeString(page, matrix.page());
    }
    List<String> now = matrix.page().lines().toList();
    assertThat(without(now, written)).as("new or other lines").isEmpty();
    assertThat(without(written, now)).as("lines that no longer hold").isEmpty();
    assertThat(now).isEqualTo(written);
  }

  private static List<String> without(List<String> lines, List<String> others) {
    return lines.stream().filter(line -> !others.contains(line)).toList();
  }

  private static List<String> wrongIn(Cell cell, Outcome outcome) {
    List<String> wrong = new ArrayList<>();
    outcome.problem().ifPresent(problem -> wrong.addAll(wrongIn(cell, problem)));
    if (outcome.connections() > 0) {
      wrong.add(cell + ": leaves connections open");
    }
    if (cell.satOut() && outcome.value().isEmpty()) {
      wrong.add(cell + ": is not sat out: " + outcome.problem());
    }
    if (outcome.endless() > MOST_TAKEN) {
      wrong.add(cell + ": takes " + outcome.endless() + " bytes");
    }
    return wrong;
  }

  private static List<String> wrongIn(Cell cell, Problem problem) {
    List<String> wrong = new ArrayList<>();
    if (problem.code() == ProblemCode.BUG
        || problem.what().isEmpty()
        || problem.why().isEmpty()
        || problem.remedy().isEmpty()) {
      wrong.add(cell + ": has no sentence: " + problem);
    }
    if (problem.toString().contains(Cell.CANARY)) {
      wrong.add(cell + ": tells a secret: " + problem);
    }
    return wrong;
  }

  private Map<Cell, Outcome> played(List<String> page) throws Exception {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    Map<Cell, Future<Outcome>> running = new LinkedHashMap<>();
    Map<Cell, Outcome> outcomes = new LinkedHashMap<>();
    Semaphore light = new Semaphore(64);
    Semaphore heavy = new Semaphore(2);
    try (Jobs jobs = new Jobs();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Questions questions = new Questions(jobs);
      for (Fault fault : Fault.all()) {
        for (Place place : Place.values()) {
          for (boolean once : new boolean[] {false, true}) {
            Cell cell = new Cell(place, fault, once);
            Semaphore turns = cell.heavy() ? heavy : light;
            Path own = folder.resolve("cell" + running.size());
            running.put(
                cell,
                threads.submit(() -> {
                  turns.acquire();
                  try {
                    return cell.play(own, jobs, questions);
                  } finally {
                    turns.release();
                  }
                }));
          }
        }
      }
      for (Map.Entry<Cell, Future<Outcome>> each : running.entrySet()) {
        outcomes.put(each.getKey(), each.getValue().get(SECONDS, TimeUnit.SECONDS));
      }
      // With so many at once, a computer may stand still for longer than one of them waits: what
      // comes out otherwise than the page says counts as it comes out by itself.
      for (Cell odd : odd(outcomes, page)) {
        outcomes.put(odd, odd.play(folder.resolve("again" + odd.hashCode()), jobs, questions));
      }
    }
    // Threads end a moment after their work has.
    for (int i = 0; i < 100 && !leftOver(before).isEmpty(); i++) {
      Thread.sleep(50);
    }
    assertThat(leftOver(before)).isEmpty();
    return outcomes;
  }

  private static List<Cell> odd(Map<Cell, Outcome> outcomes, List<String> page) {
    Matrix matrix = new Matrix(outcomes);
    return outcomes.entrySet().stream()
        .filter(each ->
            !wrongIn(each.getKey(), each.getValue()).isEmpty()
                || !page.containsAll(matrix.lines(each.getKey())))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The HTTP library's and the JDK's own threads end by themselves when idle for a while. */
  private static Set<String> leftOver(Set<Thread> before) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.isAlive() && !before.contains(thread))
        .map(Thread::getName)
        .filter(name ->
            !name.matches(
                "(OkHttp|Okio|ForkJoinPool|Common-Cleaner|VirtualThread|CompletableFutureDelay|MasterPoller|Read-|junit).*"))
        .collect(Collectors.toSet());
  }
}
