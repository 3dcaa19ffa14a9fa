package org.shareexplorer.table;

/** Puts together what files say of one column. */
sealed interface ColumnFold permits StoredFold, PartitionFold {

  /** Takes in a file. */
  void add(DataFile file, FileStatistics statistics, FileStatistics.Figures figures);

  /** {@return what all files taken in say together} */
  ColumnStatistics result();

  /** {@return a fold of the same files, to which others can be added} */
  ColumnFold copy();

  /** {@return the sum of two counts, of which one may be unknown} */
  static long sum(long a, long b) {
    return a == Long.MAX_VALUE || b == Long.MAX_VALUE ? Long.MAX_VALUE : a + b;
  }
}
