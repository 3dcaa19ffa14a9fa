package org.shareexplorer.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.shareexplorer.table.FileList;

/**
 * How many rows each file has, not counting deleted ones, as far as statistics or footers tell.
 * Where both do, the footer is right. Thread-safe.
 */
final class RowCounts {

  private static final long UNKNOWN = -1;

  private final long[] counts;

  RowCounts(FileList files) {
    counts =
        IntStream.range(0, files.size())
            .mapToLong(file -> files.rowsLeft(file).orElse(UNKNOWN))
            .toArray();
  }

  /**
   * Some rows of one file.
   *
   * @param file the file's number
   * @param first the first row in the file
   * @param count how many
   */
  record Slice(int file, long first, int count) {}

  /**
   * Where some rows are.
   *
   * @param unknown files whose counts must be known first; empty if none
   * @param slices the rows, file after file; complete only if nothing is unknown
   * @param end whether no row follows
   */
  record Place(List<Integer> unknown, List<Slice> slices, boolean end) {}

  /** Notes what a footer, and the list of deleted rows, say. */
  synchronized void learn(int file, long rows) {
    counts[file] = rows;
  }

  /** {@return how many rows a file has, if it is known} */
  synchronized OptionalLong of(int file) {
    return counts[file] == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(counts[file]);
  }

  synchronized OptionalLong total() {
    return Arrays.stream(counts).anyMatch(count -> count == UNKNOWN)
        ? OptionalLong.empty()
        : OptionalLong.of(Arrays.stream(counts).sum());
  }

  /**
   * {@return where rows are}
   *
   * @param most how many unknown files to name at most
   */
  synchronized Place find(long first, int count, int most) {
    List<Integer> unknown = new ArrayList<>();
    List<Slice> slices = new ArrayList<>();
    long start = 0;
    long end = first > Long.MAX_VALUE - count ? Long.MAX_VALUE : first + count;
    int file = 0;
    for (; file < counts.length && unknown.size() < most; file++) {
      if (counts[file] == UNKNOWN) {
        unknown.add(file);
        continue;
      }
      if (unknown.isEmpty()) {
        long from = Math.max(first, start);
        long to = Math.min(end, start + counts[file]);
        if (from < to) {
          slices.add(new Slice(file, from - start, (int) (to - from)));
        }
        start += counts[file];
        if (start > end) {
          return new Place(List.of(), slices, false);
        }
      }
    }
    return new Place(unknown, slices, true);
  }
}
