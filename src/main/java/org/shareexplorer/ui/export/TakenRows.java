package org.shareexplorer.ui.export;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.export.Recipe;
import org.shareexplorer.job.Job;

/**
 * The rows that are on screen.
 *
 * @param rows the rows, in their order
 * @param title what they are called
 * @param columns names of the columns in sight, from left to right
 * @param recipe how to have them elsewhere; blocks; none for what nothing gives again
 */
public record TakenRows(
    OpenTable rows, String title, List<String> columns, Optional<Function<Job, Recipe>> recipe) {

  public TakenRows {
    columns = List.copyOf(columns);
  }

  /** {@return what to call a file of them, without an ending} */
  String name() {
    String plain = title.replaceAll("[^\\p{L}\\p{N}_ -]+", "_").strip();
    return plain.isEmpty() ? "rows" : plain;
  }
}
