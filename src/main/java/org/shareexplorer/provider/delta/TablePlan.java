package org.shareexplorer.provider.delta;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.shareexplorer.provider.delta.DataFileWriter.RowSource;

/**
 * A table to be written.
 *
 * @param folder where, below the root: share, schema and table
 * @param description what it is, for a person
 * @param columns all columns in their order, partition columns among them
 * @param partitionColumns the columns whose values stand in the log instead of in the files
 * @param commits its versions, the first one is version 0
 */
public record TablePlan(
    String folder,
    String description,
    List<Column> columns,
    List<String> partitionColumns,
    List<Commit> commits) {

  /**
   * A version.
   *
   * @param at when it is said to have been written
   * @param operation what Delta calls what was done: WRITE, UPDATE
   * @param added the files it adds
   * @param removed names of files of earlier versions that it takes away
   */
  public record Commit(Instant at, String operation, List<Part> added, List<String> removed) {}

  /**
   * A data file.
   *
   * @param name its name, unique in the table, the same on every computer
   * @param partitionValues by partition column
   * @param rows how many rows
   * @param source makes a fresh source of those rows
   */
  public record Part(
      String name, Map<String, String> partitionValues, long rows, Supplier<RowSource> source) {

    /** {@return the path below the table's folder, as it stands on disk} */
    public String path() {
      StringBuilder path = new StringBuilder();
      partitionValues.forEach(
          (key, value) -> path.append(key).append('=').append(value).append('/'));
      return path.append(name).append(".zstd.parquet").toString();
    }
  }

  /** {@return the columns that the files hold} */
  public List<Column> fileColumns() {
    return columns.stream().filter(column -> !partitionColumns.contains(column.name())).toList();
  }

  /** {@return the table's own name} */
  public String name() {
    return folder.substring(folder.lastIndexOf('/') + 1);
  }
}
