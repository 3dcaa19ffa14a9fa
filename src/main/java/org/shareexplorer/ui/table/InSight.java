package org.shareexplorer.ui.table;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.View;
import org.shareexplorer.export.Recipe;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.settings.LeftView;
import org.shareexplorer.table.Field;
import org.shareexplorer.ui.export.TakenRows;

/** What of a table is in sight, to be taken along. */
final class InSight {

  private InSight() {}

  /**
   * {@return the rows with the columns that are not hidden, from left to right}
   *
   * @param version the version shown, if it is not just the newest
   * @param arranged how columns stand; none if they stand as they come
   * @param shown adds the charts that are shown
   */
  static TakenRows of(
      OpenTable rows,
      TableName table,
      OptionalLong version,
      View view,
      List<LeftView.Column> arranged,
      UnaryOperator<Recipe> shown) {
    List<String> all = rows.snapshot().fields().stream().map(Field::name).toList();
    List<String> columns = columns(all, arranged);
    return new TakenRows(
        rows,
        table.table(),
        columns,
        Optional.of(_ ->
            shown.apply(
                new Recipe(table, version, columns.equals(all) ? List.of() : columns, view))));
  }

  static List<String> columns(List<String> all, List<LeftView.Column> arranged) {
    Set<String> known =
        arranged.stream().map(LeftView.Column::name).collect(Collectors.toUnmodifiableSet());
    List<LeftView.Column> seen =
        arranged.stream().filter(c -> !c.hidden() && all.contains(c.name())).toList();
    List<String> columns =
        Stream.of(
                seen.stream().filter(LeftView.Column::frozen).map(LeftView.Column::name),
                seen.stream().filter(c -> !c.frozen()).map(LeftView.Column::name),
                all.stream().filter(name -> !known.contains(name)))
            .flatMap(names -> names)
            .toList();
    return columns.isEmpty() ? all : columns;
  }
}
