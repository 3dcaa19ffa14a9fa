package org.shareexplorer.engine;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.table.filter.Predicate;

/**
 * A Parquet file on this computer that holds some columns of one of a table's data files, with all
 * of that file's rows or those of some row groups, deleted ones too.
 *
 * @param path where it is
 * @param partitionValues the data file's partition values as text, by column name; a null value
 *     stands for null
 * @param mark the name of a boolean column that is true in the rows to leave out, if there are any
 * @param kept which rows of the data file it holds
 * @param matching the rows that count are those that match
 */
public record LocalFile(
    Path path,
    Map<String, @Nullable String> partitionValues,
    Optional<String> mark,
    KeptRows kept,
    Predicate matching) {

  /** A file with all rows of a data file. */
  LocalFile(Path path, Map<String, @Nullable String> partitionValues, Optional<String> mark) {
    this(path, partitionValues, mark, KeptRows.ALL, Predicate.all());
  }

  /** A file of which every row counts. */
  public LocalFile(Path path, Map<String, @Nullable String> partitionValues) {
    this(path, partitionValues, Optional.empty());
  }
}
