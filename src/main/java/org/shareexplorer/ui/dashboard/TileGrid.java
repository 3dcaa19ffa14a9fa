package org.shareexplorer.ui.dashboard;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.shareexplorer.dashboard.Dashboard;
import org.shareexplorer.dashboard.PageMeasure;
import org.shareexplorer.dashboard.Placement;
import org.shareexplorer.dashboard.Tile;
import org.shareexplorer.ui.dashboard.TileView.Deed;
import org.shareexplorer.ui.fx.Ui;

/** The tiles in their places; they are moved and made larger by mouse and by keyboard. */
final class TileGrid extends Pane {

  private static final double MARGIN = 18;

  /** How far from what is in sight tiles are made ready. */
  private static final double NEAR = 200;

  private final Ui ui;
  private final DashboardModel model;
  private final TileAnswers answers;
  private final List<TileView> views = new ArrayList<>();
  private final Region mark = new Region();
  private Placement placement = new Placement(List.of(), 0);
  private double pressedX;
  private double pressedY;
  private double top;
  private double bottom;

  /** The tile that is to have the keyboard once it can be seen; -1 for none. */
  private int wanted = -1;

  private BiConsumer<Integer, Deed> deeds = (_, _) -> {};

  /** A grid of a dashboard's tiles. */
  TileGrid(Ui ui, DashboardModel model, TileAnswers answers) {
    this.ui = ui;
    this.model = model;
    this.answers = answers;
    getStyleClass().add("tile-grid");
    mark.getStyleClass().add("tile-mark");
    mark.setManaged(false);
    mark.setVisible(false);
    mark.setMouseTransparent(true);
    getChildren().add(mark);
    model.dashboard().subscribe(this::show);
  }

  /** Says what is to be done with a tile of some number, where it is not just moved or sized. */
  void does(BiConsumer<Integer, Deed> wanted) {
    deeds = wanted;
  }

  /** Is scrolled in a pane: tiles are shown as they come into sight. */
  void within(ScrollPane scroll) {
    Runnable look =
        () -> {
          double height = scroll.getViewportBounds().getHeight();
          top = Math.max(0, getHeight() - height) * scroll.getVvalue();
          bottom = top + height;
          see();
        };
    scroll.viewportBoundsProperty().addListener((_, _, _) -> look.run());
    scroll.vvalueProperty().addListener((_, _, _) -> look.run());
    heightProperty().addListener((_, _, _) -> look.run());
  }

  private void see() {
    for (TileView view : views) {
      if (view.getHeight() > 0
          && view.getLayoutY() < bottom + NEAR
          && view.getLayoutY() + view.getHeight() > top - NEAR) {
        view.see();
      }
    }
  }

  private void show(Dashboard dashboard) {
    Node focused = getScene() == null ? null : getScene().getFocusOwner();
    int number =
        IntStream.range(0, views.size())
            .filter(i -> views.get(i).isFocusWithin())
            .findFirst()
            .orElse(-1);
    List<TileView> left = new ArrayList<>(views);
    List<TileView> now = new ArrayList<>();
    for (Tile tile : dashboard.tiles()) {
      Optional<TileView> same =
          left.stream().filter(view -> view.content().equals(tile.content())).findFirst();
      same.ifPresent(left::remove);
      TileView view = same.orElseGet(() -> view(tile));
      view.name(tile);
      now.add(view);
    }
    left.forEach(TileView::close);
    if (!now.equals(views)) {
      views.clear();
      views.addAll(now);
      List<Node> children = new ArrayList<>(now);
      children.add(mark);
      getChildren().setAll(children);
      if (focused != null && focused.getScene() != null) {
        focused.requestFocus();
      } else if (number >= 0) {
        focus(number);
      }
    }
    placement = Placement.of(dashboard.tiles());
    requestLayout();
  }

  private TileView view(Tile tile) {
    TileView[] made = new TileView[1];
    TileView view =
        new TileView(ui, answers, tile.content(), deed -> perform(views.indexOf(made[0]), deed));
    made[0] = view;
    view.addEventFilter(KeyEvent.KEY_PRESSED, key -> pressed(view, key));
    view.setOnMousePressed(mouse -> {
      if (!view.isFocusWithin()) {
        view.requestFocus();
      }
      // Else the page around it, which scrolls, takes the keyboard.
      mouse.consume();
    });
    view.head().setOnMousePressed(this::press);
    view.head().setOnMouseDragged(mouse -> drag(view, mouse));
    view.head().setOnMouseReleased(mouse -> drop(view, mouse));
    view.head()
        .setOnMouseClicked(mouse -> {
          if (mouse.getClickCount() == 2) {
            perform(views.indexOf(view), Deed.OPEN);
          }
        });
    view.handle().setOnMousePressed(this::press);
    view.handle().setOnMouseDragged(mouse -> stretch(view, mouse));
    view.handle().setOnMouseReleased(mouse -> stretched(view, mouse));
    return view;
  }

