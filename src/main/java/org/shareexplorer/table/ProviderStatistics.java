package org.shareexplorer.table;

import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Progress;

/**
 * What a provider's statistics say of a table, without reading any data.
 *
 * @param rows the number of rows, if every file tells its share of it
 * @param columns the columns, in the table's order
 */
public record ProviderStatistics(OptionalLong rows, List<ColumnStatistics> columns) {

  private static final int FILES_AT_ONCE = 512;

  /**
   * Puts together what the files' statistics say. Of the files of long lists that has been done
   * while they came.
   *
   * @throws CancellationException if the job was cancelled
   */
  public static ProviderStatistics of(Snapshot snapshot, Job job) {
    FileList files = snapshot.list();
    StatisticsFold fold = files.folded().map(StatisticsFold::copy).orElseGet(() -> empty(snapshot));
    int[] left = files.notFolded().toArray();
    fold(fold, files, left, job);
    return fold.result(snapshot.rowCount());
  }

  /**
   * Puts together what the statistics of some of the files say. Takes time where they are many.
   *
   * @param numbers the numbers of the files
   * @throws CancellationException if the job was cancelled
   */
  public static ProviderStatistics of(Snapshot snapshot, int[] numbers, Job job) {
    FileList files = snapshot.list();
    StatisticsFold fold = empty(snapshot);
    fold(fold, files, numbers, job);
    long rows = 0;
    for (int number : numbers) {
      OptionalLong some = files.rowsLeft(number);
      if (some.isEmpty()) {
        return fold.result(OptionalLong.empty());
      }
      rows += some.getAsLong();
    }
    return fold.result(OptionalLong.of(rows));
  }

  private static StatisticsFold empty(Snapshot snapshot) {
    return StatisticsFold.of(snapshot.fields(), snapshot.head().partitionColumns());
  }

  private static void fold(StatisticsFold fold, FileList files, int[] numbers, Job job) {
    for (int i = 0; i < numbers.length; i++) {
      if (i % FILES_AT_ONCE == 0) {
        job.check();
        job.progress(Progress.of("Reading the provider's statistics", i, numbers.length));
      }
      fold.add(files.get(numbers[i]));
    }
  }
}
