package org.shareexplorer.dashboard;

import org.shareexplorer.problem.Problem;

/** How asking for a tile ended. */
public sealed interface TileOutcome {

  /** With something to see. */
  record Answered(TileAnswer answer) implements TileOutcome {}

  /** With a reason why there is nothing. */
  record Failed(Problem problem) implements TileOutcome {}
}
