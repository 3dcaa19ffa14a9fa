package org.shareexplorer.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.table.Field;

/**
 * Some consecutive rows of a table, for some of its columns. Immutable.
 *
 * @param columns the columns, in the order asked for
 * @param first the number of the first row, from 0, in the table's order: file after file
 * @param rows the rows; each holds a value per column (see {@code Values}); fewer than asked for at
 *     the table's end, and where values are so large that they would take too much memory
 * @param end whether the table ends with these rows
 */
public record RowPage(
    List<Field> columns, long first, List<List<@Nullable Object>> rows, boolean end) {

  /** {@return a cell's value} */
  public @Nullable Object value(int row, int column) {
    return rows.get(row).get(column);
  }
}
