package org.shareexplorer.ui.export;

import java.util.List;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.export.Recipe;

/**
 * The rows that are on screen.
 *
 * @param rows the rows, in their order
 * @param columns names of the columns in sight, from left to right
 * @param recipe how to have them elsewhere
 */
public record TakenRows(OpenTable rows, List<String> columns, Recipe recipe) {

  public TakenRows {
    columns = List.copyOf(columns);
  }

  /** {@return what to call a file of them, without an ending} */
  String name() {
    String plain = recipe.table().table().replaceAll("[^\\p{L}\\p{N}_ -]+", "_").strip();
    return plain.isEmpty() ? "rows" : plain;
  }
}
