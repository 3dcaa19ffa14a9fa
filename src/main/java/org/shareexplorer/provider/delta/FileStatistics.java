package org.shareexplorer.provider.delta;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The {@code stats} of a file, gathered while it is written. */
final class FileStatistics {

  /** A place in the statistics: a column, or the struct whose parts follow. */
  private record Place(String struct, ColumnStatistics column) {}

  private final List<Place> places = new ArrayList<>();
  private final List<ColumnStatistics> leaves = new ArrayList<>();

  FileStatistics(List<Column> columns) {
    for (Column column : columns) {
      if (column.type() instanceof ColumnType.Struct struct) {
        for (Column part : struct.parts()) {
          place(column.name(), part);
        }
      } else {
        place("", column);
        if (column.type() instanceof ColumnType.StringMap) {
          // A map's values have a Parquet column of their own, but no statistics.
          leaves.add(new ColumnStatistics("", column.type()));
        }
      }
    }
  }

  private void place(String struct, Column column) {
    ColumnStatistics statistics = new ColumnStatistics(column.name(), column.type());
    places.add(new Place(struct, statistics));
    leaves.add(statistics);
  }

  /** {@return one per Parquet column, in the schema's order} */
  ColumnStatistics[] leaves() {
    return leaves.toArray(ColumnStatistics[]::new);
  }

  /** {@return the figures as JSON text} */
  String text(long rows) {
    ObjectNode stats = Json.object().put("numRecords", rows);
    ObjectNode least = stats.putObject("minValues");
    ObjectNode greatest = stats.putObject("maxValues");
    ObjectNode nulls = stats.putObject("nullCount");
    for (Place place : places) {
      String struct = place.struct();
      if (struct.isEmpty()) {
        place.column().writeTo(least, greatest, nulls);
      } else {
        place
            .column()
            .writeTo(
                least.withObjectProperty(struct),
                greatest.withObjectProperty(struct),
                nulls.withObjectProperty(struct));
      }
    }
    return stats.toString();
  }
}
