package org.shareexplorer.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pearson's correlations of columns, two by two, over all rows where both have a finite value.
 *
 * @param columns the columns
 * @param pairs each pair of two different columns once, ordered by the first, then the second
 * @param rows all rows
 */
public record Correlations(List<String> columns, List<Pair> pairs, long rows) {

  /**
   * Two columns.
   *
   * @param first the number of the one, from 0
   * @param second the number of the other, greater than the first
   * @param coefficient from −1 to 1; null if one of them does not vary
   * @param rows rows where both have a value
   */
  public record Pair(int first, int second, @Nullable Double coefficient, long rows) {}

  /** {@return what is known of two different columns} */
  public Pair of(int one, int other) {
    int first = Math.min(one, other);
    int second = Math.max(one, other);
    return pairs.stream()
        .filter(pair -> pair.first() == first && pair.second() == second)
        .findFirst()
        .orElseThrow();
  }
}
