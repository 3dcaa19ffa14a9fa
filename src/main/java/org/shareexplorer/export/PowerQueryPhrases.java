package org.shareexplorer.export;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shareexplorer.table.CellText;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.filter.Comparison;
import org.shareexplorer.table.filter.LikePattern;

/** Conditions in Power Query's M. */
final class PowerQueryPhrases implements Phrases {

  private final List<String> gaps = new ArrayList<>();

  /** {@return the conditions that the language has no words for, which hold of every row here} */
  List<String> gaps() {
    return List.copyOf(gaps);
  }

  @Override
  public String not(String condition) {
    return "not (" + condition + ")";
  }

  @Override
  public String all(List<String> conditions) {
    return conditions.stream().collect(Collectors.joining(" and ", "(", ")"));
  }

  @Override
  public String any(List<String> conditions) {
    return conditions.stream().collect(Collectors.joining(" or ", "(", ")"));
  }

  @Override
  public String yes() {
    return "true";
  }

  @Override
  public String no() {
    return "false";
  }

  @Override
  public String present(Field column) {
    return name(column.name()) + " <> null";
  }

  @Override
  public String compared(Field column, Comparison comparison, Object value) {
    return all(
        List.of(
            present(column), name(column.name()) + " " + comparison.sign() + " " + literal(value)));
  }

  @Override
  public String oneOf(Field column, List<Object> values) {
    return values.stream()
        .map(PowerQueryPhrases::literal)
        .collect(Collectors.joining(", ", "List.Contains({", "}, " + name(column.name()) + ")"));
  }

  @Override
  public String like(Field column, String pattern, boolean anyCase) {
    Optional<String> call =
        LikePattern.contained(pattern)
            .map(text -> call("Contains", column, text, anyCase))
            .or(() ->
                LikePattern.beginning(pattern)
                    .map(text -> call("StartsWith", column, text, anyCase)))
            .or(() ->
                LikePattern.end(pattern).map(text -> call("EndsWith", column, text, anyCase)));
    return call.map(found -> all(List.of(present(column), found)))
        .orElseGet(() -> {
          gaps.add(column.name() + (anyCase ? " ILIKE " : " LIKE ") + pattern);
          return yes();
        });
  }

  private static String call(String function, Field column, String text, boolean anyCase) {
    return "Text.%s(%s, %s%s)"
        .formatted(
            function,
            name(column.name()),
            text(text),
            anyCase ? ", Comparer.OrdinalIgnoreCase" : "");
  }

  static String name(String column) {
    return column.matches("[A-Za-z_][A-Za-z0-9_]*")
        ? "[" + column + "]"
        : "[#" + text(column) + "]";
  }

  static String text(String text) {
    return '"'
        + text.replace("#(", "#(#)(")
            .replace("\"", "\"\"")
            .replace("\r", "#(cr)")
            .replace("\n", "#(lf)")
            .replace("\t", "#(tab)")
        + '"';
  }

  private static String literal(Object value) {
    return switch (value) {
      case Double number when number.isNaN() -> "#nan";
      case Float number when number.isNaN() -> "#nan";
      case Number number -> CellText.plain(number);
      case Boolean truth -> truth.toString();
      case LocalDate day ->
          "#date(%d, %d, %d)".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
      case LocalDateTime at -> "#datetime(" + parts(at) + ")";
      case Instant at ->
          "#datetimezone(" + parts(LocalDateTime.ofInstant(at, ZoneOffset.UTC)) + ", 0, 0)";
      default -> text(CellText.plain(value));
    };
  }

  private static String parts(LocalDateTime at) {
    String fraction = at.getNano() == 0 ? "" : "." + "%09d".formatted(at.getNano());
    return "%d, %d, %d, %d, %d, %d%s"
        .formatted(
            at.getYear(),
            at.getMonthValue(),
            at.getDayOfMonth(),
            at.getHour(),
            at.getMinute(),
            at.getSecond(),
            fraction);
  }
}
