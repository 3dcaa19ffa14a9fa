package org.shareexplorer.ui.pivot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.sql.Pivot;
import org.shareexplorer.engine.sql.PivotTable;
import org.shareexplorer.export.Recipe;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Running;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.table.filter.Predicate;
import org.shareexplorer.ui.filter.FilterModel;
import org.shareexplorer.ui.fx.Background.Latest;
import org.shareexplorer.ui.fx.ProblemPane;
import org.shareexplorer.ui.fx.QueryWanted;
import org.shareexplorer.ui.fx.Sheet;
import org.shareexplorer.ui.fx.TileWanted;
import org.shareexplorer.ui.fx.TileWanted.Origin;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.ui.palette.Command;
import org.shareexplorer.ui.table.Opening;
import org.shareexplorer.ui.table.ResultPane;
import org.shareexplorer.ui.table.SizeText;
import org.shareexplorer.ui.table.TableScreen;

/** Figures of groups of a table's rows: fields to choose on the right, their table beside them. */
public final class PivotScreen implements TableScreen {

  /** Bytes up to which figures are computed unasked. */
  private static final long UNASKED = 50L << 20;

  /** More columns that stay in sight would leave too little room for the figures. */
  private static final int FROZEN = 2;

  private final Ui ui;
  private final OpenTable table;
  private final Supplier<Optional<PivotOf>> named;
  private final Latest computing;
  private final PivotFields fields;
  private final BorderPane root = new BorderPane();
  private final StackPane place = new StackPane();
  private final SimpleObjectProperty<List<String>> status = new SimpleObjectProperty<>(List.of());
  private @Nullable FilterModel filter;
  private @Nullable Pivot asked;
  private @Nullable PivotTable shown;
  private @Nullable ResultPane pane;

  /** A pivot that was computed; without one, the bytes that it takes. */
  private record Computed(@Nullable PivotTable table, long bytes, double seconds) {}

