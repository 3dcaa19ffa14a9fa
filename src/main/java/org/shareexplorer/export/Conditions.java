package org.shareexplorer.export;

import java.util.List;
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

/**
 * Conditions in another language, which need not know SQL's third truth value: what a condition is
 * true of and what it is false of are written separately, so that null is in neither.
 */
record Conditions(Phrases phrases) {

  /** {@return what is true of the rows that match} */
  String truth(Predicate predicate) {
    return switch (predicate) {
      case And(List<Predicate> all) -> all(all.stream().map(this::truth).toList());
      case Or(List<Predicate> any) -> any(any.stream().map(this::truth).toList());
      case Not(Predicate one) -> falsity(one);
      case Distinct(Field column, Object value) ->
          any(
              List.of(
                  phrases.not(phrases.present(column)),
                  falsity(new Compared(column, Comparison.EQUAL, value))));
      case IsNull(Field column) -> phrases.not(phrases.present(column));
      case Compared(Field column, Comparison comparison, Object value) ->
          phrases.compared(column, comparison, value);
      case OneOf(Field column, List<Object> values) ->
          values.isEmpty() ? phrases.no() : phrases.oneOf(column, values);
      case Like(Field column, String pattern, boolean anyCase) ->
          phrases.like(column, pattern, anyCase);
    };
  }

  /** {@return what is true of the rows that the condition is false of} */
  private String falsity(Predicate predicate) {
    return switch (predicate) {
      case And(List<Predicate> all) -> any(all.stream().map(this::falsity).toList());
      case Or(List<Predicate> any) -> all(any.stream().map(this::falsity).toList());
      case Not(Predicate one) -> truth(one);
      case Distinct(Field column, Object value) ->
          truth(new Compared(column, Comparison.EQUAL, value));
      case IsNull(Field column) -> phrases.present(column);
      case Compared(Field column, Comparison _, Object _) -> otherwise(column, predicate);
      case OneOf(Field column, List<Object> _) -> otherwise(column, predicate);
      case Like(Field column, String _, boolean _) -> otherwise(column, predicate);
    };
  }

  private String otherwise(Field column, Predicate leaf) {
    return phrases.all(List.of(phrases.present(column), phrases.not(truth(leaf))));
  }

  private String all(List<String> parts) {
    return switch (parts.size()) {
      case 0 -> phrases.yes();
      case 1 -> parts.getFirst();
      default -> phrases.all(parts);
    };
  }

  private String any(List<String> parts) {
    return switch (parts.size()) {
      case 0 -> phrases.no();
      case 1 -> parts.getFirst();
      default -> phrases.any(parts);
    };
  }
}
