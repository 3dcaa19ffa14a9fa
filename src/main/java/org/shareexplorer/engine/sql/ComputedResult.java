package org.shareexplorer.engine.sql;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.shareexplorer.engine.LocalFile;
import org.shareexplorer.engine.Relation;
import org.shareexplorer.engine.Session;
import org.shareexplorer.engine.SpillFolder;
import org.shareexplorer.engine.SqlText;
import org.shareexplorer.job.Job;
import org.shareexplorer.table.Field;

/** What a sealed database computes of the parts of tables that were fetched, as a Parquet file. */
final class ComputedResult {

  /** How many rows of a result are stored together: what is looked at is read so many at a time. */
  private static final int ROWS_TOGETHER = 20_480;

  private ComputedResult() {}

  /**
   * Computes a query and writes what it gives; blocks.
   *
   * @param file where the rows go
   * @param files of one table after the other, what was fetched of it
   * @param folder where the database may put what does not fit into memory
   * @param memory how much memory it may use, such as {@code 1GB}
   * @return how many rows there are
   */
  static long write(
      Path file,
      SqlQuery query,
      OptionalLong limit,
      List<List<LocalFile>> files,
      Path folder,
      String memory,
      Job job)
      throws SQLException {
    try (Sandbox sandbox = Sandbox.open(memory, folder, SpillFolder.most(), job)) {
      List<Path> reachable = new ArrayList<>(List.of(file));
      for (int i = 0; i < files.size(); i++) {
        SqlQuery.Input input = query.inputs().get(i);
        files.get(i).forEach(local -> reachable.add(local.path()));
        sandbox
            .session()
            .run(
                "CREATE VIEW "
                    + Sandbox.stored("t" + i)
                    + " AS "
                    + stored(sandbox.session(), input, files.get(i)));
        sandbox.view(input.catalog(), input.table(), input.fields(), "t" + i);
      }
      sandbox.seal(reachable);
      sandbox
          .session()
          .run(
              "COPY (%s%s) TO %s (FORMAT parquet, COMPRESSION snappy, ROW_GROUP_SIZE %d)"
                  .formatted(
                      ResultColumns.selected(query.named(), query.columns()),
                      limit.isPresent() ? " LIMIT " + limit.getAsLong() : "",
                      SqlText.text(file.toString()),
                      ROWS_TOGETHER));
      return sandbox
          .session()
          .row(
              "SELECT num_rows FROM parquet_file_metadata(" + SqlText.text(file.toString()) + ")",
              row -> row.getLong(1));
    }
  }

  /**
   * All columns of a table, so that * means what it means; those that were not fetched are an error
   * to read, never a wrong value.
   */
  private static String stored(Session session, SqlQuery.Input input, List<LocalFile> files)
      throws SQLException {
    List<Field> wanted = new ArrayList<>(input.columns());
    wanted.add(Relation.ROW_NUMBER);
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < input.fields().size(); i++) {
      int place = input.needed().indexOf(i);
      columns.add(
          place >= 0
              ? "r.c" + place + " AS c" + i
              : "CAST(CAST(CAST('not fetched ' || r.c%d AS TINYINT) AS VARCHAR) AS %s) AS c%d"
                  .formatted(
                      input.needed().size(), SqlText.whole(input.fields().get(i).type()), i));
    }
    return columns.stream()
        .collect(
            Collectors.joining(
                ", ", "SELECT ", " FROM " + Relation.over(session, files).whole(wanted) + " AS r"));
  }
}
