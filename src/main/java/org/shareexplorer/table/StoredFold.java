package org.shareexplorer.table;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.protocol.FileLine.DeletionVectorLine;
import org.shareexplorer.table.ColumnStatistics.Count;
import org.shareexplorer.table.FileStatistics.Extreme;
import org.shareexplorer.table.FileStatistics.Figures;
import org.shareexplorer.table.FileStatistics.Precision;

/** Puts together what statistics say of a column that is stored in the files. */
final class StoredFold implements ColumnFold {

  private static final long REST_OF_MILLISECOND = 999;

  private final Field field;
  private final Furthest min;
  private final Furthest max;
  private long nulls;
  private long mostNulls;

  StoredFold(Field field) {
    this.field = field;
    this.min = new Furthest(field.type(), false);
    this.max = new Furthest(field.type(), true);
  }

  private StoredFold(StoredFold other) {
    this.field = other.field;
    this.min = new Furthest(other.min);
    this.max = new Furthest(other.max);
    this.nulls = other.nulls;
    this.mostNulls = other.mostNulls;
  }

  @Override
  public StoredFold copy() {
    return new StoredFold(this);
  }

  @Override
  public void add(DataFile file, FileStatistics statistics, Figures figures) {
    OptionalLong left = file.rowsLeft();
    if (left.isPresent() && left.getAsLong() == 0) {
      return;
    }
    boolean wide = wide(file, statistics);
    Count count = nulls(statistics, figures, left, wide);
    nulls += count.least();
    mostNulls = ColumnFold.sum(mostNulls, count.most());
    if (left.isPresent() && count.least() == left.getAsLong()) {
      return;
    }
    add(min, figures.min(), wide, 0);
    add(max, figures.max(), wide, REST_OF_MILLISECOND);
  }

  /** Figures may be of more rows than are left, unless they say that they are not. */
  private static boolean wide(DataFile file, FileStatistics statistics) {
    if (statistics.tight() != null) {
      return !statistics.tight();
    }
    return file.deletionVector().map(DeletionVectorLine::cardinality).orElse(0L) > 0;
  }

  private static Count nulls(
      FileStatistics statistics, Figures figures, OptionalLong left, boolean wide) {
    Long said = figures.nulls();
    if (said != null && said == 0) {
      return new Count(0, 0);
    }
    if (said != null && left.isPresent()) {
      if (statistics.rows().orElse(-1) == said) {
        return new Count(left.getAsLong(), left.getAsLong());
      }
      if (!wide && said <= left.getAsLong()) {
        return new Count(said, said);
      }
    } else if (said != null && !wide) {
      return new Count(said, said);
    }
    return new Count(0, left.orElse(Long.MAX_VALUE));
  }

  /** NaN and infinities hide the least and greatest number beside them. */
  private static void add(Furthest furthest, @Nullable Extreme said, boolean wide, long micros) {
    if (said == null
        || (said.value() instanceof Double number && !Double.isFinite(number))
        || (said.value() instanceof Float real && !Float.isFinite(real))) {
      furthest.lost();
    } else {
      furthest.add(wide ? bound(said, micros) : said);
    }
  }

  private static Extreme bound(Extreme said, long micros) {
    Object value = said.value();
    if (said.precision() == Precision.MILLISECONDS) {
      value =
          switch (value) {
            case Instant at -> at.plus(micros, ChronoUnit.MICROS);
            case LocalDateTime at -> at.plus(micros, ChronoUnit.MICROS);
            default -> value;
          };
    }
    return new Extreme(value, Precision.BOUND);
  }

  @Override
  public ColumnStatistics result() {
    return new ColumnStatistics(
        field, new Count(nulls, mostNulls), min.result(), max.result(), null);
  }
}
