package org.shareexplorer.ui.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.chart.AnnotatedSpec;
import org.shareexplorer.chart.Chart;
import org.shareexplorer.chart.ChartPicture;
import org.shareexplorer.chart.ChartTheme;
import org.shareexplorer.chart.Drawn;
import org.shareexplorer.chart.Mark;
import org.shareexplorer.chart.Picked;
import org.shareexplorer.chart.ShownRange;
import org.shareexplorer.chart.Span;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.ui.fx.Background;

/**
 * A chart that is drawn off the FX thread, at the screen's scale, and answers the pointer and the
 * keyboard: figures where it points, wheel and drag to zoom along the axis, arrows from mark to
 * mark. While a picture is drawn the one before stays, stretched; only the newest wish is drawn.
 */
public final class ChartPane extends Pane {

  private static final double LEAST_ZOOM = 1e-6;

  private final Background.Latest latest;
  private final ReadOnlyBooleanProperty dark;
  private final ImageView picture = new ImageView();
  private final Callout callout = new Callout();
  private final Rectangle brush = new Rectangle();
  private final ChangeListener<Boolean> themeChanged = (_, _, _) -> requestLayout();

  private Consumer<List<Picked>> picking = _ -> {};
  private Consumer<Problem> faults = _ -> {};
  private @Nullable Chart chart;
  private final ReadOnlyObjectWrapper<Optional<Span>> zoom =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private @Nullable Wish drawn;
  private @Nullable Wish drawing;
  private @Nullable Drawn map;
  private int current = -1;
  private double pressed = Double.NaN;

  /** All that decides a picture's pixels. */
  private record Wish(ChartPicture picture, double width, double height, double scale) {}

  private record Result(Image image, Drawn drawn) {}

  /** A pane that shows nothing yet. */
  public ChartPane(Background background, ReadOnlyBooleanProperty dark) {
    this.latest = background.latest();
    this.dark = dark;
    dark.addListener(themeChanged);
    getStyleClass().add("chart-pane");
    brush.getStyleClass().add("chart-brush");
    brush.setVisible(false);
    for (javafx.scene.Node node : List.of(picture, brush)) {
      node.setManaged(false);
      node.setMouseTransparent(true);
    }
    getChildren().addAll(picture, brush);
    getChildren().addAll(callout.nodes());
    setMinSize(80, 60);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleHelp(
        "Arrows, Home and End read the figures, a letter goes to the next one that begins with it,"
            + " Space shows only their rows. Plus and minus zoom, 0 shows all.");
    setOnMouseMoved(this::hover);
    setOnMouseExited(_ -> point(-1));
    setOnMousePressed(this::press);
    setOnMouseDragged(this::drag);
    setOnMouseReleased(this::release);
    setOnScroll(this::wheel);
    setOnKeyPressed(this::key);
    setOnKeyTyped(this::typed);
    focusedProperty()
        .addListener((_, _, focused) -> {
          if (!focused) {
            point(-1);
          }
        });
  }

  /** Shows a chart, all of it. */
  public void show(Chart shown) {
    Chart before = chart;
    chart = shown;
    if (before == null || !before.figures().equals(shown.figures())) {
      // Under its title, the figures of another chart would be taken for its own.
      clear();
    }
    if (before == null
        || !AnnotatedSpec.plain(before.spec()).equals(AnnotatedSpec.plain(shown.spec()))) {
      zoom(Optional.empty());
    }
    setAccessibleText(shown.description());
    point(-1);
    requestLayout();
  }

  /** Takes away what is drawn; what is being drawn will not be shown. */
  private void clear() {
    latest.cancel();
    drawing = null;
    drawn = null;
    map = null;
    picture.setImage(null);
    brush.setVisible(false);
    pressed = Double.NaN;
  }

  /** Says what happens with the rows of a mark that is clicked. */
  void onPick(Consumer<List<Picked>> action) {
    picking = action;
  }

  /** Says what happens where a chart cannot be drawn. */
  void onFault(Consumer<Problem> action) {
    faults = action;
  }

