package org.shareexplorer.provider.delta;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.shareexplorer.provider.delta.DataFileWriter.RowSource;

/**
 * A table to be written.
 *
 * @param folder where, below the root: share, schema and table
 * @param description what it is, for a person
 * @param columns all columns in their order, partition columns among them
 * @param partitionColumns the columns whose values stand in the log instead of in the files
 * @param commits its versions, the first one is version 0
 * @param changeFeed whether it records what changes
 */
public record TablePlan(
    String folder,
    String description,
    List<Column> columns,
    List<String> partitionColumns,
    List<Commit> commits,
    boolean changeFeed) {

  private static final Column CHANGE_TYPE =
      new Column("_change_type", ColumnType.Simple.STRING, "");

  /** A table that does not record what changes. */
  public TablePlan(
      String folder,
      String description,
      List<Column> columns,
      List<String> partitionColumns,
      List<Commit> commits) {
    this(folder, description, columns, partitionColumns, commits, false);
  }

  /**
   * A version.
   *
   * @param at when it is said to have been written
   * @param operation what Delta calls what was done: WRITE, UPDATE
   * @param added the files it adds
   * @param removed names of files of earlier versions that it takes away
   * @param changed files that tell which rows it changed, if those added and removed do not
   */
  public record Commit(
      Instant at, String operation, List<Part> added, List<String> removed, List<Part> changed) {

    /** A version that changes whole files. */
    public Commit(Instant at, String operation, List<Part> added, List<String> removed) {
      this(at, operation, added, removed, List.of());
    }
  }

  /**
   * A data file.
   *
   * @param name its name, unique in the table, the same on every computer
   * @param partitionValues by partition column
   * @param rows how many rows
   * @param source makes a fresh source of those rows
   * @param changedRows whether it tells which rows changed, and how in a last column of its own
   */
  public record Part(
      String name,
      Map<String, String> partitionValues,
      long rows,
      Supplier<RowSource> source,
      boolean changedRows) {

    /** A file of the table's rows. */
    public Part(
        String name, Map<String, String> partitionValues, long rows, Supplier<RowSource> source) {
      this(name, partitionValues, rows, source, false);
    }

    /** {@return the path below the table's folder, as it stands on disk} */
    public String path() {
      StringBuilder path = new StringBuilder(changedRows ? "_change_data/" : "");
      partitionValues.forEach(
          (key, value) -> path.append(key).append('=').append(value).append('/'));
      return path.append(name).append(".zstd.parquet").toString();
    }
  }

  /** {@return the columns that a file holds} */
  public List<Column> columnsOf(Part part) {
    return Stream.concat(
            columns.stream().filter(column -> !partitionColumns.contains(column.name())),
            part.changedRows() ? Stream.of(CHANGE_TYPE) : Stream.of())
        .toList();
  }

  /** {@return the table's own name} */
  public String name() {
    return folder.substring(folder.lastIndexOf('/') + 1);
  }
}
