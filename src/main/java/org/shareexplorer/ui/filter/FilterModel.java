package org.shareexplorer.ui.filter;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.shareexplorer.engine.Order;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.filter.Predicate;
import org.shareexplorer.ui.filter.FilterState.Condition;

/** A table's conditions and orders as they are changed, without controls. FX thread only. */
public final class FilterModel {

  private static final int STEPS_BACK = 50;

  private final ReadOnlyObjectWrapper<FilterState> state =
      new ReadOnlyObjectWrapper<>(FilterState.NONE);
  private final Deque<FilterState> before = new ArrayDeque<>();
  private Consumer<Field> editor = _ -> {};

  /** {@return what holds now} */
  public ReadOnlyObjectProperty<FilterState> state() {
    return state.getReadOnlyProperty();
  }

  /** {@return what holds now} */
  public FilterState get() {
    return state.get();
  }

  /** Changes all at once. */
  public void set(FilterState changed) {
    if (changed.equals(state.get())) {
      return;
    }
    before.push(state.get());
    if (before.size() > STEPS_BACK) {
      before.removeLast();
    }
    state.set(changed);
  }

  /** Has conditions and orders of an earlier time hold, as if they had from the beginning. */
  public void begin(FilterState earlier) {
    before.clear();
    state.set(earlier);
  }

  /** Has somebody put conditions together with the person. */
  void editedBy(Consumer<Field> other) {
    editor = other;
  }

  /** Has a condition on a column put together with the person. */
  public void edit(Field column) {
    editor.accept(column);
  }

  /** Adds a condition. */
  public void add(Predicate predicate) {
    set(get().with(predicate));
  }

  /** Adds conditions, in one step to take back. */
  public void addAll(List<Predicate> predicates) {
    FilterState wanted = get();
    for (Predicate predicate : predicates) {
      wanted = wanted.with(predicate);
    }
    set(wanted);
  }

  /** Puts a condition in another one's place. */
  public void replace(int place, Predicate predicate) {
    set(get().replaced(place, new Condition(predicate, false)));
  }

  /** Takes a condition away. */
  public void remove(int place) {
    set(get().without(place));
  }

  /** Puts a condition aside, or has it hold again. */
  public void toggle(int place) {
    Condition condition = get().conditions().get(place);
    set(get().replaced(place, new Condition(condition.predicate(), !condition.off())));
  }

  /** Takes all conditions and orders away. */
  public void clear() {
    set(FilterState.NONE);
  }

  /** Only rows with this very value in a column; null stands for null. */
  public void only(Field column, Optional<Object> value) {
    add(
        value
            .<Predicate>map(v -> new Predicate.OneOf(column, List.of(v)))
            .orElseGet(() -> new Predicate.IsNull(column)));
  }

  /** No rows with this value in a column; rows without any stay, unless null is meant. */
  public void without(Field column, Optional<Object> value) {
    add(
        value
            .<Predicate>map(v -> new Predicate.Distinct(column, v))
            .orElseGet(() -> Predicate.present(column)));
  }

  /** Sorts by one column alone, or no longer. */
  public void sort(String column, Optional<Boolean> descending) {
    set(get().sorted(descending.map(d -> List.of(new Order(column, d))).orElse(List.of())));
  }

  /** Leaves rows in the table's order. */
  public void unsort() {
    set(get().sorted(List.of()));
  }

  /** Sorts by one more column, after the others; or turns its order round. */
  public void sortAlso(String column, boolean descending) {
    List<Order> order = new ArrayList<>(get().order());
    order.removeIf(by -> by.column().equals(column));
    order.add(new Order(column, descending));
    set(get().sorted(order));
  }

  /** Sorts upwards, then downwards, then no longer. */
  public void sortOn(String column) {
    Optional<Order> now = get().orderOf(column);
    sort(
        column,
        now.isEmpty()
            ? Optional.of(false)
            : now.get().descending() ? Optional.empty() : Optional.of(true));
  }

  /** {@return whether there is anything to take back} */
  public boolean undoable() {
    return !before.isEmpty();
  }

  /** Takes the last change back. */
  public void undo() {
    if (undoable()) {
      state.set(before.pop());
    }
  }
}
