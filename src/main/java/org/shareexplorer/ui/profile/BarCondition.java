package org.shareexplorer.ui.profile;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.shareexplorer.engine.ColumnProfile;
import org.shareexplorer.engine.ColumnProfile.Bin;
import org.shareexplorer.table.CellText;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.ValueCount;
import org.shareexplorer.table.filter.Comparison;
import org.shareexplorer.table.filter.Literals;
import org.shareexplorer.table.filter.Predicate;

/** The condition that lets just those rows match that a profile's bar stands for. */
final class BarCondition {

  private BarCondition() {}

  /** {@return the condition of a bar, by its number; empty if there is no such bar} */
  static Optional<Predicate> of(ColumnProfile profile, int bar) {
    int bars = profile.bins().isEmpty() ? profile.top().size() : profile.bins().size();
    if (bar < 0 || bar >= bars) {
      return Optional.empty();
    }
    return profile.bins().isEmpty()
        ? Optional.of(of(profile.field(), profile.top().get(bar)))
        : range(profile.field(), profile.bins().get(bar), bar == bars - 1);
  }

  /** {@return that a column has a value} */
  static Predicate of(Field field, ValueCount value) {
    return new Predicate.OneOf(field, List.of(value.value()));
  }

  /** A bin's upper edge belongs to the next one, but the last bin's to itself. */
  private static Optional<Predicate> range(Field field, Bin bin, boolean last) {
    Optional<Predicate> from = end(field, Comparison.AT_LEAST, bin.from());
    Optional<Predicate> to = end(field, last ? Comparison.AT_MOST : Comparison.LESS, bin.to());
    // Beyond an edge that the type does not reach there are no values.
    return from.map(lower -> to.map(upper -> Predicate.and(List.of(lower, upper))).orElse(lower));
  }

  private static Optional<Predicate> end(Field field, Comparison comparison, Object edge) {
    try {
      return Optional.of(Literals.compared(field, comparison, text(field, comparison, edge)));
    } catch (Literals.Unfit e) {
      return Optional.empty();
    }
  }

  private static String text(Field field, Comparison comparison, Object edge) {
    if (!(edge instanceof Double number)) {
      return CellText.plain(edge);
    }
    if (field.type() == Simple.FLOAT && comparison != Comparison.AT_MOST) {
      // The nearest narrow number may lie below the edge, in the bin before.
      float near = number.floatValue();
      return Float.toString(near < number ? Math.nextUp(near) : near);
    }
    return BigDecimal.valueOf(number).toPlainString();
  }
}
