package org.shareexplorer.chart;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.Aggregate;
import org.shareexplorer.engine.Total;
import org.shareexplorer.table.Field;

/**
 * What is measured of each group of rows.
 *
 * @param aggregate what is computed
 * @param column of which column; null to count rows
 */
public record Quantity(Aggregate aggregate, @Nullable String column) {

  /** How many rows a group has. */
  public static final Quantity ROWS = new Quantity(Aggregate.COUNT, null);

  static final String COUNTED = "(rows)";

  /** Checks that what is computed has a column. */
  public Quantity {
    if (column == null && aggregate != Aggregate.COUNT) {
      throw new IllegalArgumentException(aggregate + " of no column");
    }
  }

  /** {@return what people call an aggregate} */
  public static String words(Aggregate aggregate) {
    return switch (aggregate) {
      case SUM -> "Sum";
      case MEAN -> "Mean";
      case COUNT -> "Count";
      case MIN -> "Least";
      case MAX -> "Greatest";
      case DISTINCT -> "Different values";
      case MEDIAN -> "Median";
      case DEVIATION -> "Standard deviation";
    };
  }

  /** {@return what people call it} */
  public String title() {
    return column == null ? "Rows" : words(aggregate) + " of " + column;
  }

  /** {@return what is asked of the engine} */
  Total total() {
    return new Total(aggregate, Optional.ofNullable(column));
  }

  /** {@return whether groups add up to the whole, and none is a zero} */
  @JsonIgnore
  public boolean additive() {
    return aggregate == Aggregate.SUM || aggregate == Aggregate.COUNT;
  }

  /** {@return whether it is a whole number of something} */
  @JsonIgnore
  boolean counted() {
    return aggregate == Aggregate.COUNT || aggregate == Aggregate.DISTINCT;
  }

  /** {@return what there is to choose} */
  List<Setting> settings(ChartColumns columns, Function<Quantity, ChartSpec> with) {
    List<String> options =
        Stream.of(List.of(COUNTED), columns.values(), columns.groups())
            .flatMap(List::stream)
            .distinct()
            .toList();
    List<Setting> settings = new ArrayList<>();
    settings.add(
        new Setting.OneOf(
            "value",
            options,
            Objects.requireNonNullElse(column, COUNTED),
            chosen -> with.apply(of(columns, chosen))));
    if (column != null) {
      settings.add(
          Setting.of(
              "figure",
              Arrays.stream(Aggregate.values())
                  .filter(what -> fits(what, columns, column))
                  .toList(),
              aggregate,
              what -> with.apply(new Quantity(what, column))));
    }
    return settings;
  }

  private Quantity of(ChartColumns columns, String chosen) {
    if (chosen.equals(COUNTED)) {
      return ROWS;
    }
    Aggregate wanted = column == null ? Aggregate.SUM : aggregate;
    return new Quantity(fits(wanted, columns, chosen) ? wanted : Aggregate.DISTINCT, chosen);
  }

  /** Least and greatest are figures of a chart only where they are numbers. */
  private static boolean fits(Aggregate aggregate, ChartColumns columns, String column) {
    Optional<Field> field = columns.named(column);
    boolean ends = aggregate == Aggregate.MIN || aggregate == Aggregate.MAX;
    return field.isPresent()
        && aggregate.fits(field.get().type())
        && (!ends || field.get().type().numeric());
  }
}
