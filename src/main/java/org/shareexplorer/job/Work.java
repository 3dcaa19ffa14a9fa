package org.shareexplorer.job;

/** Blocking work that answers with a value. */
@FunctionalInterface
public interface Work<T> {

  /**
   * Does the work on the calling thread.
   *
   * @param job where progress goes and where cancellation comes from
   */
  T run(Job job) throws Exception;
}
