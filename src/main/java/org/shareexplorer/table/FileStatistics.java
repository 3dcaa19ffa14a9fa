package org.shareexplorer.table;

import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What a provider's statistics say of one data file (Delta protocol, "Per-file Statistics").
 *
 * @param rows rows in the file before deletions, if they say so
 * @param tight whether they say that their figures are of the rows that are left; empty statistics
 *     and most writers say nothing
 * @param columns what they say of each column asked for, in that order
 */
public record FileStatistics(OptionalLong rows, @Nullable Boolean tight, List<Figures> columns) {

  /**
   * What they say of one column.
   *
   * @param nulls rows without a value, of all rows in the file; null if not said
   * @param min the least value; null if not said, or not readable as the column's type
   * @param max the greatest value
   */
  public record Figures(@Nullable Long nulls, @Nullable Extreme min, @Nullable Extreme max) {

    static final Figures NONE = new Figures(null, null, null);
  }

  /**
   * A least or greatest value.
   *
   * @param value of the column's type (see {@link Values}); a floating point number may be NaN or
   *     infinite
   */
  public record Extreme(Object value, Precision precision) {}

  /** How near a least or greatest value is to the true one; the better first. */
  public enum Precision {
    /** The value is there. */
    EXACT,
    /** Cut down to milliseconds: the true one may be up to 999 microseconds later. */
    MILLISECONDS,
    /** No value lies beyond; whether one reaches so far is not known. */
    BOUND
  }
}
