package org.shareexplorer.ui.sql;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.shareexplorer.engine.sql.SqlCheck;
import org.shareexplorer.engine.sql.SqlQuery;
import org.shareexplorer.ui.fx.Background.Latest;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.ui.table.SizeText;

/**
 * Reads a query over whenever nobody has typed for a moment: what is wrong is underlined, and what
 * will fetch much says how much. FX thread only.
 */
final class Proofreading {

  private static final Duration CALM = Duration.millis(450);

  /** Bytes from which on it is worth saying beforehand what a query fetches. */
  private static final long WORTH_SAYING = 1 << 20;

  private final SqlDesk desk;
  private final SqlEditor editor;
  private final SqlBar bar;
  private final Latest reading;
  private final PauseTransition calm = new PauseTransition(CALM);
  private boolean faulty;

  /** Whether a name may mean a table that is not listed yet. */
  private boolean unsure;

  /** A query that was looked at, and how many bytes it would fetch. */
  private record Read(SqlCheck check, long bytes) {}

  /**
   * Nothing is read yet.
   *
   * @param onCalm told when nobody has typed for a moment
   */
  Proofreading(Ui ui, SqlDesk desk, SqlEditor editor, SqlBar bar, Runnable onCalm) {
    this.desk = desk;
    this.editor = editor;
    this.bar = bar;
    reading = ui.background().latest();
    calm.setOnFinished(_ -> onCalm.run());
  }

  /** The text is another one: what was said of it is no longer true. */
  void changed() {
    reading.cancel();
    faulty = false;
    unsure = false;
    bar.say("");
    calm.playFromStart();
  }

  /** There are other tables by now: a name that meant none may mean one of them. */
  void tablesChanged() {
    if (faulty || unsure) {
      read();
    }
  }

  /** Reads the query that the caret is in. */
  void read() {
    QueryPart query = editor.query();
    if (query.text().isBlank()) {
      return;
    }
    reading.start(
        job -> {
          SqlCheck check = desk.queries().check(query.inPlace(), desk.tables(), job);
          long bytes = check instanceof SqlCheck.Ready ready ? ready.query().bytesToFetch(job) : 0;
          return new Read(check, bytes);
        },
        read -> {
          switch (read.check()) {
            case SqlCheck.Faulty fault -> mark(fault);
            case SqlCheck.Ready(SqlQuery ready) -> accept(ready, read.bytes());
          }
        },
        problem -> bar.say(problem.sentence()));
  }

  /** Shows what is wrong with a query. */
  void mark(SqlCheck.Faulty fault) {
    faulty = true;
    editor.wrong(fault.from(), fault.to());
    bar.fault(fault.problem().sentence());
  }

  private void accept(SqlQuery query, long bytes) {
    if (faulty) {
      faulty = false;
      editor.wrong(0, 0);
    }
    unsure = !query.caveat().isEmpty();
    String cost = bytes >= WORTH_SAYING ? "Will fetch about " + SizeText.of(bytes) : "";
    bar.say(
        Stream.of(cost, query.caveat())
            .filter(words -> !words.isEmpty())
            .collect(Collectors.joining("\n")));
  }

  boolean busy() {
    return reading.busy();
  }

  /** Reads no more, until the text is another one. */
  void stop() {
    unsure = false;
    calm.stop();
    reading.cancel();
  }
}
