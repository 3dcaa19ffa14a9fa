package org.shareexplorer.engine;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.ColumnProfile.Basis;
import org.shareexplorer.engine.Figure.Certainty;
import org.shareexplorer.job.Job;
import org.shareexplorer.table.ColumnStatistics;
import org.shareexplorer.table.ColumnStatistics.Count;
import org.shareexplorer.table.FileStatistics.Extreme;
import org.shareexplorer.table.ProviderStatistics;
import org.shareexplorer.table.Snapshot;
import org.shareexplorer.table.ValueCount;

/** Makes profiles of what the provider's statistics say. */
final class ProviderAnswer {

  private static final int TOP = 10;

  private ProviderAnswer() {}

  static List<ColumnProfile> of(Snapshot snapshot, Job job) {
    return profiles(ProviderStatistics.of(snapshot, job));
  }

  /** Of some of the files, by their numbers. */
  static List<ColumnProfile> of(Snapshot snapshot, int[] files, Job job) {
    return profiles(ProviderStatistics.of(snapshot, files, job));
  }

  private static List<ColumnProfile> profiles(ProviderStatistics statistics) {
    return statistics.columns().stream().map(column -> profile(column, statistics.rows())).toList();
  }

  private static ColumnProfile profile(ColumnStatistics column, OptionalLong rows) {
    Map<Measure, Figure> figures = new EnumMap<>(Measure.class);
    rows.ifPresent(count -> figures.put(Measure.ROWS, Figure.exact(count)));
    Count nulls = column.nulls();
    if (nulls.exact() || nulls.least() > 0) {
      Certainty certainty = nulls.exact() ? Certainty.EXACT : Certainty.AT_LEAST;
      figures.put(Measure.NULLS, new Figure(nulls.least(), certainty));
      if (rows.orElse(0) > 0) {
        figures.put(
            Measure.NULL_SHARE, new Figure(nulls.least() / (double) rows.getAsLong(), certainty));
      }
    }
    put(figures, Measure.MIN, column.min(), Certainty.AT_LEAST);
    put(figures, Measure.MAX, column.max(), Certainty.AT_MOST);
    List<ValueCount> values = column.values();
    if (values != null) {
      figures.put(Measure.DISTINCT, Figure.exact((long) values.size()));
    }
    return new ColumnProfile(
        column.field(),
        new Basis.Provider(),
        Map.copyOf(figures),
        List.of(),
        values == null ? List.of() : values.subList(0, Math.min(TOP, values.size())));
  }

  private static void put(
      Map<Measure, Figure> figures, Measure measure, @Nullable Extreme extreme, Certainty bound) {
    if (extreme != null) {
      Certainty certainty =
          switch (extreme.precision()) {
            case EXACT -> Certainty.EXACT;
            case MILLISECONDS -> Certainty.MILLISECONDS;
            case BOUND -> bound;
          };
      figures.put(measure, new Figure(extreme.value(), certainty));
    }
  }
}
