package org.shareexplorer.ui.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shareexplorer.engine.Order;
import org.shareexplorer.engine.View;
import org.shareexplorer.table.filter.Predicate;

/**
 * Which rows a person wants to see, in which order.
 *
 * @param conditions all of which hold, but those that are off
 * @param order what to sort by, the most important first
 */
public record FilterState(List<Condition> conditions, List<Order> order) {

  /** All rows, in the table's order. */
  public static final FilterState NONE = new FilterState(List.of(), List.of());

  /**
   * A condition.
   *
   * @param off whether it is put aside for now
   */
  public record Condition(Predicate predicate, boolean off) {}

  public FilterState {
    conditions = List.copyOf(conditions);
    order = List.copyOf(order);
  }

  /** {@return what to ask the engine for} */
  public View view() {
    List<Predicate> active =
        conditions.stream().filter(c -> !c.off()).map(Condition::predicate).toList();
    return new View(active.isEmpty() ? Predicate.all() : Predicate.and(active), order);
  }

  FilterState with(Predicate predicate) {
    List<Condition> more = new ArrayList<>(conditions);
    more.add(new Condition(predicate, false));
    return new FilterState(more.stream().distinct().toList(), order);
  }

  FilterState replaced(int place, Condition by) {
    List<Condition> others = new ArrayList<>(conditions);
    others.set(place, by);
    return new FilterState(others, order);
  }

  FilterState without(int place) {
    List<Condition> others = new ArrayList<>(conditions);
    others.remove(place);
    return new FilterState(others, order);
  }

  FilterState sorted(List<Order> by) {
    return new FilterState(conditions, by);
  }

  /** {@return how rows are sorted by a column, if they are} */
  public Optional<Order> orderOf(String column) {
    return order.stream().filter(by -> by.column().equals(column)).findFirst();
  }
}
