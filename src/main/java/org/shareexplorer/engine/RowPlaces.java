package org.shareexplorer.engine;

import java.util.List;
import java.util.OptionalLong;
import org.shareexplorer.job.Job;

/** Where the rows of a view are, in its order. Thread-safe. */
interface RowPlaces {

  /**
   * Some rows of one file.
   *
   * @param file the file's number
   * @param which the rows, ascending
   * @param into where each of them stands in the page, counted from the page's first row
   */
  record Slice(int file, FileRows.Which which, List<Integer> into) {}

  /** {@return how many rows there are; may look for them first, and block} */
  long count();

  /** {@return how many rows there are, if that is known without looking for them} */
  default OptionalLong known() {
    return OptionalLong.of(count());
  }

  /** {@return the files that hold some rows of the view, all of which exist} */
  List<Slice> slices(long first, int count, Job job);
}
