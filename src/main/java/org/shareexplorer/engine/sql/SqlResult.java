package org.shareexplorer.engine.sql;

import java.nio.file.Path;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.SpillFolder;

/**
 * What a query gave, kept in a temporary file for as long as this is open.
 *
 * @param query the query
 * @param table the rows, as a table like any other
 * @param bytes how many bytes the file has
 */
public record SqlResult(SqlQuery query, OpenTable table, long rows, long bytes, Path folder)
    implements AutoCloseable {

  /** Deletes the file. */
  @Override
  public void close() {
    new SpillFolder(folder).delete();
  }
}
