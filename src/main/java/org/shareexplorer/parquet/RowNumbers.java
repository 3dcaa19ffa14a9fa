package org.shareexplorer.parquet;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/** Numbers of some rows of a file or a row group, ascending, each once. Immutable. */
public final class RowNumbers {

  private final long[] ascending;

  private RowNumbers(long[] ascending) {
    this.ascending = ascending;
  }

  /** {@return consecutive rows} */
  public static RowNumbers range(long first, int count) {
    return new RowNumbers(LongStream.range(first, first + count).toArray());
  }

  /**
   * {@return the rows of those numbers}
   *
   * @param ascending from 0, each once
   */
  public static RowNumbers of(long... ascending) {
    for (int i = 0; i < ascending.length; i++) {
      if (ascending[i] < 0 || (i > 0 && ascending[i] <= ascending[i - 1])) {
        throw new IllegalArgumentException("row numbers do not ascend");
      }
    }
    return new RowNumbers(ascending.clone());
  }

  /** {@return rows of several lists, none of which is in two of them} */
  public static RowNumbers together(List<RowNumbers> some) {
    return of(
        some.stream().flatMapToLong(rows -> Arrays.stream(rows.ascending)).sorted().toArray());
  }

  int count() {
    return ascending.length;
  }

  long at(int place) {
    return ascending[place];
  }

  /** {@return the row after the last one; 0 if there is none} */
  long end() {
    return ascending.length == 0 ? 0 : ascending[ascending.length - 1] + 1;
  }

  /** {@return how many of the rows come before a row} */
  int before(long row) {
    int place = Arrays.binarySearch(ascending, row);
    return place < 0 ? -place - 1 : place;
  }

  /** {@return whether some of the rows are from {@code first} to before {@code end}} */
  boolean anyWithin(long first, long end) {
    return before(first) < before(end);
  }

  /** {@return the first of the rows that is not before a row; there is one} */
  long firstFrom(long row) {
    return ascending[before(row)];
  }

  /** {@return the last of the rows before a row; there is one} */
  long lastBefore(long row) {
    return ascending[before(row) - 1];
  }

  /** {@return the rows from {@code first} to before {@code end}, counted from {@code first}} */
  RowNumbers within(long first, long end) {
    return new RowNumbers(
        LongStream.of(Arrays.copyOfRange(ascending, before(first), before(end)))
            .map(row -> row - first)
            .toArray());
  }

  /** {@return the rows from one place in this list to before another} */
  RowNumbers part(int from, int to) {
    return new RowNumbers(Arrays.copyOfRange(ascending, from, to));
  }
}
