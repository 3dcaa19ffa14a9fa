package org.shareexplorer.ui.dashboard;

import org.shareexplorer.dashboard.TileAnswer;
import org.shareexplorer.job.Progress;
import org.shareexplorer.problem.Problem;

/** How far a tile is. */
sealed interface TileState {

  /** Its tables are being asked. */
  record Loading(Progress progress) implements TileState {}

  /** The person stopped it. */
  record Stopped() implements TileState {}

  /** There is something to see. */
  record Ready(TileAnswer answer) implements TileState {}

  /** There is not, for a reason. */
  record Failed(Problem problem) implements TileState {}
}
