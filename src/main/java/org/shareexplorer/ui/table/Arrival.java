package org.shareexplorer.ui.table;

import java.util.function.BiConsumer;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.job.Running;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.ui.fx.Background;

/** Follows the list of a table's files where that goes on after the table is shown. */
final class Arrival {

  private final Background.Latest listing;
  private final Label said;
  private final Runnable arrived;
  private final BiConsumer<Problem, Runnable> failed;

  /** What opened the table: as long as it is not cancelled, it goes on listing files. */
  private @Nullable Running<?> opener;

  /**
   * Follows nothing yet.
   *
   * @param said where to say how far the list is
   * @param arrived called once all files are listed
   * @param failed called if they could not be, with what tries again
   */
  Arrival(
      Background background, Label said, Runnable arrived, BiConsumer<Problem, Runnable> failed) {
    this.listing = background.latest();
    this.said = said;
    this.arrived = arrived;
    this.failed = failed;
  }

  /** Follows a table in the place of the one before, whose listing ends. */
  void follow(OpenTable table, @Nullable Running<?> by) {
    if (opener != null && opener != by) {
      opener.cancel();
    }
    opener = by;
    list(table);
  }

  private void list(OpenTable table) {
    listing.cancel();
    if (table.complete()) {
      return;
    }
    Running<OpenTable> running =
        listing.start(
            table::completed,
            _ -> {
              said.setText("");
              arrived.run();
            },
            problem -> {
              said.setText("");
              failed.accept(problem, () -> list(table));
            });
    Background.follow(running, progress -> said.setText(progress.doing()));
  }

  /** Ends the listing. */
  void close() {
    listing.cancel();
    if (opener != null) {
      opener.cancel();
    }
  }
}
