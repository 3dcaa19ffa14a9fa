package org.shareexplorer.doctor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.profile.Redaction;

/**
 * Where findings are written down while they come. One step is under way at a time; beginning the
 * next one, or ending one, tells whoever watches. Thread-safe.
 */
final class Chart {

  private final Map<Step, Finding> findings = new EnumMap<>(Step.class);
  private final Consumer<Finding> told;
  private final Redaction redaction;
  private final List<Fact> facts = new ArrayList<>();
  private Step at = Step.NAME;
  private long since = System.nanoTime();

  Chart(Consumer<Finding> told, Redaction redaction) {
    this.told = told;
    this.redaction = redaction;
  }

  /** Begins a step. */
  synchronized void begin(Step step) {
    at = step;
    since = System.nanoTime();
    facts.clear();
    write(Finding.open(step, Result.UNDER_WAY));
  }

  /** The step under way. */
  synchronized Step at() {
    return at;
  }

  /** Adds a fact to the step under way; a server may echo anything. */
  synchronized void fact(Fact given) {
    Fact fact = new Fact(given.name(), redaction.of(given.value()), given.open());
    if (!facts.contains(fact)) {
      facts.add(fact);
    }
  }

  synchronized void passed(String words) {
    end(Result.PASSED, words, Optional.empty());
  }

  synchronized void noted(String words) {
    end(Result.NOTED, words, Optional.empty());
  }

  synchronized void noted(Problem problem) {
    end(Result.NOTED, "", Optional.of(problem));
  }

  synchronized void failed(Problem problem, String more) {
    end(Result.FAILED, more, Optional.of(problem));
  }

  private void end(Result result, String words, Optional<Problem> problem) {
    Duration took = Duration.ofNanos(System.nanoTime() - since);
    write(new Finding(at, result, took, words, problem, facts));
  }

  private void write(Finding finding) {
    findings.put(finding.step(), finding);
    told.accept(finding);
  }

  /** All findings; what has none was not tried. */
  synchronized List<Finding> all() {
    List<Finding> all = new ArrayList<>();
    for (Step step : Step.values()) {
      Finding finding = findings.get(step);
      all.add(
          finding == null || finding.result() == Result.UNDER_WAY
              ? Finding.open(step, Result.NOT_TRIED)
              : finding);
    }
    return all;
  }
}
