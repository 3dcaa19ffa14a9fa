package org.shareexplorer.doctor;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.shareexplorer.problem.Problem;

/**
 * What one step showed. Holds no secret.
 *
 * @param step the step
 * @param result how it went
 * @param took how long; zero if it was not tried
 * @param words what there is to say, in a sentence or two; may be empty
 * @param problem what failed, if it did
 * @param facts what it brought to light
 */
public record Finding(
    Step step,
    Result result,
    Duration took,
    String words,
    Optional<Problem> problem,
    List<Fact> facts) {

  public Finding {
    facts = List.copyOf(facts);
  }

  /** {@return the finding of a step without an outcome} */
  public static Finding open(Step step, Result result) {
    return new Finding(step, result, Duration.ZERO, "", Optional.empty(), List.of());
  }
}