  /** Shows all of the axis again. */
  void reset() {
    zoom(Optional.empty());
  }

  /** {@return the part of the axis that is shown, if not all} */
  ReadOnlyObjectProperty<Optional<Span>> zoom() {
    return zoom.getReadOnlyProperty();
  }

  /** {@return which rows that part stands for; none in particular if that cannot be told} */
  List<Picked> range() {
    Chart shown = chart;
    return shown == null
        ? List.of()
        : zoom.get().map(span -> ShownRange.of(shown, span)).orElse(List.of());
  }

  /** Shows only the rows of the part of the axis that is shown. */
  void pickRange() {
    if (!range().isEmpty()) {
      picking.accept(range());
    }
  }

  /** {@return where what is drawn, once it is} */
  Optional<Drawn> drawn() {
    return Optional.ofNullable(map);
  }

  /** Ends drawing and stops listening. */
  public void close() {
    latest.cancel();
    drawing = null;
    dark.removeListener(themeChanged);
  }

  @Override
  protected void layoutChildren() {
    picture.setFitWidth(getWidth());
    picture.setFitHeight(getHeight());
    draw();
  }

  private void draw() {
    if (chart == null || getScene() == null || getWidth() < 60 || getHeight() < 40) {
      return;
    }
    javafx.stage.Window window = getScene().getWindow();
    double scale = window == null ? 1 : Math.max(window.getOutputScaleX(), 1);
    ChartPicture wanted = new ChartPicture(chart, ChartTheme.of(dark.get()), false, zoom.get());
    Wish wish = new Wish(wanted, getWidth(), getHeight(), scale);
    // While one is drawn the next wish waits: cancelling it would starve the screen of pictures.
    if (drawing != null || wish.equals(drawn)) {
      return;
    }
    drawing = wish;
    latest.start(
        _ -> render(wish),
        result -> {
          drawing = null;
          drawn = wish;
          map = result.drawn();
          picture.setImage(result.image());
          point(current);
          requestLayout();
        },
        problem -> {
          clear();
          drawn = wish;
          setAccessibleText(problem.sentence());
          faults.accept(problem);
        });
  }

  private static Result render(Wish wish) {
    int width = (int) Math.ceil(wish.width() * wish.scale());
    int height = (int) Math.ceil(wish.height() * wish.scale());
    BufferedImage pixels = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
    Graphics2D g2 = pixels.createGraphics();
    try {
      g2.scale(wish.scale(), wish.scale());
      Drawn where = wish.picture().draw(g2, wish.width(), wish.height());
      return new Result(FxImages.of(pixels), where);
    } finally {
      g2.dispose();
    }
  }

  private void hover(MouseEvent event) {
    point(markAt(event.getX(), event.getY()));
  }

  private int markAt(double x, double y) {
    if (map != null) {
      // Smaller marks come after those they lie in.
      for (int i = map.marks().size() - 1; i >= 0; i--) {
        if (map.marks().get(i).area().contains(x, y)) {
          return i;
        }
      }
    }
    return -1;
  }

  private void point(int index) {
    boolean known = map != null && index >= 0 && index < map.marks().size();
    current = known ? index : -1;
    if (!known || map == null) {
      callout.hide();
      setCursor(Cursor.DEFAULT);
      return;
    }
    Mark mark = map.marks().get(index);
    setCursor(mark.picked().isEmpty() ? Cursor.DEFAULT : Cursor.HAND);
    callout.show(mark, getWidth(), getHeight());
  }

  private void press(MouseEvent event) {
    requestFocus();
    if (event.getButton() != MouseButton.PRIMARY || map == null) {
      return;
    }
    if (event.getClickCount() == 2) {
      reset();
    } else if (map.plot().contains(event.getX(), event.getY())) {
      pressed = event.getX();
    }
  }

  private void drag(MouseEvent event) {
    if (Double.isNaN(pressed) || map == null) {
      return;
    }
    point(-1);
    Rectangle2D plot = map.plot();
    double x = Math.clamp(event.getX(), plot.getX(), plot.getMaxX());
    brush.setX(Math.min(pressed, x));
    brush.setWidth(Math.abs(x - pressed));
    brush.setY(plot.getY());
    brush.setHeight(plot.getHeight());
    brush.setVisible(true);
  }

