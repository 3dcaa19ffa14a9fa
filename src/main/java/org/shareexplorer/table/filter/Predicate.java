package org.shareexplorer.table.filter;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.shareexplorer.table.Field;

/**
 * A condition on rows, as data. As in SQL, a condition on a null value is neither true nor false,
 * and only rows for which the whole is true match. Values are of the Java types that {@code Values}
 * lists for their column's type, never null.
 */
public sealed interface Predicate {

  /** All of some conditions; without any, every row matches. */
  record And(List<Predicate> all) implements Predicate {
    public And {
      all = List.copyOf(all);
    }
  }

  /** At least one of some conditions; without any, no row matches. */
  record Or(List<Predicate> any) implements Predicate {
    public Or {
      any = List.copyOf(any);
    }
  }

  /** The opposite; what is unknown stays unknown. */
  record Not(Predicate one) implements Predicate {}

  /** A comparison with one value. */
  record Compared(Field column, Comparison comparison, Object value) implements Predicate {
    public Compared {
      Literals.check(column, comparison.ordering(), value);
    }
  }

  /** Another value than the given one, or null: unlike all other conditions, true of null. */
  record Distinct(Field column, Object value) implements Predicate {
    public Distinct {
      Literals.check(column, false, value);
    }
  }

  /** Equal to one of some values. */
  record OneOf(Field column, List<Object> values) implements Predicate {
    public OneOf {
      values = List.copyOf(values);
      for (Object value : values) {
        Literals.check(column, false, value);
      }
    }
  }

  /**
   * A text of some pattern.
   *
   * @param pattern SQL's: {@code %} stands for any text, {@code _} for any character, a backslash
   *     takes the meaning from the character after it
   * @param anyCase whether capital letters are as good as small ones
   */
  record Like(Field column, String pattern, boolean anyCase) implements Predicate {
    public Like {
      Literals.checkText(column);
    }
  }

  /** No value. */
  record IsNull(Field column) implements Predicate {}

  /** {@return the condition that every row matches} */
  static Predicate all() {
    return new And(List.of());
  }

  /** {@return whether every row matches, whatever it holds} */
  default boolean matchesAll() {
    return equals(all());
  }

  /** {@return that there is a value} */
  static Predicate present(Field column) {
    return new Not(new IsNull(column));
  }

  /** {@return all of some conditions, without a group around a single one} */
  static Predicate and(List<Predicate> all) {
    return all.size() == 1 ? all.getFirst() : new And(all);
  }

  /** {@return one of some conditions, without a group around a single one} */
  static Predicate or(List<Predicate> any) {
    return any.size() == 1 ? any.getFirst() : new Or(any);
  }

  /** {@return the columns that it is about, each once} */
  default Set<Field> columns() {
    Set<Field> columns = new LinkedHashSet<>();
    collect(this, columns);
    return columns;
  }

  private static void collect(Predicate predicate, Set<Field> into) {
    switch (predicate) {
      case And(List<Predicate> all) -> all.forEach(one -> collect(one, into));
      case Or(List<Predicate> any) -> any.forEach(one -> collect(one, into));
      case Not(Predicate one) -> collect(one, into);
      case Compared(Field column, Comparison _, Object _) -> into.add(column);
      case Distinct(Field column, Object _) -> into.add(column);
      case OneOf(Field column, List<Object> _) -> into.add(column);
      case Like(Field column, String _, boolean _) -> into.add(column);
      case IsNull(Field column) -> into.add(column);
    }
  }
}
