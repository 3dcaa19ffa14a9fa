package org.shareexplorer.ui.sql;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.sql.SqlQuery;
import org.shareexplorer.engine.sql.SqlResult;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.ui.fx.ProblemPane;
import org.shareexplorer.ui.fx.TileWanted;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.ui.table.ResultPane;

/**
 * What stands below a query: examples as long as nothing was run, then what it gives or why not. FX
 * thread only.
 */
final class SqlAnswer extends StackPane implements AutoCloseable {

  private final Ui ui;
  private final SimpleObjectProperty<List<String>> status = new SimpleObjectProperty<>(List.of());

  /** Whether nothing was run yet. */
  private boolean fresh = true;

  private @Nullable SqlResult result;
  private @Nullable ResultPane pane;

  SqlAnswer(Ui ui) {
    this.ui = ui;
    // What a result has to say above its rows must not push the tables aside.
    setMinWidth(0);
  }

  /** Shows what can be asked, as long as nothing was run. */
  void offer(SqlExamples examples) {
    if (fresh) {
      getChildren().setAll(examples);
    }
  }

  /** Takes away why there was nothing: something else is asked by now. */
  void begun() {
    if (!fresh && pane == null) {
      getChildren().clear();
    }
  }

  /** Shows what a query gave. */
  void show(SqlResult made) {
    close();
    fresh = false;
    result = made;
    ResultPane shown = new ResultPane(ui, made.table(), origin(made.query()));
    pane = shown;
    getChildren().setAll(shown);
    status.bind(shown.status());
  }

  /** What a result is of, for those who want to have it again. */
  private static TileWanted.Origin.OfQuery origin(SqlQuery query) {
    return new TileWanted.Origin.OfQuery(
        query.text().strip(), query.inputs().stream().map(SqlQuery.Input::table).toList());
  }

  /** Shows why there is nothing. */
  void failed(Problem problem, Runnable again) {
    close();
    fresh = false;
    getChildren().setAll(new ProblemPane(problem, ui.desktop(), again));
  }

  /** {@return the rows that are shown, if any} */
  Optional<ResultPane> rows() {
    return Optional.ofNullable(pane);
  }

  /** What is to be said of the rows. */
  ObservableValue<List<String>> status() {
    return status;
  }

  /** Ends what is shown of a result. */
  @Override
  public void close() {
    status.unbind();
    status.set(List.of());
    if (pane != null) {
      pane.close();
      pane = null;
    }
    if (result != null) {
      result.close();
      result = null;
    }
  }
}
