package org.shareexplorer.ui.dashboard;

import java.awt.geom.Rectangle2D;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.dashboard.PageMeasure;
import org.shareexplorer.dashboard.Tile;

/**
 * Tiles are moved by their heads onto others, and made larger by their corners; what is to come is
 * marked meanwhile. FX thread only.
 */
final class TileGestures {

  private final DashboardModel model;
  private final TileGrid grid;
  private final Region mark = new Region();
  private Point2D pressed = Point2D.ZERO;
  private @Nullable EdgeScroll edges;

  TileGestures(DashboardModel model, TileGrid grid) {
    this.model = model;
    this.grid = grid;
    mark.getStyleClass().add("tile-mark");
    mark.setManaged(false);
    mark.setVisible(false);
    mark.setMouseTransparent(true);
  }

  /** Where a tile would come to stand. */
  Region mark() {
    return mark;
  }

  /** Scrolls by itself where a tile is held at an edge. */
  void within(EdgeScroll scroll) {
    edges = scroll;
  }

  /** Lets a tile be moved and made larger. */
  void of(TileView view) {
    view.head().setOnMousePressed(this::press);
    view.head()
        .setOnMouseDragged(mouse -> {
          drag(view, mouse);
          if (edges != null) {
            edges.held(mouse, () -> drag(view, mouse));
          }
        });
    view.head().setOnMouseReleased(mouse -> drop(view, mouse));
    view.handle().setOnMousePressed(this::press);
    view.handle().setOnMouseDragged(mouse -> stretch(view, mouse));
    view.handle().setOnMouseReleased(mouse -> stretched(view, mouse));
  }

  /** On the page, wherever that is scrolled to. */
  private Point2D at(MouseEvent mouse) {
    return grid.sceneToLocal(mouse.getSceneX(), mouse.getSceneY());
  }

  private void press(MouseEvent mouse) {
    pressed = at(mouse);
  }

  private void drag(TileView view, MouseEvent mouse) {
    Point2D way = at(mouse).subtract(pressed);
    view.setTranslateX(way.getX());
    view.setTranslateY(way.getY());
    view.setViewOrder(-1);
    int target = target(view, mouse);
    mark.setVisible(target >= 0);
    if (target >= 0) {
      TileView there = grid.views().get(target);
      mark.resizeRelocate(
          there.getLayoutX(), there.getLayoutY(), there.getWidth(), there.getHeight());
    }
  }

  /** The number of the tile that another one is held over; -1 for none. */
  private int target(TileView held, MouseEvent mouse) {
    Point2D at = at(mouse);
    List<TileView> views = grid.views();
    for (int i = 0; i < views.size(); i++) {
      TileView view = views.get(i);
      boolean over =
          at.getX() >= view.getLayoutX()
              && at.getX() <= view.getLayoutX() + view.getWidth()
              && at.getY() >= view.getLayoutY()
              && at.getY() <= view.getLayoutY() + view.getHeight();
      if (over && !view.equals(held)) {
        return i;
      }
    }
    return -1;
  }

  private void drop(TileView view, MouseEvent mouse) {
    close();
    view.setTranslateX(0);
    view.setTranslateY(0);
    view.setViewOrder(0);
    mark.setVisible(false);
    int target = mouse.isStillSincePress() ? -1 : target(view, mouse);
    if (target >= 0) {
      model.change(model.get().moved(grid.views().indexOf(view), target));
    }
  }

  private void stretch(TileView view, MouseEvent mouse) {
    Rectangle2D area = grid.area(grid.views().indexOf(view), wanted(view, mouse));
    mark.resizeRelocate(area.getX(), area.getY(), area.getWidth(), area.getHeight());
    mark.setVisible(true);
  }

  private Tile wanted(TileView view, MouseEvent mouse) {
    Tile tile = model.get().tiles().get(grid.views().indexOf(view));
    Point2D way = at(mouse).subtract(pressed);
    return tile.sized(
        tile.width() + grid.measure().columns(way.getX()),
        tile.height() + PageMeasure.rows(way.getY()));
  }

  private void stretched(TileView view, MouseEvent mouse) {
    mark.setVisible(false);
    Tile wanted = wanted(view, mouse);
    model.change(model.get().changed(grid.views().indexOf(view), _ -> wanted));
  }

  /** Ends what runs by itself. */
  void close() {
    if (edges != null) {
      edges.stop();
    }
  }
}
