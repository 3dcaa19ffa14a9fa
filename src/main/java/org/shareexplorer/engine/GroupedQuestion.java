package org.shareexplorer.engine;

import java.util.List;

/**
 * What do groups of rows amount to?
 *
 * @param by how rows are put into groups; with two keys, by each pair of them that occurs; with
 *     none, all rows are one group
 * @param totals what is computed per group, besides the number of its rows
 */
public record GroupedQuestion(List<GroupKey> by, List<Total> totals) implements Question<Grouped> {

  /** Copies its lists. */
  public GroupedQuestion {
    by = List.copyOf(by);
    totals = List.copyOf(totals);
  }
}
