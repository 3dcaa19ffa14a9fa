package org.shareexplorer.table.filter;

import org.jspecify.annotations.Nullable;
import org.shareexplorer.table.Values;

/**
 * What is known of a column's values in some rows, such as those of a file. Bounds need not be
 * values that occur. Texts may be bounded by {@link Values.Bytes}, as a bound may be cut within a
 * character.
 *
 * @param least no value is less; null if unknown. NaN is not bounded by either
 * @param most no value is greater; null if unknown
 * @param prefix whether {@code most} is only the beginning of a greatest text
 * @param nulls whether some of the values may be null
 * @param values whether some of the values may not be null
 */
public record Bounds(
    @Nullable Object least, @Nullable Object most, boolean prefix, boolean nulls, boolean values) {

  /** Nothing is known. */
  public static final Bounds UNKNOWN = new Bounds(null, null, false, true, true);

  /** All values are null. */
  public static final Bounds ONLY_NULL = new Bounds(null, null, false, true, false);

  public Bounds {
    boolean unordered =
        Literals.notANumber(least)
            || Literals.notANumber(most)
            || (least != null && most != null && !prefix && ValueOrder.compare(least, most) > 0);
    if (unordered) {
      // Whoever wrote them was mistaken: they say nothing.
      least = null;
      most = null;
    }
  }

  /** {@return the bounds of a column that has one value, or null, in all rows} */
  public static Bounds constant(@Nullable Object value) {
    return switch (value) {
      case null -> ONLY_NULL;
      case Values.Undecodable _ -> UNKNOWN;
      default -> new Bounds(value, value, false, false, true);
    };
  }

  /** Whether some value may be less than, or if wanted equal to, a given one. */
  boolean mayBeLess(Object value, boolean orEqual) {
    return least == null || fits(ValueOrder.compare(least, value), orEqual);
  }

  /** Whether some value may be greater than, or if wanted equal to, a given one. */
  boolean mayBeGreater(Object value, boolean orEqual) {
    return most == null
        || fits(ValueOrder.compare(value, most), orEqual)
        || (prefix && ValueOrder.beginsWith(value, most));
  }

  private static boolean fits(int order, boolean orEqual) {
    return order < 0 || (orEqual && order == 0);
  }

  /** Whether all values that are neither null nor NaN are known to equal a given one. */
  boolean mustEqual(Object value) {
    return least != null
        && most != null
        && !prefix
        && ValueOrder.compare(least, value) == 0
        && ValueOrder.compare(most, value) == 0;
  }

  /** Whether some text may begin with a given one. */
  boolean mayBeginWith(String text) {
    boolean notBelow = most == null || mayBeGreater(text, true) || beginsWith(most, text);
    boolean notAbove = least == null || mayBeLess(text, true) || beginsWith(least, text);
    return notBelow && notAbove;
  }

  private static boolean beginsWith(@Nullable Object bound, String text) {
    return bound != null && ValueOrder.beginsWith(bound, text);
  }
}
