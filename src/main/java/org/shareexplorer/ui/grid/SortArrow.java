package org.shareexplorer.ui.grid;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.shareexplorer.engine.Order;
import org.shareexplorer.ui.filter.FilterState;
import org.shareexplorer.ui.fx.Tip;

/** The arrow in a column's head: how rows are sorted by it, pressed to sort otherwise. */
final class SortArrow extends Label {

  static final double SIZE = 22;

  private static final PseudoClass SORTED = PseudoClass.getPseudoClass("sorted");

  private final GridColumn column;
  private boolean sorts;

  /**
   * An arrow.
   *
   * @param pressed gets whether the column is to be sorted by besides others
   */
  SortArrow(GridColumn column, Consumer<Boolean> pressed) {
    this.column = column;
    getStyleClass().add("grid-sort");
    Tip.setText(this, "Sort the whole table by this column (Alt+Up, Alt+Down); Shift to add it");
    setOnMousePressed(MouseEvent::consume);
    setOnMouseReleased(e -> {
      if (e.getButton() == MouseButton.PRIMARY) {
        pressed.accept(e.isShiftDown());
      }
      e.consume();
    });
    show(FilterState.NONE);
  }

  /** {@return whether rows are sorted by the column} */
  boolean sorts() {
    return sorts;
  }

  /** Shows an order; several are numbered. */
  void show(FilterState by) {
    Optional<Order> order = by.orderOf(column.name());
    boolean down = order.isPresent() && order.get().descending();
    String number =
        order.isPresent() && by.order().size() > 1
            ? Integer.toString(by.order().indexOf(order.get()) + 1)
            : "";
    setText((down ? "↓" : "↑") + number);
    sorts = order.isPresent();
    pseudoClassStateChanged(SORTED, sorts);
    setAccessibleText(
        order.isEmpty()
            ? "Not sorted by " + column.name()
            : "Sorted by " + column.name() + (down ? ", descending" : ", ascending"));
  }
}
