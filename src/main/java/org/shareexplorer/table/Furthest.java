package org.shareexplorer.table;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.table.FileStatistics.Extreme;

/** The least or the greatest of some values, as far as it can be known. */
final class Furthest {

  private final Comparator<Object> order;
  private @Nullable Extreme furthest;
  private boolean lost;

  Furthest(DataType type, boolean greatest) {
    this.order = greatest ? ValueOrder.of(type).reversed() : ValueOrder.of(type);
  }

  Furthest(Furthest other) {
    this.order = other.order;
    this.furthest = other.furthest;
    this.lost = other.lost;
  }

  /**
   * Takes in a value. Of equal ones the more precise counts: it is there, whatever others may be.
   */
  void add(Extreme value) {
    if (furthest == null) {
      furthest = value;
      return;
    }
    int compared = order.compare(value.value(), furthest.value());
    if (compared < 0 || (compared == 0 && value.precision().compareTo(furthest.precision()) < 0)) {
      furthest = value;
    }
  }

  /** Some values are not known: so the furthest is not, either. */
  void lost() {
    lost = true;
  }

  @Nullable Extreme result() {
    return lost ? null : furthest;
  }
}
