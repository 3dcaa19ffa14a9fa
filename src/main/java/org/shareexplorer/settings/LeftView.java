package org.shareexplorer.settings;

import java.util.List;

/**
 * How a person left the rows of a table.
 *
 * @param conditions which rows were wanted
 * @param order what they were sorted by, the most important first
 * @param columns all columns as they stood, from left to right; none if they stood as they come
 */
public record LeftView(List<Condition> conditions, List<Order> order, List<Column> columns) {

  /** All rows and columns as they come. */
  public static final LeftView PLAIN = new LeftView(List.of(), List.of(), List.of());

  /**
   * A condition.
   *
   * @param text as conditions are written by hand
   * @param off whether it was put aside
   */
  public record Condition(String text, boolean off) {}

  /** A column that rows were sorted by. */
  public record Order(String column, boolean descending) {}

  /**
   * A column on screen.
   *
   * @param width in pixels
   * @param hidden whether it was left out
   * @param frozen whether it stayed in sight while others scrolled
   */
  public record Column(String name, double width, boolean hidden, boolean frozen) {}

  public LeftView {
    conditions = List.copyOf(conditions);
    order = List.copyOf(order);
    columns = List.copyOf(columns);
  }
}
