package org.shareexplorer.ui.filter;

import java.util.ArrayList;
import java.util.List;
import org.shareexplorer.engine.Order;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.settings.LeftView;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.filter.FilterParser;
import org.shareexplorer.table.filter.FilterText;
import org.shareexplorer.table.filter.Literals;
import org.shareexplorer.table.filter.Predicate;

/**
 * Conditions and orders of an earlier time, as far as a table's columns still allow them.
 *
 * @param state what still holds
 * @param dropped what does not, each in a few words
 */
public record LeftFilter(FilterState state, List<String> dropped) {

  public LeftFilter {
    dropped = List.copyOf(dropped);
  }

  /** {@return what was left, for a table of these columns} */
  public static LeftFilter of(LeftView view, List<Field> fields) {
    List<FilterState.Condition> conditions = new ArrayList<>();
    List<Order> orders = new ArrayList<>();
    List<String> dropped = new ArrayList<>();
    for (LeftView.Condition condition : view.conditions()) {
      try {
        Predicate predicate = FilterParser.parse(condition.text(), fields);
        conditions.add(new FilterState.Condition(predicate, condition.off()));
      } catch (ProblemException e) {
        dropped.add(condition.text());
      }
    }
    for (LeftView.Order order : view.order()) {
      boolean sortable =
          fields.stream()
              .anyMatch(f -> f.name().equals(order.column()) && Literals.comparable(f.type()));
      if (sortable) {
        orders.add(new Order(order.column(), order.descending()));
      } else {
        dropped.add("sorted by " + order.column());
      }
    }
    return new LeftFilter(new FilterState(conditions, orders), dropped);
  }

  /** {@return the same for columns that may have changed} */
  public static LeftFilter of(FilterState state, List<Field> fields) {
    return of(view(state, List.of()), fields);
  }

  /** {@return conditions and orders as they are remembered, together with columns} */
  public static LeftView view(FilterState state, List<LeftView.Column> columns) {
    return new LeftView(
        state.conditions().stream()
            .map(c -> new LeftView.Condition(FilterText.of(c.predicate()), c.off()))
            .toList(),
        state.order().stream().map(o -> new LeftView.Order(o.column(), o.descending())).toList(),
        columns);
  }
}
