package org.shareexplorer.ui.grid;

import java.time.ZoneId;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.ui.filter.FilterState;
import org.shareexplorer.ui.fx.Tip;
import org.shareexplorer.ui.profile.ProfileState;
import org.shareexplorer.ui.profile.ProfileStrip;

/**
 * The head of a column: its name and, below, its type and its profile. Dragged to move it, at the
 * edge to resize.
 */
final class HeaderCell extends Pane {

  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final PseudoClass FROZEN = PseudoClass.getPseudoClass("frozen");
  private static final double HANDLE = 8;
  private static final double SIDE = 9;
  private static final double BELOW = 6;

  private final VBox words = new VBox();
  private final Region handle = new Region();
  private final SortArrow arrow;
  private final ProfileStrip strip;
  private final String about;
  private double from;
  private double widthBefore;

  /** What the head tells the grid. */
  interface Events {
    void select(int index, boolean extend);

    void resize(int index, double width);

    void fit(int index);

    /** A column is dragged over a place on screen. */
    void drag(int index, double sceneX, boolean dropped);

    void menu(int index, double screenX, double screenY);

    /** {@return whether rows can be sorted here} */
    default boolean sorts() {
      return false;
    }

    /** The arrow was pressed. */
    default void sort(int index, boolean also) {}
  }

  HeaderCell(GridColumn column, Events events, ObservableValue<ZoneId> zone) {
    strip = new ProfileStrip(zone);
    int index = column.index();
    getStyleClass().add("grid-head-cell");
    setManaged(false);
    setAccessibleRole(AccessibleRole.TABLE_COLUMN);
    String type = column.field().type().text();
    Label name = new Label(column.name());
    name.getStyleClass().add("grid-head-name");
    name.setMnemonicParsing(false);
    Label kind = new Label(type);
    kind.getStyleClass().add("grid-head-type");
    words.getStyleClass().add("grid-head-words");
    words.getChildren().addAll(name, kind);
    words.setMouseTransparent(true);
    arrow = new SortArrow(column, also -> events.sort(index, also));
    arrow.setVisible(events.sorts() && FilterItems.sortable(column.field()));
    handle.setCursor(Cursor.H_RESIZE);
    getChildren().addAll(words, strip, arrow, handle);
    about = column.name() + ", " + type;
    String named =
        column.name() + "\n" + type + column.field().comment().map(c -> "\n" + c).orElse("");
    Tip.setText(this, named);
    setOnMouseMoved(e -> {
      boolean over = strip.isVisible() && e.getY() >= strip.getLayoutY();
      double x = over ? e.getX() - strip.getLayoutX() : -1;
      strip.mark(x);
      Tip.setText(this, over && !strip.told(x).isEmpty() ? strip.told(x) : named);
    });
    setOnMouseExited(_ -> strip.mark(-1));
    setOnMousePressed(e -> {
      from = e.getSceneX();
      e.consume();
    });
    setOnMouseDragged(e -> {
      if (e.getButton() == MouseButton.PRIMARY && moved(e)) {
        events.drag(index, e.getSceneX(), false);
      }
    });
    setOnMouseReleased(e -> {
      if (e.getButton() != MouseButton.PRIMARY) {
        return;
      }
      if (moved(e)) {
        events.drag(index, e.getSceneX(), true);
      } else {
        events.select(index, e.isShiftDown());
      }
    });
    setOnContextMenuRequested(e -> {
      events.menu(index, e.getScreenX(), e.getScreenY());
      e.consume();
    });
    handle.setOnMousePressed(e -> {
      from = e.getSceneX();
      widthBefore = getWidth();
      e.consume();
    });
    handle.setOnMouseDragged(e -> {
      events.resize(index, widthBefore + e.getSceneX() - from);
      e.consume();
    });
    handle.setOnMouseReleased(MouseEvent::consume);
    handle.setOnMouseClicked(e -> {
      if (e.getClickCount() == 2) {
        events.fit(index);
      }
      e.consume();
    });
  }

  private boolean moved(MouseEvent e) {
    return Math.abs(e.getSceneX() - from) > 6;
  }

  /** Shows how rows are sorted by the column. */
  void sorted(FilterState by) {
    arrow.show(by);
    requestLayout();
  }

  /** Shows how far the column's profile is, or no profile for null. */
  void profile(@Nullable ProfileState state) {
    strip.setVisible(state != null);
    if (state != null) {
      strip.show(state);
    }
    setAccessibleText(state == null ? about : about + ", " + strip.spoken());
  }

  void mark(boolean chosen, boolean frozen) {
    pseudoClassStateChanged(CHOSEN, chosen);
    pseudoClassStateChanged(FROZEN, frozen);
  }

  @Override
  protected void layoutChildren() {
    // The arrow of a sorted column is always seen: the name must not lie under it.
    double beside = arrow.sorts() ? SortArrow.SIZE : 0;
    words.resizeRelocate(0, 0, getWidth() - 1 - beside, getHeight() - 1);
    arrow.resizeRelocate(getWidth() - HANDLE - SortArrow.SIZE, 4, SortArrow.SIZE, SortArrow.SIZE);
    strip.resizeRelocate(
        SIDE,
        getHeight() - ProfileStrip.HEIGHT - BELOW,
        Math.max(0, getWidth() - 2 * SIDE),
        ProfileStrip.HEIGHT);
    handle.resizeRelocate(getWidth() - HANDLE, 0, HANDLE, getHeight());
  }
}
