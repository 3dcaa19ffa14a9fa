package org.shareexplorer.engine;

import java.sql.SQLException;
import java.util.List;
import java.util.PrimitiveIterator;

/** Leaves deleted rows out of queries. */
final class Deletions {

  private static final int ROWS_AT_ONCE = 1 << 14;

  private Deletions() {}

  /**
   * Lists files' deleted rows in a table.
   *
   * @param table the name to give it
   * @param files files that all have deleted rows
   * @return SQL that takes the listed rows away from {@link ParquetColumns#ROWS}, which are those
   *     of the same files in the same order
   */
  static String leftOut(Session session, String table, List<LocalFile> files) throws SQLException {
    session.run("CREATE TEMP TABLE " + table + " (file BIGINT, number BIGINT)");
    session.fill(
        table,
        into -> {
          for (int file = 0; file < files.size(); file++) {
            PrimitiveIterator.OfLong rows = files.get(file).deleted().orElseThrow().rows();
            for (int i = 0; rows.hasNext(); i++) {
              if (i % ROWS_AT_ONCE == 0) {
                session.check();
              }
              long local = files.get(file).kept().local(rows.nextLong());
              if (local >= 0) {
                into.beginRow().append((long) file).append(local).endRow();
              }
            }
          }
        });
    return " ANTI JOIN "
        + table
        + " AS deleted ON deleted.file = "
        + ParquetColumns.ROWS
        + ".file_index AND deleted.number = "
        + ParquetColumns.ROWS
        + ".file_row_number";
  }
}
