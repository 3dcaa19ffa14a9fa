package org.shareexplorer.ui.filter;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.table.CellText;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.filter.Comparison;
import org.shareexplorer.table.filter.FilterParser;
import org.shareexplorer.table.filter.FilterText;
import org.shareexplorer.table.filter.LikePattern;
import org.shareexplorer.table.filter.Literals;
import org.shareexplorer.table.filter.Literals.Unfit;
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
 * A condition as it is being put together.
 *
 * @param first the text, or the lower end of a range; times without an offset are in the zone shown
 * @param second the upper end of a range, itself within; a day means all of it
 * @param values the values ticked
 * @param nulls whether null is ticked among them
 * @param anyCase whether capital letters are as good as small ones
 */
record ConditionDraft(
    Field column,
    ConditionKind kind,
    String first,
    String second,
    List<Object> values,
    boolean nulls,
    boolean anyCase) {

  /** Nothing chosen yet. */
  static ConditionDraft empty(Field column) {
    ConditionKind kind = ConditionKind.of(column.type()).getFirst();
    return new ConditionDraft(column, kind, "", "", List.of(), false, true);
  }

  private static ConditionDraft single(Field column, ConditionKind kind, String text) {
    return new ConditionDraft(column, kind, text, "", List.of(), false, true);
  }

  private static ConditionDraft listed(
      Field column, ConditionKind kind, List<Object> values, boolean nulls) {
    return new ConditionDraft(column, kind, "", "", values, nulls, true);
  }

  /** {@return the draft that a condition may have come from} */
  static ConditionDraft of(Predicate predicate, ZoneId zone) {
    Field column = predicate.columns().iterator().next();
    return switch (predicate) {
      case OneOf(Field _, List<Object> values)
          when ConditionKind.of(column.type()).contains(ConditionKind.ONE_OF) ->
          listed(column, ConditionKind.ONE_OF, values, false);
      case Not(OneOf(Field _, List<Object> values)) ->
          listed(column, ConditionKind.NONE_OF, values, true);
      case Or(List<Predicate> any)
          when any.equals(List.of(any.getFirst(), new IsNull(column))) && any.size() == 2 ->
          switch (any.getFirst()) {
            case OneOf(Field _, List<Object> values) ->
                listed(column, ConditionKind.ONE_OF, values, true);
            case Not(OneOf(Field _, List<Object> values)) ->
                listed(column, ConditionKind.NONE_OF, values, false);
            default -> written(column, predicate);
          };
      case Like like -> like(like, false, predicate);
      case Not(Like like) -> like(like, true, predicate);
      case IsNull _ -> single(column, ConditionKind.NULL, "");
      case Not(IsNull _) -> single(column, ConditionKind.PRESENT, "");
      case Distinct(Field _, Object value) when column.type() != Simple.STRING ->
          single(column, ConditionKind.OTHER, text(value, zone));
      case Compared(Field _, Comparison comparison, Object value) ->
          compared(column, comparison, value, predicate, zone);
      case And(List<Predicate> all)
          when all.size() == 2
              && all.getFirst() instanceof Compared from
              && all.getLast() instanceof Compared to
              && predicate.columns().size() == 1
              && from.comparison() == Comparison.AT_LEAST
              && to.comparison() == Comparison.AT_MOST ->
          new ConditionDraft(
              column,
              ConditionKind.BETWEEN,
              text(from.value(), zone),
              text(to.value(), zone),
              List.of(),
              false,
              true);
      default -> written(column, predicate);
    };
  }

  private static ConditionDraft written(Field column, Predicate predicate) {
    return single(column, ConditionKind.WRITTEN, FilterText.of(predicate));
  }

  private static ConditionDraft like(Like like, boolean not, Predicate predicate) {
    String pattern = like.pattern();
    ConditionKind kind =
        LikePattern.contained(pattern).isPresent()
            ? not ? ConditionKind.LACKS : ConditionKind.CONTAINS
            : not
                ? ConditionKind.WRITTEN
                : LikePattern.beginning(pattern).isPresent()
                    ? ConditionKind.STARTS
                    : LikePattern.end(pattern).isPresent()
                        ? ConditionKind.ENDS
                        : ConditionKind.WRITTEN;
    String text =
        LikePattern.contained(pattern)
            .or(() -> LikePattern.beginning(pattern))
            .or(() -> LikePattern.end(pattern))
            .orElse("");
    return kind == ConditionKind.WRITTEN
        ? written(like.column(), predicate)
        : new ConditionDraft(like.column(), kind, text, "", List.of(), false, like.anyCase());
  }

  private static ConditionDraft compared(
      Field column, Comparison comparison, Object value, Predicate predicate, ZoneId zone) {
    if (value instanceof Boolean truth && comparison == Comparison.EQUAL) {
      return single(column, truth ? ConditionKind.TRUE : ConditionKind.FALSE, "");
    }
    if (column.type() == Simple.STRING) {
      return written(column, predicate);
    }
    return switch (comparison) {
      case EQUAL -> single(column, ConditionKind.EQUAL, text(value, zone));
      case AT_LEAST -> single(column, ConditionKind.BETWEEN, text(value, zone));
      case AT_MOST ->
          new ConditionDraft(
              column, ConditionKind.BETWEEN, "", text(value, zone), List.of(), false, true);
      default -> written(column, predicate);
    };
  }

  private static String text(Object value, ZoneId zone) {
    return value instanceof Instant at
        ? CellText.plain(LocalDateTime.ofInstant(at, zone)).replace('T', ' ')
        : CellText.plain(value);
  }

  /**
   * {@return the condition}
   *
   * @param fields the table's columns
   * @throws Unfit if it cannot be meant so
   * @throws org.shareexplorer.problem.ProblemException if what is written by hand is no condition
   */
  Predicate predicate(List<Field> fields, ZoneId zone) throws Unfit {
    return switch (kind) {
      case BETWEEN -> between(zone);
      case ONE_OF -> oneOf();
      case NONE_OF -> noneOf();
      case CONTAINS -> like(LikePattern.containing(needed()));
      case LACKS -> new Not(like(LikePattern.containing(needed())));
      case STARTS -> like(LikePattern.startingWith(needed()));
      case ENDS -> like(LikePattern.endingWith(needed()));
      case EQUAL ->
          new Compared(
              column, Comparison.EQUAL, Literals.value(column, zoned(column, needed(), zone)));
      case OTHER -> new Distinct(column, Literals.value(column, zoned(column, needed(), zone)));
      case TRUE -> new Compared(column, Comparison.EQUAL, true);
      case FALSE -> new Compared(column, Comparison.EQUAL, false);
      case NULL -> new IsNull(column);
      case PRESENT -> Predicate.present(column);
      case WRITTEN -> {
        needed();
        yield FilterParser.parse(first, fields);
      }
    };
  }

  private String needed() throws Unfit {
    if (first.isEmpty()) {
      throw new Unfit("Type what to look for.");
    }
    return first;
  }

  private Predicate like(String pattern) {
    return new Like(column, pattern, anyCase);
  }

  private Predicate oneOf() throws Unfit {
    if (values.isEmpty() && !nulls) {
      throw new Unfit("Tick at least one value.");
    }
    List<Predicate> any = new ArrayList<>();
    if (!values.isEmpty()) {
      any.add(new OneOf(column, values));
    }
    if (nulls) {
      any.add(new IsNull(column));
    }
    return Predicate.or(any);
  }

  /** Rows without a value stay, unless null is ticked as well. */
  private Predicate noneOf() throws Unfit {
    if (values.isEmpty()) {
      if (!nulls) {
        throw new Unfit("Tick at least one value.");
      }
      return Predicate.present(column);
    }
    Predicate not = new Not(new OneOf(column, values));
    return nulls ? not : new Or(List.of(not, new IsNull(column)));
  }

  private Predicate between(ZoneId zone) throws Unfit {
    List<Predicate> ends = new ArrayList<>();
    if (!first.isBlank()) {
      ends.add(Literals.compared(column, Comparison.AT_LEAST, zoned(column, first, zone)));
    }
    if (!second.isBlank()) {
      LocalDate day = column.type() == Simple.DATE ? null : day(second);
      ends.add(
          day == null
              ? Literals.compared(column, Comparison.AT_MOST, zoned(column, second, zone))
              : Literals.compared(
                  column, Comparison.LESS, zoned(column, day.plusDays(1).toString(), zone)));
    }
    if (ends.isEmpty()) {
      throw new Unfit("Type where the range begins, where it ends, or both.");
    }
    return Predicate.and(ends);
  }

  private @Nullable LocalDate day(String text) {
    try {
      return column.type().temporal() ? LocalDate.parse(text.strip()) : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** What people type is in the zone in which they see the table. */
  private static String zoned(Field column, String text, ZoneId zone) {
    if (column.type() != Simple.TIMESTAMP) {
      return text;
    }
    String time = text.strip().replace(' ', 'T');
    try {
      LocalDateTime local =
          time.contains("T") ? LocalDateTime.parse(time) : LocalDate.parse(time).atStartOfDay();
      return CellText.plain(local.atZone(zone).toInstant());
    } catch (DateTimeException e) {
      // It has an offset of its own, or is no time at all, which is told elsewhere.
      return text;
    }
  }
}
