package org.shareexplorer.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.shareexplorer.job.Job;
import org.shareexplorer.parquet.RowNumbers;

/** Rows that stand file after file. */
final class FilteredPlaces implements RowPlaces {

  private final List<Part> parts;

  /** The number of the first row after each part. */
  private final long[] ends;

  /**
   * The rows of one file.
   *
   * @param file the file's number
   * @param rows which, deleted ones taken off; null if they are all that are not deleted
   * @param count how many
   */
  record Part(int file, @Nullable RoaringBitmap rows, long count) {

    RowNumbers numbers(TableFiles.Opened opened, long first, int count) {
      if (rows == null) {
        return opened.numbers(first, count);
      }
      long[] numbers = new long[count];
      for (int i = 0; i < count; i++) {
        numbers[i] = Integer.toUnsignedLong(rows.select(Math.toIntExact(first) + i));
      }
      return RowNumbers.of(numbers);
    }
  }

  FilteredPlaces(List<Part> parts) {
    this.parts = parts.stream().filter(part -> part.count() > 0).toList();
    this.ends = this.parts.stream().mapToLong(Part::count).toArray();
    Arrays.parallelPrefix(ends, Long::sum);
  }

  @Override
  public long count() {
    return ends.length == 0 ? 0 : ends[ends.length - 1];
  }

  @Override
  public List<Slice> slices(long first, int count, Job job) {
    List<Slice> slices = new ArrayList<>();
    int found = Arrays.binarySearch(ends, first);
    int part = found >= 0 ? found + 1 : -found - 1;
    int into = 0;
    while (into < count) {
      Part holding = parts.get(part);
      long from = first + into - (part == 0 ? 0 : ends[part - 1]);
      int some = (int) Math.min(count - into, holding.count() - from);
      slices.add(
          new Slice(
              holding.file(),
              opened -> holding.numbers(opened, from, some),
              IntStream.range(into, into + some).boxed().toList()));
      into += some;
      part++;
    }
    return slices;
  }
}
