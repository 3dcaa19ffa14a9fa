package org.shareexplorer.engine;

import java.util.List;
import org.shareexplorer.table.filter.Predicate;

/**
 * Which rows of a table are wanted, in which order.
 *
 * @param filter only rows that match
 * @param order what to sort by, the most important first; rows that are equal in all of it, and all
 *     rows if it is empty, stand in the table's order
 */
public record View(Predicate filter, List<Order> order) {

  /** All rows in the table's order. */
  public static final View ALL = new View(Predicate.all(), List.of());

  public View {
    order = List.copyOf(order);
  }

  /** {@return whether it is all rows in the table's order} */
  public boolean plain() {
    return filter.matchesAll() && order.isEmpty();
  }
}
