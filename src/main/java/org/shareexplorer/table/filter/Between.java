package org.shareexplorer.table.filter;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.shareexplorer.table.CellText;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;

/** The condition that a column's value is in a range. */
public final class Between {

  private Between() {}

  /**
   * {@return the condition; empty if no value of the column's type is as great as the least}
   *
   * @param from the least value, included: a number as {@code BigDecimal} or {@code Double}, else
   *     of the column's own type
   * @param to the greatest value
   * @param included whether the greatest is included
   */
  public static Optional<Predicate> of(Field field, Object from, Object to, boolean included) {
    if (included && from.equals(to)) {
      Optional<Predicate> same = end(field, Comparison.EQUAL, from);
      if (same.isPresent()) {
        return same;
      }
    }
    Optional<Predicate> lower = end(field, Comparison.AT_LEAST, from);
    Optional<Predicate> upper = end(field, included ? Comparison.AT_MOST : Comparison.LESS, to);
    // Beyond an edge that the type does not reach there are no values.
    return lower.map(
        least -> upper.map(greatest -> Predicate.and(List.of(least, greatest))).orElse(least));
  }

  private static Optional<Predicate> end(Field field, Comparison comparison, Object edge) {
    try {
      return Optional.of(Literals.compared(field, comparison, text(field, comparison, edge)));
    } catch (Literals.Unfit e) {
      return Optional.empty();
    }
  }

  private static String text(Field field, Comparison comparison, Object edge) {
    BigDecimal number =
        edge instanceof Double near
            ? BigDecimal.valueOf(near)
            : edge instanceof BigDecimal exact ? exact : null;
    if (number == null) {
      return CellText.plain(edge);
    }
    if (field.type() == Simple.FLOAT
        && (comparison == Comparison.AT_LEAST || comparison == Comparison.LESS)) {
      // The nearest narrow number may lie below the edge, in the range before.
      double wide = number.doubleValue();
      float near = (float) wide;
      return Float.toString(near < wide ? Math.nextUp(near) : near);
    }
    return number.toPlainString();
  }
}
