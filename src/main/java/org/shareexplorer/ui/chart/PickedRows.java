package org.shareexplorer.ui.chart;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shareexplorer.chart.ChartColumns;
import org.shareexplorer.chart.Picked;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.filter.Between;
import org.shareexplorer.table.filter.Comparison;
import org.shareexplorer.table.filter.Predicate;

/** The condition that lets just those rows match that a mark of a chart stands for. */
final class PickedRows {

  private PickedRows() {}

  /**
   * {@return the conditions, of which all must hold; none if the rows cannot be told}
   *
   * @param zone where a day begins, for columns that hold instants
   */
  static List<Predicate> of(List<Picked> picked, ChartColumns columns, ZoneId zone) {
    List<Predicate> conditions = new ArrayList<>();
    for (Picked part : picked) {
      Optional<Predicate> condition =
          columns.named(part.column()).flatMap(field -> of(part, field, zone));
      if (condition.isEmpty()) {
        return List.of();
      }
      conditions.add(condition.get());
    }
    return List.copyOf(conditions);
  }

  private static Optional<Predicate> of(Picked picked, Field field, ZoneId zone) {
    return switch (picked) {
      case Picked.Value(String _, Object value) ->
          Optional.of(
              value == null
                  ? new Predicate.IsNull(field)
                  : new Predicate.OneOf(field, List.of(value)));
      case Picked.Between(String _, BigDecimal from, BigDecimal to, boolean included) ->
          Between.of(field, from, to, included);
      case Picked.Days(String _, LocalDate first, LocalDate next) ->
          Optional.of(
              Predicate.and(
                  List.of(
                      new Predicate.Compared(
                          field, Comparison.AT_LEAST, beginning(first, field, zone)),
                      new Predicate.Compared(
                          field, Comparison.LESS, beginning(next, field, zone)))));
    };
  }

  private static Object beginning(LocalDate day, Field field, ZoneId zone) {
    if (field.type() == Simple.DATE) {
      return day;
    }
    return field.type() == Simple.TIMESTAMP
        ? day.atStartOfDay(zone).toInstant()
        : day.atStartOfDay();
  }
}
