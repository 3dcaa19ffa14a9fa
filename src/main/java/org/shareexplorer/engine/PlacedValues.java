package org.shareexplorer.engine;

import java.util.Comparator;
import java.util.Optional;
import org.shareexplorer.table.Values;
import org.shareexplorer.table.filter.ValueOrder;

/** The order that sorting puts values in (see {@link Order}). */
record PlacedValues(boolean descending) implements Comparator<Optional<Object>> {

  @Override
  public int compare(Optional<Object> a, Optional<Object> b) {
    int kinds = Integer.compare(kind(a), kind(b));
    if (kinds != 0 || kind(a) > 0) {
      return kinds;
    }
    int order = ValueOrder.compare(a.orElseThrow(), b.orElseThrow());
    return descending ? -order : order;
  }

  private static int kind(Optional<Object> value) {
    return switch (value.orElse(null)) {
      case null -> 2;
      case Values.Undecodable _ -> 2;
      case Double number when number.isNaN() -> 1;
      case Float number when number.isNaN() -> 1;
      default -> 0;
    };
  }
}
