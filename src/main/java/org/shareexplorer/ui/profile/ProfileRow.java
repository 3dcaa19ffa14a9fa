package org.shareexplorer.ui.profile;

import org.shareexplorer.engine.Summary.ColumnSummary;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.table.Field;

/**
 * One column's line in the profile.
 *
 * @param field the column
 * @param state how far its figures are
 */
public record ProfileRow(Field field, State state) {

  /** How far a column's figures are. */
  public sealed interface State {

    /** Not asked for yet. */
    record Waiting() implements State {}

    /** Being computed. */
    record Computing() implements State {}

    /** There, exact over all rows. */
    record Known(long rows, ColumnSummary figures) implements State {}

    /** Could not be had. */
    record Failed(Problem problem) implements State {}
  }
}
