package org.shareexplorer.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.parquet.RowNumbers;
import org.shareexplorer.parquet.RowReader;
import org.shareexplorer.table.DataFile;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.PartitionValue;
import org.shareexplorer.table.Snapshot;

/** Reads rows of single files of one table, partition values included. Thread-safe. */
final class FileRows {

  /** A page may be one of several that are read at once, in the smallest of heaps. */
  static final long MOST_BYTES = 32 << 20;

  private final Jobs jobs;
  private final Snapshot snapshot;
  private final TableFiles files;

  FileRows(Jobs jobs, Snapshot snapshot, TableFiles files) {
    this.jobs = jobs;
    this.snapshot = snapshot;
    this.files = files;
  }

  /** Which of a file's rows, once its deleted ones are known. */
  @FunctionalInterface
  interface Which {
    RowNumbers of(TableFiles.Opened file);
  }

  /** {@return the columns that lie in files: reading others costs nothing} */
  List<Field> stored(List<Field> fields) {
    return fields.stream().filter(f -> !snapshot.partitionedBy(f.name())).toList();
  }

  /** {@return about how many bytes the values of some rows of a file are in memory} */
  long bytes(int number, Which which, List<Field> fields, Job job) {
    TableFiles.Opened opened = files.open(number, job);
    return opened.footer().bytes(stored(fields), which.of(opened));
  }

  /**
   * {@return so few of some rows that they fit into memory; at least one}
   *
   * @param bytes of all
   */
  static int fitting(int rows, long bytes) {
    return bytes <= MOST_BYTES ? rows : (int) Math.max(1, (double) rows * MOST_BYTES / bytes);
  }

  /**
   * {@return rows of a file, each with a value per field}
   *
   * @param number the file's number
   * @param count how many rows they are
   */
  List<List<@Nullable Object>> read(
      int number, Which which, int count, List<Field> fields, Job job) {
    DataFile file = snapshot.files().get(number);
    List<Field> stored = stored(fields);
    List<@Nullable Object[]> read = List.of();
    if (!stored.isEmpty()) {
      TableFiles.Opened opened = files.open(number, job);
      read =
          new RowReader(jobs, opened.bytes(), opened.footer()).read(stored, which.of(opened), job);
    }
    List<@Nullable Object[]> columns = new ArrayList<>();
    int next = 0;
    for (Field field : fields) {
      columns.add(
          snapshot.partitionedBy(field.name()) ? constant(file, field, count) : read.get(next++));
    }
    return transposed(columns, count);
  }

  private static @Nullable Object[] constant(DataFile file, Field field, int count) {
    @Nullable Object[] values = new Object[count];
    Arrays.fill(
        values, PartitionValue.parse(file.partitionValues().get(field.name()), field.type()));
    return values;
  }

  private static List<List<@Nullable Object>> transposed(
      List<@Nullable Object[]> columns, int count) {
    List<List<@Nullable Object>> rows = new ArrayList<>(count);
    for (int row = 0; row < count; row++) {
      @Nullable Object[] values = new Object[columns.size()];
      for (int column = 0; column < values.length; column++) {
        values[column] = columns.get(column)[row];
      }
      rows.add(Collections.unmodifiableList(Arrays.asList(values)));
    }
    return rows;
  }
}
