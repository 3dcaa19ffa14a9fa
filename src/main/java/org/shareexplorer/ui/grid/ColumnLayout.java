package org.shareexplorer.ui.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.shareexplorer.settings.LeftView;
import org.shareexplorer.table.Field;

/**
 * Which columns the grid shows, in which order and how wide. Immutable. A column is named by its
 * index in the table; a place counts the shown columns from the left, frozen ones first.
 *
 * @param columns all columns, in the order that the person gave them
 */
record ColumnLayout(List<GridColumn> columns) {

  static ColumnLayout of(List<Field> fields) {
    return new ColumnLayout(
        IntStream.range(0, fields.size())
            .mapToObj(i ->
                new GridColumn(i, fields.get(i), ColumnWidths.guess(fields.get(i)), false, false))
            .toList());
  }

  /**
   * {@return these columns as others of their names were left; new ones come last}
   *
   * @param left from left to right
   */
  ColumnLayout as(List<LeftView.Column> left) {
    List<GridColumn> order = new ArrayList<>();
    for (LeftView.Column was : left) {
      columns.stream()
          .filter(column -> column.name().equals(was.name()))
          .map(column ->
              column.withWidth(was.width()).withHidden(was.hidden()).withFrozen(was.frozen()))
          .findFirst()
          .ifPresent(order::add);
    }
    columns.stream()
        .filter(column -> order.stream().noneMatch(c -> c.index() == column.index()))
        .forEach(order::add);
    ColumnLayout arranged = new ColumnLayout(List.copyOf(order));
    return arranged.shown().isEmpty() ? arranged.showAll() : arranged;
  }

  /** {@return the columns as they are remembered} */
  List<LeftView.Column> left() {
    return columns.stream()
        .map(c -> new LeftView.Column(c.name(), c.width(), c.hidden(), c.frozen()))
        .toList();
  }

  /** {@return the columns on screen from left to right} */
  List<GridColumn> shown() {
    return Stream.concat(frozen().stream(), scrolling().stream()).toList();
  }

  List<GridColumn> frozen() {
    return columns.stream().filter(c -> !c.hidden() && c.frozen()).toList();
  }

  List<GridColumn> scrolling() {
    return columns.stream().filter(c -> !c.hidden() && !c.frozen()).toList();
  }

  GridColumn column(int index) {
    return columns.stream().filter(c -> c.index() == index).findFirst().orElseThrow();
  }

  /** {@return the place of a column, or -1 if it is hidden} */
  int placeOf(int index) {
    List<GridColumn> shown = shown();
    return IntStream.range(0, shown.size())
        .filter(place -> shown.get(place).index() == index)
        .findFirst()
        .orElse(-1);
  }

  ColumnLayout resize(int index, double width) {
    return change(index, column -> column.withWidth(width));
  }

  /** Hides a column, unless it is the last one on screen. */
  ColumnLayout hide(int index) {
    return shown().size() <= 1 ? this : change(index, column -> column.withHidden(true));
  }

  ColumnLayout show(int index) {
    return change(index, column -> column.withHidden(false));
  }

  ColumnLayout showAll() {
    return new ColumnLayout(columns.stream().map(column -> column.withHidden(false)).toList());
  }

  ColumnLayout freeze(int index, boolean frozen) {
    return change(index, column -> column.withFrozen(frozen));
  }

  /** Puts a column where another one is, which makes room to the right or, from the left, left. */
  ColumnLayout move(int index, int where) {
    GridColumn moved = column(index);
    GridColumn target = column(where);
    List<GridColumn> order = new ArrayList<>(columns);
    int to = order.indexOf(target);
    order.remove(moved);
    order.add(to, moved.withFrozen(target.frozen()));
    return new ColumnLayout(List.copyOf(order));
  }

  private ColumnLayout change(int index, UnaryOperator<GridColumn> change) {
    return new ColumnLayout(
        columns.stream()
            .map(column -> column.index() == index ? change.apply(column) : column)
            .toList());
  }
}
