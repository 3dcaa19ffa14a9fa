package org.shareexplorer.export;

import java.util.List;
import java.util.OptionalLong;
import org.shareexplorer.engine.View;
import org.shareexplorer.protocol.TableName;

/**
 * What rows of a table are on screen, to be had elsewhere by code.
 *
 * @param version the table's version, if it is not the newest that is wanted
 * @param columns names of the columns, in their order; empty for all
 * @param view which rows, in which order
 */
public record Recipe(TableName table, OptionalLong version, List<String> columns, View view) {

  public Recipe {
    columns = List.copyOf(columns);
  }
}
