package org.shareexplorer.table.filter;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.filter.Predicate.And;
import org.shareexplorer.table.filter.Predicate.Compared;
import org.shareexplorer.table.filter.Predicate.Distinct;
import org.shareexplorer.table.filter.Predicate.IsNull;
import org.shareexplorer.table.filter.Predicate.Like;
import org.shareexplorer.table.filter.Predicate.Not;
import org.shareexplorer.table.filter.Predicate.OneOf;
import org.shareexplorer.table.filter.Predicate.Or;

/** What a condition is of one row by the book: true, false or, as null, unknown. */
final class ThreeValued {

  private ThreeValued() {}

  static @Nullable Boolean of(Predicate predicate, Function<Field, @Nullable Object> row) {
    return switch (predicate) {
      case And(List<Predicate> all) -> and(all.stream().map(one -> of(one, row)));
      case Or(List<Predicate> any) -> not(and(any.stream().map(one -> not(of(one, row)))));
      case Not(Predicate one) -> not(of(one, row));
      case Compared(Field column, Comparison comparison, Object value) ->
          compared(row.apply(column), comparison, value);
      case Distinct(Field column, Object value) ->
          !Boolean.TRUE.equals(compared(row.apply(column), Comparison.EQUAL, value));
      case OneOf(Field column, List<Object> values) ->
          not(
              and(
                  values.stream()
                      .map(value -> compared(row.apply(column), Comparison.NOT_EQUAL, value))));
      case Like like -> throw new IllegalArgumentException(like.pattern());
      case IsNull(Field column) -> row.apply(column) == null;
    };
  }

  private static @Nullable Boolean not(@Nullable Boolean one) {
    return one == null ? null : !one;
  }

  private static @Nullable Boolean and(Stream<@Nullable Boolean> each) {
    List<@Nullable Boolean> all = each.toList();
    if (all.contains(false)) {
      return false;
    }
    return all.contains(null) ? null : true;
  }

  @SuppressWarnings("unchecked")
  private static @Nullable Boolean compared(
      @Nullable Object cell, Comparison comparison, Object value) {
    if (cell == null) {
      return null;
    }
    int order =
        cell instanceof Double number && number.doubleValue() == ((Double) value).doubleValue()
            ? 0 // Both zeros are one number.
            : ((Comparable<Object>) cell).compareTo(value);
    return switch (comparison) {
      case EQUAL -> order == 0;
      case NOT_EQUAL -> order != 0;
      case LESS -> order < 0;
      case AT_MOST -> order <= 0;
      case GREATER -> order > 0;
      case AT_LEAST -> order >= 0;
    };
  }
}
