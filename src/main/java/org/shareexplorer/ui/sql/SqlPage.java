package org.shareexplorer.ui.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.chart.ChartSpec;
import org.shareexplorer.engine.sql.SqlCheck;
import org.shareexplorer.engine.sql.SqlResult;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Running;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.settings.OpenPages.OpenPage;
import org.shareexplorer.ui.fx.Background;
import org.shareexplorer.ui.fx.Background.Latest;
import org.shareexplorer.ui.fx.TileWanted;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.ui.palette.Command;
import org.shareexplorer.ui.shell.TabContent;
import org.shareexplorer.ui.table.SizeText;

/** A query, and below it what it gives. FX thread only. */
public final class SqlPage implements TabContent {

  private static final Duration CALM = Duration.millis(450);

  /** Bytes from which on it is worth saying beforehand what a query fetches. */
  private static final long WORTH_SAYING = 1 << 20;

  private final Ui ui;
  private final SqlDesk desk;
  private final SqlEditor editor = new SqlEditor();
  private final CompletionPopup completion;
  private final TableTree tables;
  private final Latest checking;
  private final Latest running;
  private final PauseTransition calm = new PauseTransition(CALM);
  private final SqlBar bar = new SqlBar(this::run, this::stop, this::showHistory);
  private final SqlAnswer answer;
  private final BorderPane root = new BorderPane();
  private final ReadOnlyStringWrapper shownTitle = new ReadOnlyStringWrapper();
  private final Runnable onJoin;
  private Runnable onChange = () -> {};

  /** Whether the keyboard is wanted as soon as the page is in the window. */
  private boolean waiting;

  /** A query that was looked at. */
  private record Looked(SqlCheck check, long bytes) {}

  /** What came of running a query. */
  private record Ran(
      QueryPart query, SqlCheck check, @Nullable SqlResult result, Job job, double seconds) {}

  /**
   * A page.
   *
   * @param text the query to begin with; an empty one for none
   * @param onJoin opens the page on which joins are made
   */
  public SqlPage(Ui ui, SqlDesk desk, String text, Runnable onJoin) {
    this.ui = ui;
    this.desk = desk;
    this.onJoin = onJoin;
    answer = new SqlAnswer(ui);
    checking = ui.background().latest();
    running = ui.background().latest();
    completion = new CompletionPopup(ui, desk, editor.area());
    tables = new TableTree(ui, desk, editor::insert, this::begin);
    build();
    editor.area().textProperty().subscribe(_ -> changed());
    shownTitle.set(QueryTitle.of(text));
    calm.setOnFinished(e -> look());
    editor.text(text);
    editor.area().getUndoManager().forgetHistory();
    begin();
  }

  private void build() {
    BorderPane top = new BorderPane(editor);
    top.setTop(bar);
    SplitPane work = new SplitPane(top, answer);
    work.setOrientation(Orientation.VERTICAL);
    work.setDividerPositions(0.38);
    SplitPane.setResizableWithParent(top, false);
    Label head = new Label("Tables");
    head.getStyleClass().add("sql-tables-head");
    VBox side = new VBox(head, tables);
    side.getStyleClass().add("sql-side");
    VBox.setVgrow(tables, Priority.ALWAYS);
    side.setPrefWidth(220);
    side.setMinWidth(120);
    SplitPane whole = new SplitPane(side, work);
    whole.setDividerPositions(0.2);
    root.setCenter(whole);
    root.getStyleClass().add("sql-page");
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    editor
        .area()
        .sceneProperty()
        .subscribe(scene -> {
          if (scene != null && waiting) {
            waiting = false;
            editor.area().requestFocus();
          }
        });
  }

  private void key(KeyEvent key) {
    if (key.getCode() == KeyCode.ENTER && key.isShortcutDown()) {
      completion.hide();
      run();
      key.consume();
    } else if (key.getCode() == KeyCode.H && key.isShortcutDown()) {
      showHistory();
      key.consume();
    } else if (key.getCode() == KeyCode.ESCAPE && running.busy() && !completion.showing()) {
      stop();
      key.consume();
    }
  }

  /** As long as nothing was run, an example that works is shown. */
  private void begin() {
    if (!running.busy()) {
      answer.offer(new SqlExamples(ui, this::runText, onJoin));
    }
  }

  private void changed() {
    checking.cancel();
    bar.say("");
    bar.runnable(!editor.text().isBlank());
    calm.playFromStart();
  }

  private void look() {
    tell();
    QueryPart query = editor.query();
    if (query.text().isBlank() || running.busy()) {
      return;
    }
    checking.start(
        job -> {
          SqlCheck check = desk.queries().check(query.inPlace(), desk.tables(), job);
          long bytes = check instanceof SqlCheck.Ready ready ? ready.query().bytesToFetch(job) : 0;
          return new Looked(check, bytes);
        },
        looked -> {
          switch (looked.check()) {
            case SqlCheck.Faulty fault -> fault(fault);
            case SqlCheck.Ready _ ->
                bar.say(
                    looked.bytes() >= WORTH_SAYING
                        ? "Will fetch about " + SizeText.of(looked.bytes())
                        : "");
          }
        },
        problem -> bar.say(problem.sentence()));
  }

