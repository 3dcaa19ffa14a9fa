package org.shareexplorer.ui.chart;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.chart.AnnotatedSpec;
import org.shareexplorer.chart.Chart;
import org.shareexplorer.chart.ChartSpec;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.ui.fx.TileWanted;
import org.shareexplorer.ui.fx.Tip;
import org.shareexplorer.ui.fx.Ui;

/** A card: title, chart or what stands in its place, and a note on exactness. */
final class CardView {

  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  private final ChartsModel model;
  private final ChartCard card;
  private final TakeAlong takeAlong;
  private final ChartPane pane;
  private @Nullable Subscription selection;
  private @Nullable Chart shown;
  private boolean looking;

  @FXML private VBox root;
  @FXML private Label title;
  @FXML private Label remark;
  @FXML private Button only;
  @FXML private Button log;
  @FXML private Button reset;
  @FXML private Button enlarge;
  @FXML private MenuItem copyItem;
  @FXML private MenuItem pngItem;
  @FXML private MenuItem svgItem;
  @FXML private MenuItem pdfItem;
  @FXML private StackPane place;
  @FXML private VBox loading;
  @FXML private ProgressBar progress;
  @FXML private HBox rest;
  @FXML private ProgressBar restProgress;
  @FXML private Label doing;
  @FXML private VBox failed;
  @FXML private Label what;
  @FXML private Label why;
  @FXML private Button retry;
  @FXML private Button sample;
  @FXML private Label note;

  CardView(Ui ui, ChartsModel model, ChartCard card, TakeAlong takeAlong) {
    this.model = model;
    this.card = card;
    this.takeAlong = takeAlong;
    pane = new ChartPane(ui.background(), ui.dark());
    Views.load("CardView.fxml", this);
  }

