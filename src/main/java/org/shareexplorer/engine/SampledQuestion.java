package org.shareexplorer.engine;

/**
 * The same question about some of the rows, evenly spread over each file and always the same ones.
 *
 * @param question what is asked; its answer speaks of these rows alone
 * @param every one of so many rows counts; at least 2
 */
public record SampledQuestion<A>(Question<A> question, int every) implements Question<A> {

  /** Checks that there is something to leave out. */
  public SampledQuestion {
    if (every < 2) {
      throw new IllegalArgumentException("every " + every);
    }
  }
}
