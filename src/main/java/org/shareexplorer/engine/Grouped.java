package org.shareexplorer.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Groups of rows, exact over all rows, in the order of the first key's groups, then of the
 * second's.
 *
 * @param groups the groups that have rows
 * @param leftOut for each key, how many of its groups were not kept; their rows stand under {@link
 *     Key.Others}
 */
public record Grouped(List<Group> groups, List<Long> leftOut) {

  /**
   * One group.
   *
   * @param keys what its rows have in common, a key each of the question's
   * @param rows how many they are
   * @param totals the question's totals in its order: of counts a {@code Long}; of sums and means a
   *     {@code BigDecimal}; of medians and deviations a {@code Double}; of least and greatest
   *     values the column's own type (see {@code Values}); null where there was no value to compute
   *     of
   */
  public record Group(List<Key> keys, long rows, List<@Nullable Object> totals) {}

  /** What the rows of a group have in common. */
  public sealed interface Key {

    /**
     * A value of a column, or the first day of a step in time as a {@code LocalDate}.
     *
     * @param value as {@code Values} has it; null is a group of its own
     */
    record Of(@Nullable Object value) implements Key {}

    /** That they are in none of the groups kept. */
    record Others() implements Key {}
  }

  /** {@return the number of all rows} */
  public long rows() {
    return groups.stream().mapToLong(Group::rows).sum();
  }
}
