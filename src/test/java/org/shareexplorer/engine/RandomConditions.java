package org.shareexplorer.engine;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;
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

/** Conditions as chance has them, and what DuckDB calls them: written apart from the engine's. */
final class RandomConditions {

  private static final List<String> PATTERNS =
      List.of("a%", "%b%", "%\u00e9", "A_%", "%", "aab%", "\\%%", "");

  private final Random random;
  private final List<Field> fields;

  RandomConditions(Random random, List<Field> fields) {
    this.random = random;
    this.fields = fields;
  }

  Predicate next(int depth) {
    int kind = random.nextInt(depth == 0 ? 5 : 9);
    Field field = fields.get(random.nextInt(fields.size()));
    return switch (kind) {
      case 0 -> new IsNull(field);
      case 1 -> new Distinct(field, value(field));
      case 2 ->
          new OneOf(
              field,
              IntStream.range(0, 1 + random.nextInt(4)).mapToObj(_ -> value(field)).toList());
      case 3, 4 -> {
        if (field.type() == Simple.STRING && random.nextBoolean()) {
          yield new Like(
              field, PATTERNS.get(random.nextInt(PATTERNS.size())), random.nextBoolean());
        }
        Comparison comparison = List.of(Comparison.values()).get(random.nextInt(6));
        Object value = value(field);
        boolean stray = value.equals(Double.NaN);
        boolean order = comparison.ordering() && field.type() != Simple.BOOLEAN && !stray;
        yield new Compared(field, order ? comparison : Comparison.EQUAL, value);
      }
      case 5 -> new Not(next(depth - 1));
      case 6 -> new Or(List.of(next(depth - 1), next(depth - 1)));
      default -> new And(List.of(next(depth - 1), next(depth - 1)));
    };
  }

  private Object value(Field field) {
    int near = random.nextInt(140) - 20;
    return switch (field.type()) {
      case DataType.Decimal(int _, int scale) ->
          BigDecimal.valueOf(near * 100L + random.nextInt(3), scale);
      case Simple.INTEGER -> near * 60;
      case Simple.LONG -> near * 10_000_000_000L;
      case Simple.DOUBLE ->
          switch (random.nextInt(12)) {
            case 0 -> Double.NaN;
            case 1 -> Double.POSITIVE_INFINITY;
            case 2 -> -0.0;
            default -> near / 4.0;
          };
      case Simple.BOOLEAN -> random.nextBoolean();
      case Simple.DATE -> LocalDate.of(2024, 1, 1).plusDays(near);
      case Simple.TIMESTAMP -> Instant.parse("2024-01-01T00:00:00.0005Z").plusSeconds(near * 60L);
      case Simple.TIMESTAMP_NTZ ->
          LocalDateTime.parse("1969-12-31T23:00:00.000500").plusMinutes(near);
      case Simple.STRING ->
          List.of(
                  "a",
                  "aa",
                  "aab",
                  "ab\u00e9",
                  "b",
                  "A",
                  "",
                  "%",
                  "\ud83d\ude00",
                  "\uffee",
                  "north")
              .get(random.nextInt(11));
      default -> throw new IllegalArgumentException(field.type().text());
    };
  }

  /** DuckDB's words for a condition. */
  static String sql(Predicate predicate) {
    return switch (predicate) {
      case And(List<Predicate> all) ->
          "(true" + all.stream().map(one -> " AND " + sql(one)).collect(Collectors.joining()) + ")";
      case Or(List<Predicate> any) ->
          "(false" + any.stream().map(one -> " OR " + sql(one)).collect(Collectors.joining()) + ")";
      case Not(Predicate one) -> "(NOT " + sql(one) + ")";
      case Compared(Field column, Comparison comparison, Object value) -> {
        String plain = column.name() + " " + comparison.sign() + " " + literal(value);
        yield column.type() == Simple.DOUBLE && comparison.ordering()
            ? "CASE WHEN isnan(%s) THEN false ELSE %s END".formatted(column.name(), plain)
            : "(" + plain + ")";
      }
      case Distinct(Field column, Object value) ->
          "(%s IS NULL OR %s <> %s)".formatted(column.name(), column.name(), literal(value));
      case OneOf(Field column, List<Object> values) ->
          values.stream()
              .map(value -> column.name() + " = " + literal(value))
              .collect(Collectors.joining(" OR ", "(", ")"));
      case Like(Field column, String pattern, boolean anyCase) ->
          "(%s %s '%s' ESCAPE '\\')".formatted(column.name(), anyCase ? "ILIKE" : "LIKE", pattern);
      case IsNull(Field column) -> "(" + column.name() + " IS NULL)";
    };
  }

  private static String literal(Object value) {
    return switch (value) {
      case Boolean truth -> truth.toString();
      case Double number -> "'" + number + "'::DOUBLE";
      case Number number -> number.toString();
      case LocalDate day -> "DATE '" + day + "'";
      case Instant at -> "TIMESTAMPTZ '" + at + "'";
      case LocalDateTime at -> "TIMESTAMP '" + at + "'";
      default -> "'" + value + "'";
    };
  }
}