  @FXML
  void initialize() {
    place.getChildren().addFirst(pane);
    title.textProperty().bind(card.spec().map(spec -> spec.title()));
    title.textProperty().subscribe(words -> Tip.setText(title, words));
    note.textProperty().subscribe(words -> Tip.setText(note, words));
    remark.textProperty().bind(card.spec().map(spec -> spec.note()));
    remark.visibleProperty().bind(remark.textProperty().isNotEmpty());
    remark.managedProperty().bind(remark.visibleProperty());
    // While figures are read, the part that is shown is one of another chart.
    BooleanBinding part =
        Bindings.createBooleanBinding(
            () -> pane.isVisible() && pane.zoom().get().isPresent(),
            pane.visibleProperty(),
            pane.zoom());
    reset.visibleProperty().bind(part);
    reset.managedProperty().bind(reset.visibleProperty());
    only.visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> part.get() && !pane.range().isEmpty(), part, pane.zoom()));
    only.managedProperty().bind(only.visibleProperty());
    pane.zoom().subscribe(shown -> card.zoom(shown));
    log.managedProperty().bind(log.visibleProperty());
    BooleanBinding taken =
        Bindings.createBooleanBinding(
            () -> pane.isVisible() && card.state().get() instanceof CardState.Ready,
            pane.visibleProperty(),
            card.state());
    for (MenuItem item : List.of(copyItem, pngItem, svgItem, pdfItem)) {
      item.disableProperty().bind(taken.not());
    }
    rest.managedProperty().bind(rest.visibleProperty());
    Tip.setText(enlarge, "Enlarge, or back to all charts");
    enlarge.setAccessibleText("Enlarge, or back to all charts");
    pane.onFault(problem -> {
      place(false, false);
      tell(problem);
    });
    pane.passing().subscribe(_ -> note());
    card.state().subscribe(this::show);
    selection =
        model
            .selected()
            .subscribe(selected -> root.pseudoClassStateChanged(SELECTED, selected == card));
    root.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> model.selected().set(card));
    // Else the page around it, which scrolls, takes the keyboard from the chart.
    root.setOnMousePressed(MouseEvent::consume);
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    pane.focusedProperty()
        .subscribe(focused -> {
          if (focused) {
            model.selected().set(card);
          }
        });
  }

  /** {@return what is shown} */
  Node node() {
    return root;
  }

  /** {@return the drawing} */
  ChartPane pane() {
    return pane;
  }

  /** Ends what runs for the view. */
  void close() {
    pane.close();
    if (selection != null) {
      selection.unsubscribe();
    }
  }

  private void show(CardState state) {
    boolean glimpsed =
        state instanceof CardState.Loading(var _, var glimpse) && glimpse.isPresent();
    place(
        glimpsed || state instanceof CardState.Ready,
        !glimpsed && state instanceof CardState.Loading);
    looking = glimpsed;
    note();
    boolean large =
        state instanceof CardState.Failed(Problem problem)
            && problem.code() == ProblemCode.TOO_LARGE;
    sample.setVisible(large);
    sample.setManaged(large);
    log.setVisible(false);
    switch (state) {
      case CardState.Idle() -> {
        what.setText("");
        why.setText("Not read yet.");
        retry.setText("Read");
      }
      case CardState.Loading(var latest, var glimpse) -> {
        double share = latest.known() ? latest.fraction() : -1;
        progress.setProgress(share);
        doing.setText(latest.doing());
        restProgress.setProgress(share);
        glimpse.filter(chart -> !chart.equals(shown)).ifPresent(this::showPassing);
      }
      case CardState.Ready ready -> {
        show(ready.chart());
        log.setVisible(ready.chart().figures().logarithmic().isPresent());
      }
      case CardState.Failed(Problem problem) -> tell(problem);
    }
  }

  private void show(Chart chart) {
    pane.show(chart);
    note(chart);
  }

  private void showPassing(Chart chart) {
    pane.showPassing(chart);
    note(chart);
  }

  private void note(Chart chart) {
    shown = chart;
    note();
  }

  /** The note is on what is seen, be the chart of all rows known already. */
  private void note() {
    Chart seen = pane.passing().get();
    boolean first = pane.isVisible() && (seen != null || looking);
    rest.setVisible(first);
    Chart told = seen == null ? shown : seen;
    if (told != null) {
      note.setText((first ? "First look, all rows follow: " : "") + told.exactness());
    }
  }

  private void place(boolean read, boolean reading) {
    pane.setVisible(read);
    loading.setVisible(reading);
    failed.setVisible(!read && !reading);
    note.setVisible(read);
  }

  private void tell(Problem problem) {
    what.setText(problem.what());
    why.setText((problem.why() + " " + problem.remedy()).strip());
    retry.setText("Try again");
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && model.enlarged().get() == card) {
      model.enlarged().set(null);
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER && event.getTarget() == pane) {
      enlarge();
      event.consume();
    }
  }

  @FXML
  void enlarge() {
    model.selected().set(card);
    model.enlarged().set(model.enlarged().get() == card ? null : card);
  }

  @FXML
  void log() {
    if (card.state().get() instanceof CardState.Ready ready) {
      ChartSpec before = card.spec().get();
      ready
          .chart()
          .figures()
          .logarithmic()
          .ifPresent(spread -> card.show(AnnotatedSpec.of(before).on(spread)));
    }
  }

  @FXML
  void only() {
    pane.pickRange();
  }

  @FXML
  void reset() {
    pane.reset();
  }

  @FXML
  void stop() {
    card.stop();
  }

  @FXML
  void again() {
    model.again(card);
  }

  @FXML
  void sample() {
    card.askSample();
  }

  @FXML
  void copy() {
    takeAlong.copy(card);
  }

  @FXML
  void savePng() {
    takeAlong.savePng(card);
  }

  @FXML
  void saveSvg() {
    takeAlong.saveSvg(card);
  }

  @FXML
  void savePdf() {
    takeAlong.savePdf(card);
  }

  @FXML
  void toDashboard() {
    root.fireEvent(new TileWanted(card.spec().get()));
  }

  @FXML
  void remove() {
    model.remove(card);
  }
}
