package org.shareexplorer.ui.profile;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.Summary;
import org.shareexplorer.engine.SummaryQuestion;
import org.shareexplorer.job.Cost;
import org.shareexplorer.job.Running;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.table.Field;
import org.shareexplorer.ui.fx.Background;
import org.shareexplorer.ui.profile.ProfileRow.State;

/**
 * The columns' figures, asked for one column after the other, so that the first are there early and
 * memory stays small. FX thread only.
 */
public final class ProfileModel {

  /** Up to this many bytes of data files the figures are computed unasked. */
  static final long UNASKED_BYTES = 32L << 20;

  private final OpenTable table;
  private final Background.Latest work;
  private final ObservableList<ProfileRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Cost> cost = new ReadOnlyObjectWrapper<>(Cost.NONE);
  private @Nullable Running<Summary> current;

  /** A profile of a table; nothing is computed yet. */
  public ProfileModel(OpenTable table, Background background) {
    this.table = table;
    this.work = background.latest();
    for (Field field : table.snapshot().fields()) {
      rows.add(new ProfileRow(field, new State.Waiting()));
    }
  }

  /** {@return a line per column, in the table's order} */
  public ObservableList<ProfileRow> rows() {
    return rows;
  }

  /** {@return whether figures are being computed} */
  public ReadOnlyBooleanProperty running() {
    return running.getReadOnlyProperty();
  }

  /** {@return what the figures have cost so far} */
  public ReadOnlyObjectProperty<Cost> cost() {
    return cost.getReadOnlyProperty();
  }

  /** {@return whether the table is small enough to begin without being asked} */
  public boolean beginsUnasked() {
    return table.snapshot().sizeInBytes() <= UNASKED_BYTES;
  }

  /** {@return how many columns have their figures} */
  public long known() {
    return rows.stream().filter(row -> row.state() instanceof State.Known).count();
  }

  /** Computes the figures of the columns that have none yet. */
  public void start() {
    if (!running.get()) {
      next(0);
    }
  }

  /** Stops computing; what is known stays. */
  public void stop() {
    work.cancel();
    rows.replaceAll(row ->
        row.state() instanceof State.Computing
            ? new ProfileRow(row.field(), new State.Waiting())
            : row);
    running.set(false);
  }

  private void next(int from) {
    for (int i = from; i < rows.size(); i++) {
      if (!(rows.get(i).state() instanceof State.Known)) {
        compute(i);
        return;
      }
    }
    running.set(false);
  }

  private void compute(int index) {
    Field field = rows.get(index).field();
    running.set(true);
    rows.set(index, new ProfileRow(field, new State.Computing()));
    current =
        work.start(
            job -> table.ask(new SummaryQuestion(List.of(field.name())), job),
            summary ->
                settle(index, new State.Known(summary.rows(), summary.columns().getFirst()), true),
            problem -> settle(index, new State.Failed(problem), ofThisColumnAlone(problem)));
  }

  private void settle(int index, State state, boolean goOn) {
    if (current != null) {
      cost.set(cost.get().plus(current.cost()));
    }
    rows.set(index, new ProfileRow(rows.get(index).field(), state));
    if (goOn) {
      next(index + 1);
    } else {
      running.set(false);
    }
  }

  /** A server that cannot be reached fails every column: then the person decides when to go on. */
  private static boolean ofThisColumnAlone(Problem problem) {
    return switch (problem.code()) {
      case QUESTION, TABLE_UNSUPPORTED, TOO_LARGE -> true;
      default -> false;
    };
  }
}
