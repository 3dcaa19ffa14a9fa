package org.shareexplorer.ui.export;

import org.shareexplorer.export.Exported;
import org.shareexplorer.export.Outline;
import org.shareexplorer.job.Running;
import org.shareexplorer.problem.Problem;

/** How far an export is. */
sealed interface ExportState {

  /** It is being found out how much there is. */
  record Looking(Running<?> running) implements ExportState {}

  /** It can begin. */
  record Ready(Outline outline) implements ExportState {}

  /** Rows are being written. */
  record Writing(Running<Exported> running) implements ExportState {}

  /** The file is whole. */
  record Written(Exported exported) implements ExportState {}

  /** It did not work. */
  record Failed(Problem problem) implements ExportState {}
}
