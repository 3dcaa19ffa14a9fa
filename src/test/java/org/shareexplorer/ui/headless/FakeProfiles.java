package org.shareexplorer.ui.headless;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.ColumnProfile;
import org.shareexplorer.engine.ColumnProfile.Basis;
import org.shareexplorer.engine.ColumnProfile.Bin;
import org.shareexplorer.engine.Figure;
import org.shareexplorer.engine.Figure.Certainty;
import org.shareexplorer.engine.Measure;
import org.shareexplorer.engine.ProfileQuestion.Extent;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.ValueCount;

/** Profiles of a made-up table, from its first rows. */
final class FakeProfiles {

  private static final int BINS = 12;

  private FakeProfiles() {}

  static ColumnProfile provider(Field field, List<@Nullable Object> values) {
    Map<Measure, Figure> figures = new LinkedHashMap<>();
    figures.put(Measure.NULL_SHARE, new Figure(nulls(values), Certainty.EXACT));
    return new ColumnProfile(field, new Basis.Provider(), figures, List.of(), List.of());
  }

  static ColumnProfile of(Field field, List<@Nullable Object> values, Extent extent, long rows) {
    Map<Measure, Figure> figures = new LinkedHashMap<>();
    boolean all = extent == Extent.ALL;
    Certainty near = all ? Certainty.EXACT : Certainty.ESTIMATE;
    figures.put(Measure.NULL_SHARE, new Figure(nulls(values), near));
    Map<Object, Long> counts = new HashMap<>();
    values.stream().filter(Objects::nonNull).forEach(v -> counts.merge(v, 1L, Long::sum));
    figures.put(
        Measure.DISTINCT,
        new Figure((long) counts.size(), all ? Certainty.EXACT : Certainty.AT_LEAST));
    List<Bin> bins = new ArrayList<>();
    if (field.type().numeric()) {
      double[] numbers =
          values.stream()
              .filter(Number.class::isInstance)
              .mapToDouble(v -> ((Number) v).doubleValue())
              .filter(Double::isFinite)
              .sorted()
              .toArray();
      if (numbers.length > 0) {
        double min = numbers[0];
        double max = numbers[numbers.length - 1];
        figures.put(Measure.MIN, new Figure(min, all ? Certainty.EXACT : Certainty.AT_MOST));
        figures.put(Measure.MAX, new Figure(max, all ? Certainty.EXACT : Certainty.AT_LEAST));
        figures.put(Measure.MEDIAN, new Figure(numbers[numbers.length / 2], near));
        long[] counted = new long[BINS];
        for (double number : numbers) {
          counted[(int) Math.min(BINS - 1, (number - min) / (max - min + 1e-9) * BINS)]++;
        }
        for (int i = 0; i < BINS; i++) {
          double width = (max - min) / BINS;
          bins.add(new Bin(min + i * width, min + (i + 1) * width, counted[i]));
        }
      }
    }
    List<ValueCount> top =
        counts.entrySet().stream()
            .map(entry -> new ValueCount(entry.getKey(), entry.getValue()))
            .sorted(
                Comparator.comparingLong(ValueCount::rows)
                    .reversed()
                    .thenComparing(v -> v.value().toString()))
            .limit(10)
            .toList();
    Basis basis =
        all ? new Basis.AllRows() : new Basis.Sample(values.size(), OptionalLong.of(rows), true);
    return new ColumnProfile(
        field, basis, figures, bins, !top.isEmpty() && top.getFirst().rows() > 1 ? top : List.of());
  }

  private static double nulls(List<@Nullable Object> values) {
    return values.stream().filter(Objects::isNull).count() / (double) Math.max(1, values.size());
  }
}
