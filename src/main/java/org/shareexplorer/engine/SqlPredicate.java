package org.shareexplorer.engine;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shareexplorer.table.CellText;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.Values;
import org.shareexplorer.table.filter.Comparison;
import org.shareexplorer.table.filter.Predicate;
import org.shareexplorer.table.filter.Predicate.And;
import org.shareexplorer.table.filter.Predicate.Compared;
import org.shareexplorer.table.filter.Predicate.Distinct;
import org.shareexplorer.table.filter.Predicate.IsNull;
import org.shareexplorer.table.filter.Predicate.Like;
import org.shareexplorer.table.filter.Predicate.Not;
import org.shareexplorer.table.filter.Predicate.OneOf;
import org.shareexplorer.table.filter.Predicate.Or;

/**
 * Conditions as SQL. The database takes NaN for the greatest number; here it is in no range. It is
 * asked for by a function, as row groups with NaN may have bounds that do not tell of it.
 *
 * @param values SQL of a column's values, of the type that {@link SqlText#type} has for it
 */
record SqlPredicate(Function<Field, String> values) {

  /** {@return SQL that is true of rows that match} */
  String of(Predicate predicate) {
    return switch (predicate) {
      case And(List<Predicate> all) -> joined(all, " AND ", "true");
      case Or(List<Predicate> any) -> joined(any, " OR ", "false");
      case Not(Predicate one) -> "(NOT " + of(one) + ")";
      case Compared(Field column, Comparison comparison, Object value) ->
          compared(column, comparison, value);
      case Distinct(Field column, Object value) ->
          "(" + compared(column, Comparison.EQUAL, value) + " IS DISTINCT FROM true)";
      case OneOf(Field column, List<Object> values) -> oneOf(column, values);
      case Like(Field column, String pattern, boolean anyCase) ->
          "("
              + value(column)
              + (anyCase ? " ILIKE " : " LIKE ")
              + SqlText.text(pattern)
              + " ESCAPE '\\')";
      case IsNull(Field column) -> "(" + value(column) + " IS NULL)";
    };
  }

  private String joined(List<Predicate> parts, String between, String none) {
    return parts.isEmpty()
        ? none
        : parts.stream().map(this::of).collect(Collectors.joining(between, "(", ")"));
  }

  private String value(Field column) {
    return values.apply(column);
  }

  private String compared(Field column, Comparison comparison, Object value) {
    if (notANumber(value)) {
      String stray = "isnan(" + value(column) + ")";
      return comparison == Comparison.EQUAL ? stray : "(NOT " + stray + ")";
    }
    String plain =
        "(" + value(column) + " " + comparison.sign() + " " + literal(column, value) + ")";
    boolean above = comparison == Comparison.GREATER || comparison == Comparison.AT_LEAST;
    return above && SqlText.floating(column.type())
        ? "(" + plain + " AND NOT isnan(" + value(column) + "))"
        : plain;
  }

  private String oneOf(Field column, List<Object> values) {
    String listed =
        values.stream()
            .filter(value -> !notANumber(value))
            .map(value -> literal(column, value))
            .collect(Collectors.joining(", ", "(" + value(column) + " IN (", "))"));
    boolean stray = values.stream().anyMatch(SqlPredicate::notANumber);
    if (stray && values.size() == 1) {
      return compared(column, Comparison.EQUAL, values.getFirst());
    }
    if (values.isEmpty()) {
      return "(" + value(column) + " IS NULL AND NULL)";
    }
    return stray ? "(" + listed + " OR isnan(" + value(column) + "))" : listed;
  }

  private static boolean notANumber(Object value) {
    return value.equals(Double.NaN) || value.equals(Float.NaN);
  }

  private static String literal(Field column, Object value) {
    return switch (value) {
      case Instant at ->
          "make_timestamptz(CAST(" + ChronoUnit.MICROS.between(Instant.EPOCH, at) + " AS BIGINT))";
      case LocalDateTime at ->
          "make_timestamp(CAST("
              + ChronoUnit.MICROS.between(Instant.EPOCH, at.toInstant(ZoneOffset.UTC))
              + " AS BIGINT))";
      case Values.Bytes bytes -> "unhex('" + bytes + "')";
      case String text -> SqlText.text(text);
      default -> "CAST('" + CellText.portable(value) + "' AS " + SqlText.type(column.type()) + ")";
    };
  }
}
