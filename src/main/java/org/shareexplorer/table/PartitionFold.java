package org.shareexplorer.table;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.table.ColumnStatistics.Count;
import org.shareexplorer.table.FileStatistics.Extreme;
import org.shareexplorer.table.FileStatistics.Figures;
import org.shareexplorer.table.FileStatistics.Precision;

/** Of a partition column everything is known: each file has one value in all its rows. */
final class PartitionFold implements ColumnFold {

  private static final int MOST_VALUES = 10_000;

  private final Field field;
  private final Map<Object, Long> rows;
  private final Furthest min;
  private final Furthest max;
  private long nulls;
  private long mostNulls;
  private boolean known = true;

  PartitionFold(Field field) {
    this.field = field;
    this.rows = new HashMap<>();
    this.min = new Furthest(field.type(), false);
    this.max = new Furthest(field.type(), true);
  }

  private PartitionFold(PartitionFold other) {
    this.field = other.field;
    this.rows = new HashMap<>(other.rows);
    this.min = new Furthest(other.min);
    this.max = new Furthest(other.max);
    this.nulls = other.nulls;
    this.mostNulls = other.mostNulls;
    this.known = other.known;
  }

  @Override
  public PartitionFold copy() {
    return new PartitionFold(this);
  }

  @Override
  public void add(DataFile file, FileStatistics statistics, Figures figures) {
    OptionalLong left = file.rowsLeft();
    if (left.isPresent() && left.getAsLong() == 0) {
      return;
    }
    known &= left.isPresent();
    Object value = PartitionValue.parse(file.partitionValues().get(field.name()), field.type());
    if (value == null) {
      nulls += left.orElse(0);
      mostNulls = ColumnFold.sum(mostNulls, left.orElse(Long.MAX_VALUE));
      return;
    }
    if (value instanceof Values.Undecodable) {
      known = false;
      min.lost();
      max.lost();
      return;
    }
    if (known && rows.size() <= MOST_VALUES) {
      rows.merge(value, left.getAsLong(), Long::sum);
    }
    // A file that may be empty still bounds.
    Extreme extreme = new Extreme(value, left.isPresent() ? Precision.EXACT : Precision.BOUND);
    min.add(extreme);
    max.add(extreme);
  }

  @Override
  public ColumnStatistics result() {
    return new ColumnStatistics(
        field, new Count(nulls, mostNulls), min.result(), max.result(), values());
  }

  private @Nullable List<ValueCount> values() {
    if (!known || rows.size() > MOST_VALUES) {
      return null;
    }
    return rows.entrySet().stream()
        .map(entry -> new ValueCount(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparingLong(ValueCount::rows)
                .reversed()
                .thenComparing(ValueCount::value, ValueOrder.of(field.type())))
        .toList();
  }
}
