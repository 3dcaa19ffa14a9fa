package org.shareexplorer.engine.sql;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the keys of two tables match, over all rows.
 *
 * @param pairs how many pairs of rows match
 */
public record JoinCounts(Rows left, Rows right, long pairs) {

  /**
   * The rows of one table.
   *
   * @param all how many there are
   * @param nulls how many have a null in their key, and so match none
   * @param repeated how many share their key with another row of the table
   * @param matched how many match at least one row of the other table
   */
  public record Rows(long all, long nulls, long repeated, long matched) {

    /** {@return how many match none} */
    public long unmatched() {
      return all - matched;
    }
  }

  /** {@return the counts in the only row of {@link Join#countsSql}} */
  public static JoinCounts of(List<@Nullable Object> row) {
    return new JoinCounts(
        new Rows(number(row, 0), number(row, 1), number(row, 2), number(row, 3)),
        new Rows(number(row, 4), number(row, 5), number(row, 6), number(row, 7)),
        number(row, 8));
  }

  /** {@return how many rows a join of the two has} */
  public long rows(Join.Kind kind) {
    return switch (kind) {
      case INNER -> pairs;
      case LEFT -> pairs + left.unmatched();
      case RIGHT -> pairs + right.unmatched();
      case FULL -> pairs + left.unmatched() + right.unmatched();
      case ANTI -> left.unmatched();
    };
  }

  /** {@return whether rows of the left table match several of the right one} */
  public boolean repeatsLeft() {
    return pairs > left.matched();
  }

  /** {@return whether rows of the right table match several of the left one} */
  public boolean repeatsRight() {
    return pairs > right.matched();
  }

  private static long number(List<@Nullable Object> row, int at) {
    return new BigDecimal(Objects.requireNonNull(row.get(at)).toString()).longValueExact();
  }
}
