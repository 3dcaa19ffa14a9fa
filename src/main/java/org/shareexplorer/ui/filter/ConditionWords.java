package org.shareexplorer.ui.filter;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.shareexplorer.table.CellText;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.filter.Comparison;
import org.shareexplorer.table.filter.FilterText;
import org.shareexplorer.table.filter.LikePattern;
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
 * A condition in a few words.
 *
 * @param column the column's name; empty if the condition is about several
 * @param verb how its values stand to what follows
 * @param value the rest
 */
public record ConditionWords(String column, String verb, String value) {

  private static final int VALUES_NAMED = 3;
  private static final int LONGEST_VALUE = 40;

  /** {@return the words of a condition; instants in a zone} */
  public static ConditionWords of(Predicate predicate, ZoneId zone) {
    return switch (predicate) {
      case Compared(Field column, Comparison comparison, Object value) ->
          new ConditionWords(column.name(), sign(comparison), shown(value, zone));
      case Distinct(Field column, Object value) ->
          new ConditionWords(column.name(), "is not", shown(value, zone));
      case OneOf(Field column, List<Object> values) ->
          new ConditionWords(column.name(), "is", listed(values, false, zone));
      case Not(OneOf(Field column, List<Object> values)) ->
          new ConditionWords(column.name(), "is not", listed(values, false, zone));
      case IsNull(Field column) -> new ConditionWords(column.name(), "is", "null");
      case Not(IsNull(Field column)) -> new ConditionWords(column.name(), "is not", "null");
      case Like like -> like(like, false);
      case Not(Like like) -> like(like, true);
      case And(List<Predicate> all) when range(all) -> range(all, zone);
      case Or(List<Predicate> any)
          when any.size() == 2
              && any.getFirst() instanceof OneOf(Field column, List<Object> values)
              && any.getLast().equals(new IsNull(column)) ->
          new ConditionWords(column.name(), "is", listed(values, true, zone));
      case Or(List<Predicate> any)
          when any.size() == 2
              && any.getFirst() instanceof Not(OneOf(Field column, List<Object> values))
              && any.getLast().equals(new IsNull(column)) ->
          new ConditionWords(column.name(), "is not", listed(values, false, zone));
      default -> new ConditionWords("", "", shortened(FilterText.of(predicate), 80));
    };
  }

  private static boolean range(List<Predicate> all) {
    return all.size() == 2
        && all.getFirst() instanceof Compared from
        && all.getLast() instanceof Compared to
        && from.column().equals(to.column())
        && (from.comparison() == Comparison.AT_LEAST || from.comparison() == Comparison.GREATER)
        && (to.comparison() == Comparison.AT_MOST || to.comparison() == Comparison.LESS);
  }

  private static ConditionWords range(List<Predicate> all, ZoneId zone) {
    Compared from = (Compared) all.getFirst();
    Compared to = (Compared) all.getLast();
    return new ConditionWords(
        from.column().name(),
        from.comparison() == Comparison.AT_LEAST ? "from" : "above",
        shown(from.value(), zone)
            + (to.comparison() == Comparison.AT_MOST
                ? " to "
                : to.column().type().temporal() ? " to before " : " to below ")
            + shown(to.value(), zone));
  }

  private static String sign(Comparison comparison) {
    return switch (comparison) {
      case EQUAL -> "is";
      case NOT_EQUAL -> "is not";
      case LESS -> "<";
      case AT_MOST -> "≤";
      case GREATER -> ">";
      case AT_LEAST -> "≥";
    };
  }

  private static ConditionWords like(Like like, boolean not) {
    String pattern = like.pattern();
    String name = like.column().name();
    if (LikePattern.contained(pattern).isPresent()) {
      return new ConditionWords(
          name,
          not ? "does not contain" : "contains",
          shortened(LikePattern.contained(pattern).get(), LONGEST_VALUE));
    }
    if (LikePattern.beginning(pattern).isPresent()) {
      return new ConditionWords(
          name,
          not ? "does not start with" : "starts with",
          shortened(LikePattern.beginning(pattern).get(), LONGEST_VALUE));
    }
    if (LikePattern.end(pattern).isPresent()) {
      return new ConditionWords(
          name,
          not ? "does not end with" : "ends with",
          shortened(LikePattern.end(pattern).get(), LONGEST_VALUE));
    }
    return new ConditionWords(
        name, not ? "is not like" : "is like", shortened(pattern, LONGEST_VALUE));
  }

  private static String listed(List<Object> values, boolean orNull, ZoneId zone) {
    List<String> named = new ArrayList<>();
    values.stream().limit(VALUES_NAMED).forEach(value -> named.add(shown(value, zone)));
    if (values.size() > VALUES_NAMED) {
      named.add((values.size() - VALUES_NAMED) + " more");
    }
    if (orNull) {
      named.add("null");
    }
    String last = named.removeLast();
    return named.isEmpty() ? last : String.join(", ", named) + " or " + last;
  }

  private static String shown(Object value, ZoneId zone) {
    String text = value instanceof Instant ? CellText.display(value, zone) : CellText.plain(value);
    return text.isEmpty() ? "(empty)" : shortened(text, LONGEST_VALUE);
  }

  private static String shortened(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }

  /** {@return all in one line} */
  public String text() {
    return (column + " " + verb + " " + value).strip();
  }
}