  /**
   * A screen for a table that is open; reads nothing before fields are chosen.
   *
   * @param named how queries name the table, as long as they can
   */
  public PivotScreen(Ui ui, OpenTable table, Supplier<Optional<PivotOf>> named) {
    this.ui = ui;
    this.table = table;
    this.named = named;
    computing = ui.background().latest();
    fields =
        new PivotFields(
            table.snapshot().fields(), this::changed, this::openInSql, this::toDashboard);
    fields.goesOn(false);
    root.getStyleClass().addAll("charts", "pivot");
    root.setCenter(place);
    root.setRight(fields);
    root.addEventHandler(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (key.getCode() == KeyCode.E
              && key.isShortcutDown()
              && !key.isShiftDown()
              && pane != null) {
            pane.export();
            key.consume();
          } else if (key.getCode() == KeyCode.ESCAPE && computing.busy()) {
            stop();
            key.consume();
          }
        });
    empty();
  }

  private void empty() {
    Label title = new Label("Figures of groups, without a query");
    title.getStyleClass().add("charts-empty-title");
    Label words =
        Sheet.words(
            "Choose row fields on the right: each of their groups gets a row. A column field gives"
                + " each of its groups a column. Values say what is computed: counts, sums, means"
                + " and more, over all rows.");
    words.getStyleClass().add("charts-empty-text");
    Button suggest = new Button("Suggest one");
    suggest.getStyleClass().add("accent");
    suggest.setOnAction(_ -> suggest());
    message(title, words, suggest);
  }

  private void message(Node... parts) {
    VBox box = new VBox(12, parts);
    box.getStyleClass().add("pivot-message");
    end();
    place.getChildren().setAll(box);
  }

  private void suggest() {
    fields.begin(Likely.pivot(table.snapshot().fields(), ui.zone().get()));
    changed();
  }

  private void changed() {
    Pivot wanted = fields.pivot(ui.zone().get());
    if (wanted.rows().isEmpty() && wanted.across().isEmpty()) {
      computing.cancel();
      asked = null;
      empty();
    } else if (!wanted.equals(asked)) {
      ask(wanted, UNASKED);
    }
  }

  private void ask(Pivot pivot, long most) {
    asked = pivot;
    Running<Computed> running =
        computing.start(
            job -> computed(pivot, most, job),
            computed -> show(pivot, computed),
            problem -> failed(problem, pivot));
    keepTheKeyboard();
    // What was there stays to be seen behind it.
    place.getChildren().removeIf(node -> node.getStyleClass().contains("pivot-message"));
    place.getChildren().removeIf(Opening.class::isInstance);
    Opening opening = new Opening("Computing…", running, this::stop);
    if (pane != null) {
      opening.above();
    }
    place.getChildren().add(opening);
  }

  /** What is taken away must not take the keyboard along, to the window's first button. */
  private void keepTheKeyboard() {
    if (place.isFocusWithin()) {
      fields.requestFocus();
    }
  }

  private Computed computed(Pivot pivot, long most, Job job) {
    long start = System.nanoTime();
    long bytes = table.completed(job).bytesToFetch(pivot.columns(), job);
    return bytes > most
        ? new Computed(null, bytes, 0)
        : new Computed(
            PivotTable.of(ui.queries(), table, pivot, job),
            bytes,
            (System.nanoTime() - start) / 1e9);
  }

  private void show(Pivot pivot, Computed computed) {
    if (computed.table() == null) {
      Button go = new Button("Compute it");
      go.getStyleClass().add("accent");
      go.setOnAction(_ -> ask(pivot, Long.MAX_VALUE));
      message(
          Controls.quiet("Computing this fetches about " + SizeText.of(computed.bytes()) + "."),
          go);
      return;
    }
    String front = Optional.ofNullable(pane).flatMap(ResultPane::screen).orElse("Data");
    end();
    PivotTable found = computed.table();
    ResultPane result =
        ResultPane.ofPivot(
            ui,
            found.result().table(),
            Math.min(pivot.rows().size(), FROZEN),
            PivotCharts.of(found),
            this::query);
    result.showScreen(front);
    shown = found;
    pane = result;
    VBox all = new VBox(result, new PivotNotes(found, computed.seconds(), ui.zone().get()));
    VBox.setVgrow(result, Priority.ALWAYS);
    place.getChildren().setAll(all);
    status.bind(result.status());
    fields.goesOn(named.get().isPresent());
  }

  private void failed(Problem problem, Pivot pivot) {
    end();
    place
        .getChildren()
        .setAll(new ProblemPane(problem, ui.desktop(), () -> ask(pivot, Long.MAX_VALUE)));
  }

  private void stop() {
    Pivot stopped = asked;
    computing.cancel();
    if (stopped != null) {
      Button again = new Button("Compute it");
      again.setOnAction(_ -> ask(stopped, Long.MAX_VALUE));
      message(Controls.quiet("It was stopped."), again);
      again.requestFocus();
    }
  }

  /** What gives the figures on screen again. */
  private Optional<Origin.OfQuery> query() {
    PivotTable found = shown;
    if (found == null) {
      return Optional.empty();
    }
    Predicate matching = filter == null ? Predicate.all() : filter.get().view().filter();
    Optional<String> where =
        matching.matchesAll() ? Optional.empty() : Optional.of(Recipe.condition(matching));
    return named.get().map(of -> new Origin.OfQuery(found.sql(of.from(), where), of.tables()));
  }

  private Optional<Origin.OfQuery> onScreen() {
    return pane == null ? Optional.empty() : pane.origin();
  }

  private void openInSql() {
    onScreen().ifPresent(query -> root.fireEvent(new QueryWanted(query.sql())));
  }

  private void toDashboard() {
    PivotTable found = shown;
    if (found != null) {
      root.fireEvent(new TileWanted(onScreen(), found.pivot().words()));
    }
  }

  /** Ends what is shown of the pivot before. */
  private void end() {
    status.unbind();
    status.set(List.of());
    fields.goesOn(false);
    keepTheKeyboard();
    place.getChildren().clear();
    if (pane != null) {
      pane.close();
      pane = null;
    }
    if (shown != null) {
      shown.close();
      shown = null;
    }
  }

  @Override
  public String title() {
    return "Pivot";
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void shown() {
    if (asked == null) {
      changed();
    }
  }

  @Override
  public void takeOver(TableScreen before) {
    if (before instanceof PivotScreen other) {
      fields.begin(other.fields.pivot(ui.zone().get()));
    }
  }

  @Override
  public void filteredBy(FilterModel model) {
    filter = model;
  }

  @Override
  public ObservableValue<List<String>> status() {
    return status;
  }

  @Override
  public List<Command> commands() {
    List<Command> commands = new ArrayList<>();
    commands.add(Command.of("Suggest a pivot", null, this::suggest));
    commands.add(
        Command.of("Open the pivot in SQL", null, () -> onScreen().isPresent(), this::openInSql));
    commands.add(
        Command.of(
            "Add the pivot to a dashboard…",
            null,
            () -> onScreen().isPresent(),
            this::toDashboard));
    if (pane != null) {
      commands.addAll(pane.commands());
    }
    return commands;
  }

  @Override
  public void close() {
    computing.cancel();
    end();
  }
}
