package org.shareexplorer.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Figures of columns, as plain SQL has them. */
final class FiguresInSql {

  private static final List<String> FLOATING = List.of("wild", "far", "single");

  private FiguresInSql() {}

  /** A column's values that are numbers. */
  static String finite(String column) {
    return FLOATING.contains(column)
        ? "CASE WHEN isfinite(%1$s) THEN %1$s END".formatted(column)
        : column;
  }

  static String number(String column) {
    return "CAST(" + finite(column) + " AS DOUBLE)";
  }

  static String figure(Quantity quantity) {
    String column = quantity.column();
    if (column == null) {
      return "count(*)";
    }
    return switch (quantity.aggregate()) {
      case COUNT -> "count(" + finite(column) + ")";
      case DISTINCT -> "count(DISTINCT " + column + ")";
      case SUM -> (FLOATING.contains(column) ? "fsum" : "sum") + "(" + finite(column) + ")";
      case MEAN ->
          FLOATING.contains(column)
              ? "favg(" + number(column) + ")"
              : "CAST(sum(%1$s) AS DOUBLE) / count(%1$s)".formatted(column);
      case MIN -> "min(" + finite(column) + ")";
      case MAX -> "max(" + finite(column) + ")";
      case MEDIAN -> "quantile_cont(" + number(column) + ", 0.5)";
      // Moved near zero, where the database's own arithmetic loses no digits.
      case DEVIATION ->
          "stddev_samp(" + number(column) + (column.equals("far") ? " - 1e9" : "") + ")";
    };
  }

  static void same(@Nullable Object found, @Nullable Object expected, String what) {
    if (expected == null
        || (expected instanceof Double number && number.isNaN())
        || found == null) {
      assertThat(found == null || found.equals(Double.NaN)).as(what + ": " + found).isTrue();
      assertThat(expected == null || expected.equals(Double.NaN))
          .as(what + ": " + expected)
          .isTrue();
    } else if (expected instanceof Double) {
      double wanted = ((Number) expected).doubleValue();
      assertThat(((Number) found).doubleValue())
          .as(what)
          .isCloseTo(wanted, within(1e-9 * Math.abs(wanted) + 1e-9));
    } else {
      assertThat(AwkwardRows.plain(found)).as(what).isEqualTo(AwkwardRows.plain(expected));
    }
  }

  static String key(@Nullable Object value) {
    return String.valueOf(AwkwardRows.plain(value));
  }

  static List<@Nullable Object> column(List<List<@Nullable Object>> rows, int number) {
    List<@Nullable Object> column = new ArrayList<>();
    rows.forEach(row -> column.add(row.get(number)));
    return column;
  }
}
