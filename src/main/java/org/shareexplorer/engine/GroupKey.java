package org.shareexplorer.engine;

import java.time.ZoneId;

/**
 * By what rows are put into groups, which groups are kept, and in which order.
 *
 * @param source what rows of a group have in common
 * @param rank the order of groups; null goes last among equals
 * @param most how many groups are kept, the first ones in their order; the rows of the others come
 *     as one group more
 */
public record GroupKey(Source source, Rank rank, int most) {

  /** All groups are kept. */
  public static final int ALL = Integer.MAX_VALUE;

  /** What rows of a group have in common. */
  public sealed interface Source {

    /** {@return the column it is made of} */
    String column();

    /** The value of a column; all nulls are one group, all NaN another. */
    record Value(String column) implements Source {}

    /**
     * A step in time.
     *
     * @param column a column of dates or timestamps
     * @param zone where a day begins, for columns that hold instants
     */
    record Step(String column, Bucket bucket, ZoneId zone) implements Source {}
  }

  /** An order of groups; of those that are equal in it, the lesser key goes first. */
  public enum Rank {
    /** By the key itself, ascending. */
    KEY,
    /** By the number of rows, the most first. */
    ROWS,
    /** By the question's first total, the greatest first. */
    GREATEST,
    /** By the question's first total, the least first. */
    LEAST
  }

  /** {@return a key of a column's values, of which the greatest by the first total are kept} */
  public static GroupKey top(String column, int most) {
    return new GroupKey(new Source.Value(column), Rank.GREATEST, most);
  }

  /** {@return a key of steps in time, all of them} */
  public static GroupKey steps(String column, Bucket bucket, ZoneId zone) {
    return new GroupKey(new Source.Step(column, bucket, zone), Rank.KEY, ALL);
  }
}
