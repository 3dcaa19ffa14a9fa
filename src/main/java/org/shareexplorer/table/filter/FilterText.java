package org.shareexplorer.table.filter;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.shareexplorer.table.CellText;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.filter.Predicate.And;
import org.shareexplorer.table.filter.Predicate.Compared;
import org.shareexplorer.table.filter.Predicate.Distinct;
import org.shareexplorer.table.filter.Predicate.IsNull;
import org.shareexplorer.table.filter.Predicate.Like;
import org.shareexplorer.table.filter.Predicate.Not;
import org.shareexplorer.table.filter.Predicate.OneOf;
import org.shareexplorer.table.filter.Predicate.Or;

/** Conditions as text, which {@link FilterParser} reads again as the same conditions. */
public final class FilterText {

  /** Words that are no column's name unless quoted. */
  static final Set<String> KEYWORDS =
      Set.of(
          "and",
          "or",
          "not",
          "in",
          "is",
          "null",
          "like",
          "ilike",
          "between",
          "distinct",
          "from",
          "true",
          "false");

  private FilterText() {}

  /** {@return a condition on one line; empty if every row matches} */
  public static String of(Predicate predicate) {
    return predicate.matchesAll() ? "" : text(predicate);
  }

  private static String text(Predicate predicate) {
    return switch (predicate) {
      case And(List<Predicate> all) -> joined(all, " AND ", "TRUE");
      case Or(List<Predicate> any) -> joined(any, " OR ", "FALSE");
      case Not(IsNull(Field column)) -> name(column) + " IS NOT NULL";
      case Not(OneOf(Field column, List<Object> values)) ->
          name(column) + " NOT IN " + list(values);
      case Not(Like like) -> name(like.column()) + " NOT " + like(like);
      case Not(Predicate one) -> "NOT (" + text(one) + ")";
      case Compared(Field column, Comparison comparison, Object value) ->
          name(column) + " " + comparison.sign() + " " + value(value);
      case Distinct(Field column, Object value) ->
          name(column) + " IS DISTINCT FROM " + value(value);
      case OneOf(Field column, List<Object> values) -> name(column) + " IN " + list(values);
      case Like like -> name(like.column()) + " " + like(like);
      case IsNull(Field column) -> name(column) + " IS NULL";
    };
  }

  private static String joined(List<Predicate> parts, String between, String none) {
    return parts.isEmpty()
        ? none
        : parts.stream().map(FilterText::grouped).collect(Collectors.joining(between));
  }

  private static String grouped(Predicate part) {
    boolean group =
        (part instanceof And(List<Predicate> all) && !all.isEmpty())
            || (part instanceof Or(List<Predicate> any) && !any.isEmpty());
    return group ? "(" + text(part) + ")" : text(part);
  }

  private static String like(Like like) {
    return (like.anyCase() ? "ILIKE " : "LIKE ") + quoted(like.pattern());
  }

  private static String list(List<Object> values) {
    return values.stream().map(FilterText::value).collect(Collectors.joining(", ", "(", ")"));
  }

  /** {@return a column's name as conditions have it} */
  public static String name(Field column) {
    String name = column.name();
    boolean plain =
        name.matches("[A-Za-z_][A-Za-z0-9_]*") && !KEYWORDS.contains(name.toLowerCase(Locale.ROOT));
    return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
  }

  /** {@return a value as conditions have it} */
  static String value(Object value) {
    String text = CellText.plain(value);
    return switch (value) {
      case Double number when !Double.isFinite(number) -> quoted(text);
      case Float number when !Float.isFinite(number) -> quoted(text);
      case Number _, Boolean _ -> text;
      default -> quoted(text);
    };
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
