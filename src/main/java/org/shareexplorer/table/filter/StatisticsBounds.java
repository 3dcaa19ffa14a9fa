package org.shareexplorer.table.filter;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.table.DataType.Decimal;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.FileStatistics;
import org.shareexplorer.table.FileStatistics.Extreme;
import org.shareexplorer.table.FileStatistics.Figures;
import org.shareexplorer.table.StatisticsReader;

/**
 * Bounds from files' statistics, moved outwards by all that writers may have cut off. They hold of
 * the rows that deletions leave as well. Thread-safe.
 */
public final class StatisticsBounds {

  /** Some writers send exact numbers through floating ones, which keep so many digits. */
  private static final int DIGITS_KEPT = 15;

  private final List<Field> columns;
  private final StatisticsReader reader;

  /** Bounds of some columns. */
  public StatisticsBounds(Collection<Field> columns) {
    this.columns = new ArrayList<>(columns);
    this.reader = new StatisticsReader(this.columns);
  }

  /** {@return what a file's statistics say; columns of which they say nothing may be missing} */
  public Map<Field, Bounds> of(String stats) {
    Optional<FileStatistics> read = reader.read(stats);
    Map<Field, Bounds> bounds = new HashMap<>();
    for (int i = 0; read.isPresent() && i < columns.size(); i++) {
      bounds.put(columns.get(i), bounds(columns.get(i), read.get(), i));
    }
    return bounds;
  }

  private static Bounds bounds(Field column, FileStatistics file, int place) {
    Figures figures = file.columns().get(place);
    Long nulls = figures.nulls();
    if (nulls != null && file.rows().isPresent() && nulls >= file.rows().getAsLong()) {
      return Bounds.ONLY_NULL;
    }
    // Collations order texts in ways of their own.
    boolean usable =
        Literals.comparable(column.type()) && !column.metadata().containsKey("__COLLATIONS");
    return new Bounds(
        usable ? moved(column, figures.min(), -1) : null,
        usable ? moved(column, figures.max(), 1) : null,
        // Texts are cut, and not all writers make up for it.
        column.type() == Simple.STRING,
        nulls == null || nulls > 0,
        true);
  }

  private static @Nullable Object moved(Field column, @Nullable Extreme extreme, int outwards) {
    return switch (extreme == null ? null : extreme.value()) {
      case null -> null;
      case BigDecimal number
          when column.type() instanceof Decimal type && type.precision() > DIGITS_KEPT ->
          number
              .add(number.abs().movePointLeft(DIGITS_KEPT).multiply(BigDecimal.valueOf(outwards)))
              .setScale(type.scale(), outwards > 0 ? RoundingMode.CEILING : RoundingMode.FLOOR);
      case Instant at -> at.plus(outwards * lacking(at), ChronoUnit.MILLIS);
      case LocalDateTime at -> at.plus(outwards * lacking(at), ChronoUnit.MILLIS);
      case Object value -> value;
    };
  }

  /** Moments are cut to milliseconds, or where those are all zero perhaps to seconds. */
  private static long lacking(Temporal moment) {
    return moment.get(ChronoField.NANO_OF_SECOND) == 0 ? 1_000 : 1;
  }
}
