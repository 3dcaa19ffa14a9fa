package org.shareexplorer.ui.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.shareexplorer.chart.ChartSpec;
import org.shareexplorer.engine.sql.SqlCheck;
import org.shareexplorer.engine.sql.SqlResult;
import org.shareexplorer.job.Running;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.settings.OpenPages.OpenPage;
import org.shareexplorer.ui.fx.Background;
import org.shareexplorer.ui.fx.Background.Latest;
import org.shareexplorer.ui.fx.TileWanted;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.ui.palette.Command;
import org.shareexplorer.ui.shell.TabContent;

/** A query, and below it what it gives. FX thread only. */
public final class SqlPage implements TabContent {

  private final Ui ui;
  private final SqlDesk desk;
  private final SqlEditor editor = new SqlEditor();
  private final CompletionPopup completion;
  private final TableTree tables;
  private final Latest running;
  private final SqlBar bar = new SqlBar(this::run, this::stop, this::showHistory);
  private final Proofreading proof;
  private final SqlAnswer answer;
  private final BorderPane root = new BorderPane();
  private final ReadOnlyStringWrapper shownTitle = new ReadOnlyStringWrapper();
  private final Runnable onJoin;
  private Runnable onChange = () -> {};

  /** Whether the keyboard is wanted as soon as the page is in the window. */
  private boolean waiting;

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
    proof = new Proofreading(ui, desk, editor, bar, this::look);
    running = ui.background().latest();
    completion = new CompletionPopup(ui, desk, editor.area());
    tables = new TableTree(ui, desk, editor::insert, this::listed);
    build();
    editor.area().textProperty().subscribe(_ -> changed());
    shownTitle.set(QueryTitle.of(text));
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

  private void listed() {
    begin();
    if (!running.busy()) {
      proof.tablesChanged();
    }
  }

  private void changed() {
    bar.runnable(!editor.text().isBlank());
    proof.changed();
  }

  private void look() {
    tell();
    if (!running.busy()) {
      proof.read();
    }
  }

  /** Tells what the query is by now. */
  private void tell() {
    shownTitle.set(QueryTitle.of(editor.text()));
    onChange.run();
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
    proof.stop();
    tell();
    if (answer.isFocusWithin()) {
      // What is there makes room for the answer.
      editor.area().requestFocus();
    }
    answer.begun();
    bar.running(true);
    bar.say("Looking at the query…");
    Running<RanQuery> now =
        running.start(job -> RanQuery.of(query, desk, job), this::ran, this::failed);
    Background.follow(now, progress -> bar.say(progress, now.cost()));
  }

  private void ran(RanQuery ran) {
    bar.running(false);
    switch (ran.check()) {
      case SqlCheck.Faulty fault -> proof.mark(fault);
      case SqlCheck.Ready _ -> {
        SqlResult made = ran.result();
        if (made != null) {
          answer.show(made);
          bar.say(ran.summary(made));
        }
      }
    }
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
    return running.busy() || proof.busy();
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
    proof.stop();
    running.cancel();
    completion.hide();
    editor.close();
    tables.close();
    answer.close();
  }
}
