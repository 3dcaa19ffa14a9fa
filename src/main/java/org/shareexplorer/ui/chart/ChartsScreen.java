package org.shareexplorer.ui.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.chart.ChartSpec;
import org.shareexplorer.chart.ChartSuggestions;
import org.shareexplorer.chart.Picked;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.filter.Predicate;
import org.shareexplorer.ui.filter.FilterModel;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.ui.table.TableScreen;

/** The charts of a table: cards in a grid, and the selected card's choices beside them. */
public final class ChartsScreen implements TableScreen {

  /** The word on its tab. */
  public static final String TITLE = "Charts";

  private static final double LOWEST_CARD = 260;
  private static final double NARROWEST_CARD = 280;

  private final Ui ui;
  private final ChartsModel model;
  private final TakeAlong takeAlong;
  private final InspectorView inspector;
  private final Map<ChartCard, CardView> views = new LinkedHashMap<>();

  /** Whether a button of the mouse is down. */
  private boolean pointing;

  private boolean started;
  private List<ChartSpec> inherited = List.of();

  /** Which of those. */
  private int selected;

  private Runnable front = () -> {};
  private @Nullable FilterModel filter;

  @FXML private BorderPane root;
  @FXML private ScrollPane scroll;
  @FXML private GridPane grid;
  @FXML private StackPane whole;
  @FXML private VBox empty;
  @FXML private Label emptyTitle;
  @FXML private Label emptyText;
  @FXML private Button suggest;

  /** A screen for a table that is open; reads nothing before it is shown. */
  public ChartsScreen(Ui ui, OpenTable table) {
    this(ui, table, List.of());
  }

  /**
   * A screen for a table of which more is known than its columns' names and types.
   *
   * @param likely the charts to suggest; none for those that names and types tell
   */
  public ChartsScreen(Ui ui, OpenTable table, List<ChartSpec> likely) {
    this.ui = ui;
    model = new ChartsModel(table, likely, ui.background(), ui.zone());
    InspectorView[] told = new InspectorView[1];
    takeAlong = new TakeAlong(ui, text -> told[0].say(text));
    inspector = new InspectorView(model, takeAlong, this::narrowed);
    told[0] = inspector;
    Views.load("ChartsView.fxml", this);
  }

