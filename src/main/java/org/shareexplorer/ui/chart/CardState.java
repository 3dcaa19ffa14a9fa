package org.shareexplorer.ui.chart;

import java.util.Optional;
import org.shareexplorer.chart.Chart;
import org.shareexplorer.job.Cost;
import org.shareexplorer.job.Progress;
import org.shareexplorer.problem.Problem;

/** How far a card's chart is. */
public sealed interface CardState {

  /** Not asked for yet, or stopped by the person. */
  record Idle() implements CardState {}

  /**
   * The table is being asked.
   *
   * @param glimpse what a few parts of the table look like, for as long as it takes; empty if that
   *     is not known
   */
  record Loading(Progress progress, Optional<Chart> glimpse) implements CardState {}

  /**
   * The figures are there.
   *
   * @param cost what they cost on the network
   * @param seconds how long they took
   */
  record Ready(Chart chart, Cost cost, double seconds) implements CardState {}

  /** The table did not answer. */
  record Failed(Problem problem) implements CardState {}
}
