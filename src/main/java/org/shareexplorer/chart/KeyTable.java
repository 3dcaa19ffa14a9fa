package org.shareexplorer.chart;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shareexplorer.engine.Grouped;
import org.shareexplorer.engine.Grouped.Group;

/** Groups with one or two keys as a table: a row per first key, a column per second. */
final class KeyTable {

  /** Stands for the second key where there is none. */
  static final Grouped.Key ONLY = new Grouped.Key.Of(true);

  private final List<Grouped.Key> rows;
  private final List<Grouped.Key> columns;
  private final Map<List<Grouped.Key>, Group> groups = new HashMap<>();

  private KeyTable(List<Grouped.Key> rows, List<Grouped.Key> columns) {
    this.rows = rows;
    this.columns = columns;
  }

  /**
   * Takes groups in their order; the second keys' order is that of their most rows, others last.
   */
  static KeyTable of(Grouped grouped) {
    Map<Grouped.Key, Long> sizes = new HashMap<>();
    for (Group group : grouped.groups()) {
      sizes.merge(second(group), group.rows(), Long::sum);
    }
    KeyTable table =
        new KeyTable(
            grouped.groups().stream().map(group -> group.keys().getFirst()).distinct().toList(),
            sizes.keySet().stream().sorted((one, other) -> compare(one, other, sizes)).toList());
    grouped.groups().forEach(g -> table.groups.put(List.of(g.keys().getFirst(), second(g)), g));
    return table;
  }

  private static int compare(Grouped.Key one, Grouped.Key other, Map<Grouped.Key, Long> sizes) {
    boolean oneRest = one instanceof Grouped.Key.Others;
    if (oneRest != other instanceof Grouped.Key.Others) {
      return oneRest ? 1 : -1;
    }
    int bySize = Long.compare(sizes.getOrDefault(other, 0L), sizes.getOrDefault(one, 0L));
    return bySize != 0 ? bySize : one.toString().compareTo(other.toString());
  }

  private static Grouped.Key second(Group group) {
    return group.keys().size() > 1 ? group.keys().get(1) : ONLY;
  }

  /** {@return the first keys} */
  List<Grouped.Key> rows() {
    return rows;
  }

  /** {@return the second keys; {@link #ONLY} if there are none} */
  List<Grouped.Key> columns() {
    return columns;
  }

  /** {@return the group of two keys, if it has rows} */
  Optional<Group> at(Grouped.Key row, Grouped.Key column) {
    return Optional.ofNullable(groups.get(List.of(row, column)));
  }

  /** {@return a group's first total as a place on an axis; NaN if there is none} */
  double place(Grouped.Key row, Grouped.Key column) {
    return at(row, column)
        .map(group -> Quantities.place(group.totals().getFirst()))
        .orElse(Double.NaN);
  }
}
