package org.shareexplorer.ui.dashboard;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;
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
  private final TileGestures gestures;
  private Placement placement = new Placement(List.of(), 0);
  private double top;
  private double bottom;

  /** The tile that is to have the keyboard once it can be seen; -1 for none. */
  private int wanted = -1;

  /** The tile that had the keyboard last; null if none had. */
  private @Nullable TileView latest;

  /** Whether that one was added, by another page maybe, and nobody has come to see it. */
  private boolean added;

  /** Brings a tile into sight. */
  private Consumer<TileView> bringing = _ -> {};

  /** Whether the tile that has the keyboard is to be in sight once it has its place. */
  private boolean following;

  private BiConsumer<Integer, Deed> deeds = (_, _) -> {};

  /** A grid of a dashboard's tiles. */
  TileGrid(Ui ui, DashboardModel model, TileAnswers answers) {
    this.ui = ui;
    this.model = model;
    this.answers = answers;
    getStyleClass().add("tile-grid");
    gestures = new TileGestures(model, this);
    getChildren().add(gestures.mark());
    model.dashboard().subscribe(this::show);
  }

  /** Says what is to be done with a tile of some number, where it is not just moved or sized. */
  void does(BiConsumer<Integer, Deed> wanted) {
    deeds = wanted;
  }

  /** Is scrolled in a pane: tiles are shown as they come into sight. */
  void within(ScrollPane scroll) {
    gestures.within(new EdgeScroll(scroll));
    bringing = view -> bring(scroll, view);
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

  /** Scrolls no farther than needed; of a tile that has no room, its upper part is shown. */
  private void bring(ScrollPane scroll, TileView view) {
    double height = scroll.getViewportBounds().getHeight();
    double hidden = getHeight() - height;
    double from = view.getLayoutY() - MARGIN;
    double to = view.getLayoutY() + view.getHeight() + MARGIN;
    double wantedTop = Math.min(from, Math.max(hidden * scroll.getVvalue(), to - height));
    if (hidden > 0) {
      scroll.setVvalue(Math.clamp(wantedTop / hidden, 0, 1));
    }
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
    if (now.size() == views.size() + 1 && !views.contains(now.getLast())) {
      latest = now.getLast();
      added = true;
    }
    if (!now.equals(views)) {
      views.clear();
      views.addAll(now);
      List<Node> children = new ArrayList<>(now);
      children.add(gestures.mark());
      getChildren().setAll(children);
      if (added && number >= 0) {
        focus(now.size() - 1);
      } else if (focused != null && focused.getScene() != null) {
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
    view.focusWithinProperty()
        .subscribe(has -> {
          if (has) {
            latest = view;
          }
        });
    view.addEventFilter(KeyEvent.KEY_PRESSED, key -> pressed(view, key));
    view.setOnMousePressed(mouse -> {
      if (!view.isFocusWithin()) {
        view.requestFocus();
      }
      // Else the page around it, which scrolls, takes the keyboard.
      mouse.consume();
    });
    gestures.of(view);
    view.head()
        .setOnMouseClicked(mouse -> {
          if (mouse.getClickCount() == 2) {
            perform(views.indexOf(view), Deed.OPEN);
          }
        });
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
    following = views.get(number).isFocusWithin();
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

  /** The tiles in their order. */
  List<TileView> views() {
    return views;
  }

  /** Where a tile of some number would stand if it were another one. */
  Rectangle2D area(int number, Tile wanted) {
    Placement.Place now = placement.places().get(number);
    Rectangle2D area =
        measure()
            .area(new Placement.Place(now.column(), now.row(), wanted.width(), wanted.height()));
    area.setRect(area.getX() + MARGIN, area.getY() + MARGIN, area.getWidth(), area.getHeight());
    return area;
  }

  PageMeasure measure() {
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
    if (following) {
      following = false;
      views.stream().filter(TileView::isFocusWithin).findFirst().ifPresent(bringing);
    }
    see();
  }

  @Override
  protected double computePrefHeight(double width) {
    return PageMeasure.height(placement.rows()) + 2 * MARGIN;
  }

  /**
   * Puts the keyboard where it was last, and leaves what is in sight as it is; on a tile that was
   * added meanwhile, and brings that into sight.
   */
  void focus() {
    int number = Math.max(0, views.indexOf(latest));
    if (added) {
      focus(number);
    } else {
      take(number);
    }
  }

  /** Puts the keyboard on a tile, if there is one, and brings it into sight. */
  void focus(int number) {
    added = false;
    following = true;
    take(number);
    requestLayout();
  }

  private void take(int number) {
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
    gestures.close();
    views.forEach(TileView::close);
  }
}
