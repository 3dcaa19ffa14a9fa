package org.shareexplorer.ui.chart;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
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
 * mark.
 */
public final class ChartPane extends Pane {

  private static final double CLOSER = 0.8;
  private static final double FARTHER = 1.25;

  private final ReadOnlyBooleanProperty dark;
  private final ChartCanvas canvas;
  private final Callout callout = new Callout();
  private final Brush brush = new Brush();
  private final AxisZoom zoom = new AxisZoom();
  private final ReadOnlyObjectWrapper<@Nullable Chart> passing = new ReadOnlyObjectWrapper<>();
  private final ChangeListener<Boolean> themeChanged = (_, _, _) -> requestLayout();

  private Consumer<List<Picked>> picking = _ -> {};
  private Consumer<Problem> faults = _ -> {};
  private @Nullable Chart chart;
  private boolean soonAnother;
  private int current = -1;

  /** A pane that shows nothing yet. */
  public ChartPane(Background background, ReadOnlyBooleanProperty dark) {
    this.dark = dark;
    canvas = new ChartCanvas(background, this::redrawn, this::failed);
    dark.addListener(themeChanged);
    getStyleClass().add("chart-pane");
    getChildren().addAll(canvas, brush);
    getChildren().addAll(callout.nodes());
    zoom.part().subscribe(_ -> requestLayout());
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
    show(shown, false);
  }

  /** {@return the chart that is drawn, if it is about to be something else; null if it is not} */
  ReadOnlyObjectProperty<@Nullable Chart> passing() {
    return passing.getReadOnlyProperty();
  }

  /** Shows a chart, paler, of which a better one will soon take the place. */
  void showPassing(Chart shown) {
    show(shown, true);
  }

  private void show(Chart shown, boolean another) {
    Chart before = chart;
    boolean same =
        before != null
            && AnnotatedSpec.plain(before.spec()).equals(AnnotatedSpec.plain(shown.spec()));
    if (passing.get() != null && same) {
      // It stays until the better one is drawn, and looks like it.
      brush.release();
    } else if (before == null || !before.figures().equals(shown.figures())) {
      // Under its title, the figures of another chart would be taken for its own.
      clear();
    }
    chart = shown;
    soonAnother = another;
    if (!same) {
      zoom.reset();
    }
    setAccessibleText(shown.description());
    point(-1);
    requestLayout();
  }

  /** Takes away what is drawn, and what is done with it. */
  private void clear() {
    canvas.clear();
    passing.set(null);
    brush.release();
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
    zoom.reset();
  }

  /** {@return the part of the axis that is shown, if not all} */
  ReadOnlyObjectProperty<Optional<Span>> zoom() {
    return zoom.part();
  }

  /** {@return which rows that part stands for; none in particular if that cannot be told} */
  List<Picked> range() {
    Chart shown = chart;
    return shown == null
        ? List.of()
        : zoom.part().get().map(span -> ShownRange.of(shown, span)).orElse(List.of());
  }

  /** Shows only the rows of the part of the axis that is shown. */
  void pickRange() {
    if (!range().isEmpty()) {
      picking.accept(range());
    }
  }

  /** {@return where what is drawn, once it is} */
  Optional<Drawn> drawn() {
    return Optional.ofNullable(canvas.map());
  }

  /** Ends drawing and stops listening. */
  public void close() {
    canvas.close();
    dark.removeListener(themeChanged);
  }

  @Override
  protected void layoutChildren() {
    canvas.setFitWidth(getWidth());
    canvas.setFitHeight(getHeight());
    if (chart == null || getScene() == null || getWidth() < 60 || getHeight() < 40) {
      return;
    }
    javafx.stage.Window window = getScene().getWindow();
    double scale = window == null ? 1 : Math.max(window.getOutputScaleX(), 1);
    ChartTheme theme = ChartTheme.of(dark.get());
    ChartPicture wanted =
        new ChartPicture(chart, soonAnother ? theme.passing() : theme, false, zoom.part().get());
    canvas.draw(wanted, getWidth(), getHeight(), scale);
  }

  private void redrawn() {
    passing.set(
        canvas
            .picture()
            .filter(picture -> picture.theme().ink() < 1)
            .map(ChartPicture::chart)
            .orElse(null));
    point(current);
    requestLayout();
  }

  private void failed(Problem problem) {
    brush.release();
    setAccessibleText(problem.sentence());
    faults.accept(problem);
  }

  private void hover(MouseEvent event) {
    point(markAt(event.getX(), event.getY()));
  }

  private int markAt(double x, double y) {
    Drawn map = canvas.map();
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
    Drawn map = canvas.map();
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
    Drawn map = canvas.map();
    if (event.getButton() != MouseButton.PRIMARY || map == null) {
      return;
    }
    if (event.getClickCount() == 2) {
      reset();
    } else if (map.plot().contains(event.getX(), event.getY())) {
      brush.press(event.getX());
    }
  }

  private void drag(MouseEvent event) {
    Drawn map = canvas.map();
    if (brush.held() && map != null) {
      point(-1);
      brush.drag(event.getX(), map.plot());
    }
  }

  private void release(MouseEvent event) {
    Drawn map = canvas.map();
    if (brush.isVisible() && map != null) {
      brush.marked(map).ifPresent(span -> zoom.to(span, map));
    }
    if (!brush.isVisible() && brush.held() && event.isStillSincePress()) {
      pick(markAt(event.getX(), event.getY()));
    }
    brush.release();
  }

  private void pick(int index) {
    Drawn map = canvas.map();
    if (map != null && index >= 0 && !map.marks().get(index).picked().isEmpty()) {
      picking.accept(map.marks().get(index).picked());
    }
  }

  private void wheel(ScrollEvent event) {
    Drawn map = canvas.map();
    if (map == null || chart == null || !map.plot().contains(event.getX(), event.getY())) {
      return;
    }
    if (Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY())) {
      zoom.move(-event.getDeltaX() / map.plot().getWidth(), map);
      event.consume();
    } else if (isFocused() || event.isShortcutDown()) {
      // Without focus the wheel scrolls the cards, as everywhere.
      zoom.by(event.getDeltaY() > 0 ? CLOSER : FARTHER, map.position(event.getX()), map);
      event.consume();
    }
  }

  private void key(KeyEvent event) {
    Drawn map = canvas.map();
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
      case PLUS, ADD, EQUALS -> zoom.by(CLOSER, middle, map);
      case MINUS, SUBTRACT -> zoom.by(FARTHER, middle, map);
      case DIGIT0, NUMPAD0 -> reset();
      case SPACE -> pick(current);
      case PAGE_DOWN -> zoom.move(0.5, map);
      case PAGE_UP -> zoom.move(-0.5, map);
      default -> {
        return;
      }
    }
    event.consume();
  }

  /** A letter goes to the next mark whose words begin with it, around the end. */
  private void typed(KeyEvent event) {
    Drawn map = canvas.map();
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
    Drawn map = canvas.map();
    if (current >= 0 && map != null) {
      setAccessibleText(
          "%s, %d of %d"
              .formatted(
                  map.marks().get(current).text().replace("\n", ", "),
                  current + 1,
                  map.marks().size()));
    }
  }
}
