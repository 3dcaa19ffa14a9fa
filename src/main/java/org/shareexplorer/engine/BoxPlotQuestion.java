package org.shareexplorer.engine;

import java.util.Optional;

/**
 * Where does the middle of a numeric column's values lie, per group?
 *
 * @param column a numeric column
 * @param group the column to group by, or none for all rows together
 * @param mostGroups how many groups at most: those with the most rows are kept
 * @param density whether a density curve is computed for each group
 */
public record BoxPlotQuestion(
    String column, Optional<String> group, int mostGroups, boolean density)
    implements Question<BoxPlot> {

  /** Without density curves. */
  public BoxPlotQuestion(String column, Optional<String> group, int mostGroups) {
    this(column, group, mostGroups, false);
  }
}
