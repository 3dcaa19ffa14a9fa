package org.shareexplorer.ui.pivot;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shareexplorer.chart.ChartColumns;
import org.shareexplorer.engine.Aggregate;
import org.shareexplorer.engine.Bucket;
import org.shareexplorer.engine.sql.Pivot;
import org.shareexplorer.table.Field;

/** What is likely to be wanted of a table's columns. */
final class Likely {

  private static final int COLUMNS = 10;

  private Likely() {}

  /** {@return figures, the likeliest first} */
  static List<Pivot.Value> values(List<Field> fields) {
    ChartColumns columns = new ChartColumns(fields);
    return columns.values().stream()
        .flatMap(name -> columns.named(name).stream())
        .flatMap(field ->
            Stream.of(Aggregate.SUM, Aggregate.MEAN)
                .map(aggregate -> new Pivot.Value(aggregate, Optional.of(field))))
        .toList();
  }

  /** {@return a pivot to begin with: the likeliest group, split by time, and its likeliest sum} */
  static Pivot pivot(List<Field> fields, ZoneId zone) {
    ChartColumns columns = new ChartColumns(fields);
    Optional<Field> time = columns.times().stream().findFirst().flatMap(columns::named);
    Optional<Field> group =
        columns
            .likelyGroup()
            .or(() ->
                columns.groups().stream()
                    .filter(name -> time.isEmpty() || !name.equals(time.get().name()))
                    .findFirst())
            .flatMap(columns::named);
    Pivot.Value value =
        values(fields).stream()
            .findFirst()
            .orElse(new Pivot.Value(Aggregate.COUNT, Optional.empty()));
    return new Pivot(
        group.stream().map(field -> new Pivot.Key(field, Optional.empty())).toList(),
        time.map(
            field -> new Pivot.Across(new Pivot.Key(field, Optional.of(Bucket.YEAR)), COLUMNS)),
        List.of(value),
        zone);
  }
}