  @FXML
  void initialize() {
    root.setRight(inspector.node());
    boolean drawable = !model.kinds().isEmpty();
    emptyTitle.setText(drawable ? "No charts" : "Nothing to draw here");
    emptyText.setText(
        drawable
            ? "Add a chart on the right, or have some suggested from the columns' types."
            : "Charts need a column of numbers, dates, times or short texts. This table has none.");
    suggest.setVisible(drawable);
    suggest.setManaged(drawable);
    model.cards().subscribe(this::arrange);
    model.enlarged().subscribe(_ -> arrange());
    scroll.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> pointing = true);
    scroll.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> pointing = false);
    model.selected().subscribe(this::reveal);
    scroll.widthProperty().subscribe(this::arrange);
  }

  /** Scrolls to a card if it is not seen. */
  private void reveal(@Nullable ChartCard card) {
    CardView view = views.get(card);
    if (view == null || root.getScene() == null || !grid.getChildren().contains(view.node())) {
      return;
    }
    if (pointing) {
      // What is pressed is seen, and another mark must not come under the pointer.
      return;
    }
    // One that was just added has no place before.
    root.applyCss();
    root.layout();
    double seen = scroll.getViewportBounds().getHeight();
    double rest = grid.getHeight() - seen;
    Bounds place = view.node().getBoundsInParent();
    double top = scroll.getVvalue() * rest;
    if (rest > 0 && (place.getMinY() < top || place.getMaxY() > top + seen)) {
      double wanted = place.getMinY() < top ? place.getMinY() : place.getMaxY() - seen;
      scroll.setVvalue(Math.clamp(wanted / rest, 0, 1));
    }
  }

  private void arrange() {
    if (!views.keySet().equals(new java.util.LinkedHashSet<>(model.cards()))) {
      List<ChartCard> gone = new ArrayList<>(views.keySet());
      gone.removeAll(model.cards());
      gone.forEach(card -> java.util.Objects.requireNonNull(views.remove(card)).close());
      model.cards().forEach(card -> views.computeIfAbsent(card, this::view));
    }
    ChartCard large = model.enlarged().get();
    List<Node> small =
        views.entrySet().stream()
            .filter(entry -> entry.getKey() != large)
            .map(entry -> entry.getValue().node())
            .toList();
    CardView largeView = large == null ? null : views.get(large);
    List<Node> alone = largeView == null ? List.of() : List.of(largeView.node());
    List<Node> inGrid = largeView == null ? small : List.of();
    empty.setVisible(views.isEmpty());
    whole.setVisible(largeView != null);
    scroll.setVisible(largeView == null && !views.isEmpty());
    // A card that is told to be where it is would lose its focus.
    if (!grid.getChildren().equals(inGrid)
        || !whole.getChildren().equals(alone)
        || grid.getColumnCount() != columns(inGrid)) {
      grid.getChildren().clear();
      whole.getChildren().setAll(alone);
      lay(inGrid);
    }
  }

  private CardView view(ChartCard card) {
    CardView view = new CardView(ui, model, card, takeAlong);
    view.pane().onPick(this::pick);
    return view;
  }

  private void pick(List<Picked> picked) {
    FilterModel chips = filter;
    if (chips != null) {
      chips.addAll(PickedRows.of(picked, model.columns(), ui.zone().getValue()));
    }
  }

  @Override
  public void filteredBy(FilterModel filter) {
    this.filter = filter;
  }

  private boolean narrowed() {
    FilterModel chips = filter;
    return chips != null && !chips.get().view().filter().equals(Predicate.all());
  }

  /** How many cards stand beside each other; none, where there are none. */
  private int columns(List<Node> cards) {
    boolean narrow = scroll.getWidth() > 0 && scroll.getWidth() < 2 * NARROWEST_CARD;
    return Math.min(cards.size(), narrow ? 1 : 2);
  }

  private void lay(List<Node> cards) {
    int columns = columns(cards);
    int rows = cards.isEmpty() ? 0 : (cards.size() + columns - 1) / columns;
    grid.getColumnConstraints().clear();
    grid.getRowConstraints().clear();
    for (int i = 0; i < columns; i++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100.0 / columns);
      grid.getColumnConstraints().add(column);
    }
    for (int i = 0; i < rows; i++) {
      RowConstraints row = new RowConstraints(LOWEST_CARD, LOWEST_CARD, Double.MAX_VALUE);
      row.setVgrow(Priority.ALWAYS);
      grid.getRowConstraints().add(row);
    }
    for (int i = 0; i < cards.size(); i++) {
      boolean lastAlone = columns == 2 && i == cards.size() - 1 && i % 2 == 0;
      grid.add(cards.get(i), i % columns, i / columns, lastAlone ? 2 : 1, 1);
    }
  }

  @FXML
  void suggest() {
    model.suggest();
  }

  /** Draws these charts and no others, and shows them. */
  public void draw(List<ChartSpec> charts) {
    started = true;
    model.show(charts);
    front.run();
  }

  /** Adds the chart that suits a column, if any does, and shows it. */
  public void draw(Field column) {
    started = true;
    ChartSuggestions.of(List.of(column)).stream().findFirst().ifPresent(model::add);
    front.run();
  }

  @Override
  public void onFront(Runnable toFront) {
    front = toFront;
  }

  /** Shows something above the charts. */
  public void offer(Node above) {
    root.setTop(above);
  }

  /** {@return the charts behind the screen} */
  public ChartsModel model() {
    return model;
  }

  @Override
  public String title() {
    return TITLE;
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void shown() {
    if (!started) {
      started = true;
      if (inherited.isEmpty()) {
        model.suggest();
      } else {
        inherited.forEach(model::add);
        model.selected().set(model.cards().get(selected));
      }
    }
  }

  @Override
  public void takeOver(TableScreen before) {
    if (before instanceof ChartsScreen other
        && other.started
        && other.model.kinds().equals(model.kinds())) {
      inherited = other.model.cards().stream().map(card -> card.spec().get()).toList();
      selected = Math.max(0, other.model.cards().indexOf(other.model.selected().get()));
    }
  }

  @Override
  public ObservableValue<List<String>> status() {
    return model.status();
  }

  @Override
  public void close() {
    model.close();
    views.values().forEach(CardView::close);
  }
}
