package org.shareexplorer.dashboard;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.chart.Figures;
import org.shareexplorer.engine.Summary.ColumnSummary;
import org.shareexplorer.table.CellText;
import org.shareexplorer.table.Field;

/**
 * What is shown as a table, as texts.
 *
 * @param columns the columns
 * @param rows a text per column; null where there is no value
 */
public record TileTable(List<Column> columns, List<List<@Nullable String>> rows) {

  /**
   * A column.
   *
   * @param number whether its values are numbers, to stand on the right
   */
  public record Column(String name, boolean number) {}

  /**
   * {@return what is shown, if it is a table}
   *
   * @param zone for instants
   */
  public static Optional<TileTable> of(Shown shown, ZoneId zone) {
    return switch (shown) {
      case Shown.Described described -> Optional.of(of(described, zone));
      case Shown.Listed listed -> Optional.of(of(listed, zone));
      case Shown.Drawing _, Shown.Numbers _, Shown.Said _ -> Optional.empty();
    };
  }

  private static TileTable of(Shown.Listed listed, ZoneId zone) {
    return new TileTable(
        listed.columns().stream()
            .map(field -> new Column(field.name(), field.type().numeric()))
            .toList(),
        listed.rows().stream()
            .map(row -> row.stream().map(value -> shown(value, zone)).toList())
            .toList());
  }

  /** Fractions are rounded to what a person reads; whole numbers may be keys. */
  private static @Nullable String shown(@Nullable Object value, ZoneId zone) {
    return switch (value) {
      case null -> null;
      case Double number -> Figures.number(number);
      case Float number -> Figures.number(number);
      case BigDecimal number when number.scale() > 4 -> Figures.number(number);
      default -> CellText.display(value, zone);
    };
  }

  private static TileTable of(Shown.Described described, ZoneId zone) {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("column", false));
    columns.add(new Column("type", false));
    for (String figure :
        List.of(
            "values",
            "nulls",
            "distinct",
            "mean",
            "deviation",
            "least",
            "q1",
            "median",
            "q3",
            "greatest",
            "total")) {
      columns.add(new Column(figure, true));
    }
    List<List<@Nullable String>> rows = new ArrayList<>();
    List<ColumnSummary> summaries = described.summary().columns();
    for (int i = 0; i < summaries.size(); i++) {
      ColumnSummary of = summaries.get(i);
      List<@Nullable String> row = new ArrayList<>();
      row.add(of.field().name());
      row.add(of.field().type().text());
      row.add(Figures.count(described.summary().rows() - of.nulls()));
      row.add(Figures.count(of.nulls()));
      row.add(of.distinct() == null ? null : Figures.count(of.distinct()));
      row.add(figure(of.mean()));
      row.add(figure(of.deviation()));
      row.add(end(of.min(), zone));
      row.add(figure(of.q1()));
      row.add(figure(of.median()));
      row.add(figure(of.q3()));
      row.add(end(of.max(), zone));
      row.add(end(described.totals().get(i), zone));
      rows.add(row.stream().<@Nullable String>map(TileTable::orNothing).toList());
    }
    return new TileTable(List.copyOf(columns), Collections.unmodifiableList(rows));
  }

  /** A figure that a column of its type does not have is no null. */
  private static String orNothing(@Nullable String figure) {
    return figure == null ? "–" : figure;
  }

  private static @Nullable String figure(@Nullable Double value) {
    return value == null ? null : Figures.number(value);
  }

  private static @Nullable String end(@Nullable Object value, ZoneId zone) {
    return value == null ? null : figure(value, zone);
  }

  /** {@return a value as a figure for people: numbers with their thousands apart} */
  static String figure(Object value, ZoneId zone) {
    return switch (value) {
      case BigDecimal number when number.scale() == 2 -> CellText.display(number, zone);
      case BigDecimal number -> Figures.number(number);
      case BigInteger number -> Figures.number(new BigDecimal(number));
      case Double number -> Figures.number(number);
      case Float number -> Figures.number(number);
      case Long number -> Figures.count(number);
      case Integer number -> Figures.count(number);
      case Short number -> Figures.count(number);
      case Byte number -> Figures.count(number);
      default -> CellText.display(value, zone);
    };
  }

  /** A figure with its name. */
  public record Named(String name, @Nullable String figure) {}

  /** {@return the figures of a row, each with its name} */
  public static List<Named> figures(Shown.Numbers numbers, ZoneId zone) {
    List<Named> figures = new ArrayList<>();
    for (int i = 0; i < numbers.columns().size(); i++) {
      Field column = numbers.columns().get(i);
      Object value = numbers.values().get(i);
      figures.add(new Named(column.name(), value == null ? null : figure(value, zone)));
    }
    return List.copyOf(figures);
  }
}
