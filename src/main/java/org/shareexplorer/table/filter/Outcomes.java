package org.shareexplorer.table.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.filter.Predicate.And;
import org.shareexplorer.table.filter.Predicate.Compared;
import org.shareexplorer.table.filter.Predicate.Distinct;
import org.shareexplorer.table.filter.Predicate.IsNull;
import org.shareexplorer.table.filter.Predicate.Like;
import org.shareexplorer.table.filter.Predicate.Not;
import org.shareexplorer.table.filter.Predicate.OneOf;
import org.shareexplorer.table.filter.Predicate.Or;

/**
 * What a condition may come to on some rows of which only bounds are known. What is said to be
 * impossible is; what is said to be possible need not occur.
 *
 * @param yes whether some row may match
 * @param no whether the condition may be false of some row
 * @param unknown whether the condition may be neither true nor false of some row
 */
public record Outcomes(boolean yes, boolean no, boolean unknown) {

  /** {@return whether every row matches} */
  public boolean certain() {
    return yes && !no && !unknown;
  }

  /** {@return what a condition may come to} */
  public static Outcomes of(Predicate predicate, Function<Field, Bounds> bounds) {
    return switch (predicate) {
      case And(List<Predicate> all) -> and(all, bounds);
      case Or(List<Predicate> any) ->
          not(and(any.stream().<Predicate>map(Not::new).toList(), bounds));
      case Not(Predicate one) -> not(of(one, bounds));
      case Compared(Field column, Comparison comparison, Object value) ->
          compared(bounds.apply(column), column, comparison, value);
      case Distinct(Field column, Object value) -> {
        Outcomes equal = compared(bounds.apply(column), column, Comparison.EQUAL, value);
        yield new Outcomes(equal.no || equal.unknown, equal.yes, false);
      }
      case OneOf(Field column, List<Object> values) -> {
        List<Outcomes> each = new ArrayList<>();
        Bounds of = bounds.apply(column);
        values.forEach(value -> each.add(not(compared(of, column, Comparison.EQUAL, value))));
        Outcomes one = not(and(each));
        yield values.isEmpty() ? new Outcomes(false, of.values(), of.nulls()) : one;
      }
      case Like(Field column, String pattern, boolean anyCase) -> {
        Bounds of = bounds.apply(column);
        boolean may = anyCase || of.mayBeginWith(LikePattern.prefix(pattern));
        yield new Outcomes(of.values() && may, of.values(), of.nulls());
      }
      case IsNull(Field column) -> {
        Bounds of = bounds.apply(column);
        yield new Outcomes(of.nulls(), of.values(), false);
      }
    };
  }

  private static Outcomes not(Outcomes one) {
    return new Outcomes(one.no, one.yes, one.unknown);
  }

  private static Outcomes and(List<Predicate> all, Function<Field, Bounds> bounds) {
    return and(all.stream().map(one -> of(one, bounds)).toList());
  }

  private static Outcomes and(List<Outcomes> all) {
    return new Outcomes(
        all.stream().allMatch(Outcomes::yes),
        all.stream().anyMatch(Outcomes::no),
        all.stream().anyMatch(Outcomes::unknown)
            && all.stream().allMatch(one -> one.yes || one.unknown));
  }

  private static Outcomes compared(Bounds of, Field column, Comparison comparison, Object value) {
    // No bound says whether there are NaNs; they are in no range.
    boolean stray = Literals.floating(column.type());
    if (Literals.notANumber(value)) {
      return new Outcomes(of.values(), of.values(), of.nulls());
    }
    boolean less = of.mayBeLess(value, false);
    boolean greater = of.mayBeGreater(value, false);
    boolean equal = of.mayBeLess(value, true) && of.mayBeGreater(value, true);
    boolean other = !of.mustEqual(value) || stray;
    return switch (comparison) {
      case EQUAL -> among(of, equal, other);
      case NOT_EQUAL -> among(of, other, equal);
      case LESS -> among(of, less, of.mayBeGreater(value, true) || stray);
      case AT_MOST -> among(of, of.mayBeLess(value, true), greater || stray);
      case GREATER -> among(of, greater, of.mayBeLess(value, true) || stray);
      case AT_LEAST -> among(of, of.mayBeGreater(value, true), less || stray);
    };
  }

  private static Outcomes among(Bounds of, boolean yes, boolean no) {
    return new Outcomes(of.values() && yes, of.values() && no, of.nulls());
  }
}
