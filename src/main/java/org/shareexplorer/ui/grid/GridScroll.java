package org.shareexplorer.ui.grid;

import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/** How far a grid is scrolled, and the bars that show it. In pixels. FX thread only. */
final class GridScroll {

  private final ScrollBar down = new ScrollBar();
  private final ScrollBar across = new ScrollBar();
  private @Nullable Place wanted;

  /** How far a view is scrolled, in pixels. */
  record Place(double x, double y) {}

  GridScroll() {
    down.setOrientation(Orientation.VERTICAL);
    across.setOrientation(Orientation.HORIZONTAL);
  }

  /** {@return the bar beside the rows} */
  ScrollBar down() {
    return down;
  }

  /** {@return the bar below the columns} */
  ScrollBar across() {
    return across;
  }

  /** {@return how far it is scrolled to the right} */
  double x() {
    return across.getValue();
  }

  /** {@return how far it is scrolled down} */
  double y() {
    return down.getValue();
  }

  /** Scrolls sideways, as far as there is anything. */
  void toX(double x) {
    across.setValue(Math.clamp(x, 0, across.getMax()));
  }

  /** Scrolls down or up, as far as there is anything. */
  void toY(double y) {
    down.setValue(Math.clamp(y, 0, down.getMax()));
  }

  /** Scrolls by so much. */
  void by(double x, double y) {
    toX(x() + x);
    toY(y() + y);
  }

  /** Scrolls as a wheel or fingers do. */
  void wheel(ScrollEvent e) {
    wanted = null;
    boolean sideways = e.isShiftDown() || Math.abs(e.getDeltaX()) > Math.abs(e.getDeltaY());
    double delta = e.getDeltaX() + e.getDeltaY();
    if (sideways) {
      toX(x() - delta);
    } else {
      toY(y() - (e.isInertia() || e.isDirect() ? delta : 2 * delta));
    }
    e.consume();
  }

  /** Is to be scrolled to a place that may not be there yet. */
  void want(Place there) {
    wanted = there;
  }

  /** {@return where it is to be scrolled, if that is still ahead} */
  Optional<Place> wanted() {
    return Optional.ofNullable(wanted);
  }

  /** {@return whether there are so many rows} */
  boolean reaches(Place there) {
    return down.getMax() >= there.y();
  }

  /** Scrolls to a place; none is wanted any more. */
  void to(Place there) {
    wanted = null;
    toX(there.x());
    toY(there.y());
  }

  /** {@return where it is scrolled, or is to be} */
  Place place() {
    return wanted == null ? new Place(x(), y()) : wanted;
  }

  /** Makes a bar tell how much is seen of the whole. */
  static void fit(ScrollBar bar, boolean needed, double whole, double seen) {
    bar.setVisible(needed);
    double most = Math.max(0, whole - seen);
    bar.setMax(most);
    // A scroll bar's thumb is as long as its amount is of its range.
    bar.setVisibleAmount(whole <= 0 ? 0 : most * seen / whole);
    bar.setUnitIncrement(GridView.ROW);
    bar.setBlockIncrement(Math.max(GridView.ROW, seen - GridView.ROW));
    if (bar.getValue() > most) {
      bar.setValue(most);
    }
  }
}
