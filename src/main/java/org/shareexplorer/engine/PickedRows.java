package org.shareexplorer.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.parquet.RowNumbers;
import org.shareexplorer.parquet.RowReader;
import org.shareexplorer.table.DataFile;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.PartitionValue;
import org.shareexplorer.table.Snapshot;

/** Reads single rows of some files, whichever and in whatever order. Thread-safe. */
record PickedRows(Jobs jobs, Snapshot snapshot, TableFiles files) {

  private static final int WIDTH = 8;

  /**
   * Where a row is.
   *
   * @param file the number of its file
   * @param line its number in the file, deleted rows counted
   */
  record Place(int file, long line) {}

  /**
   * Reads rows.
   *
   * @param fields what to read, as a file has it
   * @return the values of each row, in the rows' order; null for a place that is null
   */
  List<@Nullable Object @Nullable []> read(
      List<@Nullable Place> places, IntFunction<List<Field>> fields, Job job) {
    List<@Nullable Object @Nullable []> rows = new ArrayList<>();
    Map<Integer, List<Integer>> byFile = new TreeMap<>();
    for (int i = 0; i < places.size(); i++) {
      Place place = places.get(i);
      rows.add(null);
      if (place != null) {
        byFile.computeIfAbsent(place.file(), _ -> new ArrayList<>()).add(i);
      }
    }
    var _ =
        jobs.forAll(
            job,
            List.copyOf(byFile.entrySet()),
            WIDTH,
            entry -> {
              List<Field> wanted = fields.apply(entry.getKey());
              long[] lines =
                  entry.getValue().stream()
                      .mapToLong(i -> line(places, i))
                      .sorted()
                      .distinct()
                      .toArray();
              List<@Nullable Object[]> columns = columns(entry.getKey(), wanted, lines, job);
              for (int i : entry.getValue()) {
                int at = Arrays.binarySearch(lines, line(places, i));
                rows.set(i, columns.stream().map(column -> column[at]).toArray());
              }
              return entry;
            });
    return rows;
  }

  private static long line(List<@Nullable Place> places, int i) {
    Place place = places.get(i);
    return place == null ? -1 : place.line();
  }

  private List<@Nullable Object[]> columns(int number, List<Field> wanted, long[] lines, Job job) {
    DataFile file = snapshot.files().get(number);
    List<Field> stored = wanted.stream().filter(field -> !constant(file, field)).toList();
    List<@Nullable Object[]> read = List.of();
    if (!stored.isEmpty()) {
      TableFiles.Opened opened = files.open(number, job);
      read =
          new RowReader(jobs, opened.bytes(), opened.footer())
              .read(stored, RowNumbers.of(lines), job);
    }
    List<@Nullable Object[]> columns = new ArrayList<>();
    int next = 0;
    for (Field field : wanted) {
      if (constant(file, field)) {
        Object value = PartitionValue.parse(file.partitionValues().get(field.name()), field.type());
        columns.add(IntStream.range(0, lines.length).mapToObj(_ -> value).toArray());
      } else {
        columns.add(read.get(next++));
      }
    }
    return columns;
  }

  private boolean constant(DataFile file, Field field) {
    return snapshot.partitionedBy(field.name()) || file.partitionValues().containsKey(field.name());
  }
}
