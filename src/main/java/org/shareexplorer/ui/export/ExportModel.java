package org.shareexplorer.ui.export;

import java.nio.file.Path;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.export.Exported;
import org.shareexplorer.export.FileFormat;
import org.shareexplorer.export.Outline;
import org.shareexplorer.export.RowsExport;
import org.shareexplorer.job.Running;
import org.shareexplorer.ui.fx.Background;
import org.shareexplorer.ui.fx.Background.Latest;

/** Rows on their way into a file. Holds no controls. FX thread only. */
final class ExportModel {

  private final Background background;
  private final Latest latest;
  private final ReadOnlyObjectWrapper<@Nullable ExportState> state = new ReadOnlyObjectWrapper<>();
  private @Nullable TakenRows taken;

  ExportModel(Background background) {
    this.background = background;
    latest = background.latest();
  }

  /** {@return how far it is; null before there are rows} */
  ReadOnlyObjectProperty<@Nullable ExportState> state() {
    return state.getReadOnlyProperty();
  }

  /** {@return whether rows are being written} */
  boolean writing() {
    return state.get() instanceof ExportState.Writing;
  }

  /** Looks how much there is of some rows; what is being written goes on. */
  void about(TakenRows rows) {
    if (writing()) {
      return;
    }
    taken = rows;
    Running<Outline> running =
        latest.start(
            new RowsExport(rows.rows(), rows.columns(), false)::outline,
            outline -> state.set(new ExportState.Ready(outline)),
            problem -> state.set(new ExportState.Failed(problem)));
    state.set(new ExportState.Looking(running));
  }

  /** Looks again, after a problem or for another file. */
  void again() {
    about(Objects.requireNonNull(taken));
  }

  /** Writes the rows. */
  void write(FileFormat format, Path file, boolean guarded) {
    TakenRows rows = Objects.requireNonNull(taken);
    RowsExport export = new RowsExport(rows.rows(), rows.columns(), guarded);
    Running<Exported> running =
        latest.start(
            job -> export.write(format, file, background.jobs(), job),
            exported -> state.set(new ExportState.Written(exported)),
            problem -> state.set(new ExportState.Failed(problem)));
    state.set(new ExportState.Writing(running));
  }

  /** Ends what runs. */
  void cancel() {
    latest.cancel();
    state.set(null);
  }
}