  private void pressed(TileView view, KeyEvent key) {
    boolean sizing = key.isShiftDown();
    Deed deed =
        switch (key.getCode()) {
          case LEFT -> key.isAltDown() ? (sizing ? Deed.NARROWER : Deed.BEFORE) : null;
          case RIGHT -> key.isAltDown() ? (sizing ? Deed.WIDER : Deed.AFTER) : null;
          case UP -> key.isAltDown() ? (sizing ? Deed.LOWER : Deed.BEFORE) : null;
          case DOWN -> key.isAltDown() ? (sizing ? Deed.HIGHER : Deed.AFTER) : null;
          case F2 -> Deed.EDIT;
          case ENTER -> view.isFocused() ? Deed.OPEN : null;
          case DELETE, BACK_SPACE -> Deed.REMOVE;
          default -> null;
        };
    if (deed != null && !(key.isShortcutDown() && key.getCode() != KeyCode.ENTER)) {
      perform(views.indexOf(view), deed);
      key.consume();
    }
  }

  private void perform(int number, Deed deed) {
    Dashboard now = model.get();
    if (number < 0 || number >= now.tiles().size()) {
      return;
    }
    switch (deed) {
      case BEFORE -> model.change(now.moved(number, number - 1));
      case AFTER -> model.change(now.moved(number, number + 1));
      case WIDER -> size(number, 1, 0);
      case NARROWER -> size(number, -1, 0);
      case HIGHER -> size(number, 0, 1);
      case LOWER -> size(number, 0, -1);
      case OPEN, EDIT, REMOVE -> deeds.accept(number, deed);
    }
  }

  private void size(int number, int columns, int rows) {
    model.change(
        model
            .get()
            .changed(number, tile -> tile.sized(tile.width() + columns, tile.height() + rows)));
  }

  private void press(MouseEvent mouse) {
    pressedX = mouse.getSceneX();
    pressedY = mouse.getSceneY();
  }

  private void drag(TileView view, MouseEvent mouse) {
    view.setTranslateX(mouse.getSceneX() - pressedX);
    view.setTranslateY(mouse.getSceneY() - pressedY);
    view.setViewOrder(-1);
    int target = target(view, mouse);
    mark.setVisible(target >= 0);
    if (target >= 0) {
      TileView at = views.get(target);
      mark.resizeRelocate(at.getLayoutX(), at.getLayoutY(), at.getWidth(), at.getHeight());
    }
  }

  /** The number of the tile that another one is held over; -1 for none. */
  private int target(TileView held, MouseEvent mouse) {
    var at = sceneToLocal(mouse.getSceneX(), mouse.getSceneY());
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
    view.setTranslateX(0);
    view.setTranslateY(0);
    view.setViewOrder(0);
    mark.setVisible(false);
    int target = mouse.isStillSincePress() ? -1 : target(view, mouse);
    if (target >= 0) {
      model.change(model.get().moved(views.indexOf(view), target));
    }
  }

  private void stretch(TileView view, MouseEvent mouse) {
    Tile wanted = wanted(view, mouse);
    Rectangle2D area =
        measure()
            .area(
                new Placement.Place(
                    placement.places().get(views.indexOf(view)).column(),
                    placement.places().get(views.indexOf(view)).row(),
                    wanted.width(),
                    wanted.height()));
    mark.resizeRelocate(
        area.getX() + MARGIN, area.getY() + MARGIN, area.getWidth(), area.getHeight());
    mark.setVisible(true);
  }

  private Tile wanted(TileView view, MouseEvent mouse) {
    Tile tile = model.get().tiles().get(views.indexOf(view));
    return tile.sized(
        tile.width() + measure().columns(mouse.getSceneX() - pressedX),
        tile.height() + PageMeasure.rows(mouse.getSceneY() - pressedY));
  }

  private void stretched(TileView view, MouseEvent mouse) {
    mark.setVisible(false);
    Tile wanted = wanted(view, mouse);
    model.change(model.get().changed(views.indexOf(view), _ -> wanted));
  }

  private PageMeasure measure() {
    return new PageMeasure(Math.max(320, getWidth() - 2 * MARGIN));
  }

  @Override
  protected void layoutChildren() {
    if (wanted >= 0 && !views.isEmpty()) {
      views.get(Math.min(wanted, views.size() - 1)).requestFocus();
    }
    wanted = -1;
    for (int i = 0; i < views.size(); i++) {
      Rectangle2D area = measure().area(placement.places().get(i));
      views
          .get(i)
          .resizeRelocate(
              Math.rint(area.getX() + MARGIN),
              Math.rint(area.getY() + MARGIN),
              Math.rint(area.getWidth()),
              Math.rint(area.getHeight()));
    }
    see();
  }

  @Override
  protected double computePrefHeight(double width) {
    return PageMeasure.height(placement.rows()) + 2 * MARGIN;
  }

  /** Puts the keyboard on a tile, if there is one. */
  void focus(int number) {
    if (!views.isEmpty()) {
      TileView view = views.get(Math.clamp(number, 0, views.size() - 1));
      view.requestFocus();
      if (!view.isFocused()) {
        // A page that comes to the front is not to be seen before it is laid out.
        wanted = number;
        requestLayout();
      }
    }
  }

  void close() {
    views.forEach(TileView::close);
  }
}