  /** Tells what the query is by now. */
  private void tell() {
    shownTitle.set(QueryTitle.of(editor.text()));
    onChange.run();
  }

  private void fault(SqlCheck.Faulty fault) {
    editor.wrong(fault.from(), fault.to());
    bar.fault(fault.problem().sentence());
  }

  /** Puts a query in the place of what is there and runs it. */
  public void runText(String text) {
    editor.text(text);
    run();
  }

  private void run() {
    QueryPart query = editor.query();
    if (query.text().isBlank()) {
      return;
    }
    calm.stop();
    checking.cancel();
    tell();
    if (answer.isFocusWithin()) {
      // What is there makes room for the answer.
      editor.area().requestFocus();
    }
    bar.running(true);
    bar.say("Looking at the query…");
    long start = System.nanoTime();
    Running<Ran> now =
        running.start(
            job -> {
              SqlCheck check = desk.queries().check(query.inPlace(), desk.tables(), job);
              SqlResult made = null;
              if (check instanceof SqlCheck.Ready ready) {
                desk.history().add(query.text());
                made = desk.queries().run(ready.query(), job);
              }
              return new Ran(query, check, made, job, (System.nanoTime() - start) / 1e9);
            },
            this::ran,
            this::failed);
    Background.follow(now, progress -> bar.say(progress, now.cost()));
  }

  private void ran(Ran ran) {
    bar.running(false);
    switch (ran.check()) {
      case SqlCheck.Faulty fault -> fault(fault);
      case SqlCheck.Ready _ -> {
        if (ran.result() != null) {
          show(ran.result(), ran);
        }
      }
    }
  }

  private void show(SqlResult made, Ran ran) {
    answer.show(made);
    bar.say(
        String.format(
            Locale.ROOT,
            "%s%,d %s · %d %s · %s fetched · %.1f s",
            ran.query().count() > 1
                ? "Query %d of %d · ".formatted(ran.query().number(), ran.query().count())
                : "",
            made.rows(),
            made.rows() == 1 ? "row" : "rows",
            made.query().columns().size(),
            made.query().columns().size() == 1 ? "column" : "columns",
            SizeText.of(ran.job().cost().bytes()),
            ran.seconds()));
  }

  private void failed(Problem problem) {
    bar.running(false);
    bar.say("");
    answer.failed(problem, this::run);
  }

  private void stop() {
    if (running.busy()) {
      running.cancel();
      bar.running(false);
      bar.say("The query was stopped.");
    }
  }

  private void showHistory() {
    ui.background()
        .start(
            job -> desk.history().all(),
            queries -> new HistoryMenu(queries, editor::text).show(bar.history()),
            problem -> {});
  }

  /** {@return whether something is being looked at or run} */
  boolean busy() {
    return running.busy() || checking.busy();
  }

  SqlEditor editor() {
    return editor;
  }

  /** {@return what the page says of the query} */
  public String said() {
    return bar.said();
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public Optional<OpenPage> kept() {
    return Optional.of(new OpenPage(SqlPages.KIND, editor.text()));
  }

  @Override
  public void onChange(Runnable action) {
    onChange = action;
  }

  @Override
  public String title() {
    return "SQL";
  }

  @Override
  public Optional<ObservableValue<String>> changingTitle() {
    return Optional.of(shownTitle.getReadOnlyProperty());
  }

  @Override
  public String about() {
    return QueryTitle.line(editor.text());
  }

  @Override
  public ObservableValue<List<String>> status() {
    return answer.status();
  }

  @Override
  public void focus() {
    editor.area().requestFocus();
    waiting = editor.area().getScene() == null;
  }

  @Override
  public void showScreen(String title) {
    answer.rows().ifPresent(rows -> rows.showScreen(title));
  }

  @Override
  public void draw(List<ChartSpec> charts) {
    answer.rows().ifPresent(rows -> rows.draw(charts));
  }

  @Override
  public List<Command> commands() {
    List<Command> commands = new ArrayList<>();
    commands.add(Command.of("Run the query", "Shortcut+Enter", bar::runnable, this::run));
    commands.add(Command.of("Stop the query", null, running::busy, this::stop));
    commands.add(Command.of("Queries run before…", "Shortcut+H", this::showHistory));
    answer
        .rows()
        .ifPresent(rows -> {
          commands.add(
              Command.of(
                  "Add these rows to a dashboard…",
                  null,
                  () -> root.fireEvent(new TileWanted(rows.origin(), ""))));
          commands.addAll(rows.commands());
        });
    return commands;
  }

  @Override
  public void close() {
    calm.stop();
    checking.cancel();
    running.cancel();
    completion.hide();
    tables.close();
    answer.close();
  }
}