  private void release(MouseEvent event) {
    if (brush.isVisible() && map != null && brush.getWidth() > 4) {
      zoom(
          Optional.of(
              new Span(map.position(brush.getX()), map.position(brush.getX() + brush.getWidth()))));
    }
    if (!brush.isVisible() && !Double.isNaN(pressed) && event.isStillSincePress()) {
      pick(markAt(event.getX(), event.getY()));
    }
    brush.setVisible(false);
    pressed = Double.NaN;
  }

  private void pick(int index) {
    if (map != null && index >= 0 && !map.marks().get(index).picked().isEmpty()) {
      picking.accept(map.marks().get(index).picked());
    }
  }

  private void wheel(ScrollEvent event) {
    if (map == null || chart == null || !map.plot().contains(event.getX(), event.getY())) {
      return;
    }
    if (Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY())) {
      move(-event.getDeltaX() / map.plot().getWidth());
      event.consume();
    } else if (isFocused() || event.isShortcutDown()) {
      // Without focus the wheel scrolls the cards, as everywhere.
      zoom(event.getDeltaY() > 0 ? 0.8 : 1.25, map.position(event.getX()));
      event.consume();
    }
  }

  private void key(KeyEvent event) {
    if (map == null || event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    int marks = map.marks().size();
    double middle = (map.shown().from() + map.shown().to()) / 2;
    switch (event.getCode()) {
      case RIGHT, DOWN -> step(marks == 0 ? -1 : Math.min(marks - 1, current + 1));
      case LEFT, UP -> step(marks == 0 ? -1 : current < 0 ? marks - 1 : Math.max(0, current - 1));
      case HOME -> step(marks == 0 ? -1 : 0);
      case END -> step(marks - 1);
      case PLUS, ADD, EQUALS -> zoom(0.8, middle);
      case MINUS, SUBTRACT -> zoom(1.25, middle);
      case DIGIT0, NUMPAD0 -> reset();
      case SPACE -> pick(current);
      case PAGE_DOWN -> move(0.5);
      case PAGE_UP -> move(-0.5);
      default -> {
        return;
      }
    }
    event.consume();
  }

  /** A letter goes to the next mark whose words begin with it, around the end. */
  private void typed(KeyEvent event) {
    String letter = event.getCharacter();
    if (map == null
        || event.isShortcutDown()
        || event.isAltDown()
        || letter.isEmpty()
        || !Character.isLetter(letter.codePointAt(0))) {
      return;
    }
    int marks = map.marks().size();
    for (int ahead = 1; ahead <= marks; ahead++) {
      int index = (Math.max(current, -1) + ahead) % marks;
      if (map.marks()
          .get(index)
          .text()
          .strip()
          .regionMatches(true, 0, letter, 0, letter.length())) {
        step(index);
        event.consume();
        return;
      }
    }
  }

  private void step(int index) {
    point(index);
    if (current >= 0 && map != null) {
      setAccessibleText(
          "%s, %d of %d"
              .formatted(
                  map.marks().get(current).text().replace("\n", ", "),
                  current + 1,
                  map.marks().size()));
    }
  }

  private void move(double part) {
    if (map != null && zoom.get().isPresent()) {
      double way = map.shown().length() * part;
      zoom(Optional.of(new Span(map.shown().from() + way, map.shown().to() + way)));
    }
  }

  private void zoom(double factor, double around) {
    if (map != null) {
      Span wanted = map.shown().scaled(around, factor);
      if (wanted.length() >= map.whole().length()) {
        reset();
      } else if (wanted.length() > map.whole().length() * LEAST_ZOOM) {
        zoom(Optional.of(wanted));
      }
    }
  }

  private void zoom(Optional<Span> wanted) {
    Drawn known = map;
    zoom.set(known == null ? Optional.empty() : wanted.map(span -> span.within(known.whole())));
    requestLayout();
  }
}
