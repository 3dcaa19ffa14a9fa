package org.shareexplorer.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
   * Puts together what the files' statistics say. Takes time where there are many files, and little
   * memory: one file's statistics are in memory at a time.
   *
   * @throws CancellationException if the job was cancelled
   */
  public static ProviderStatistics of(Snapshot snapshot, Job job) {
    StatisticsReader reader = new StatisticsReader(snapshot.fields());
    List<ColumnFold> folds = new ArrayList<>();
    for (Field field : snapshot.fields()) {
      folds.add(
          snapshot.partitionedBy(field.name()) ? new PartitionFold(field) : new StoredFold(field));
    }
    List<DataFile> files = snapshot.files();
    for (int i = 0; i < files.size(); i++) {
      if (i % FILES_AT_ONCE == 0) {
        job.check();
        job.progress(Progress.of("Reading the provider's statistics", i, files.size()));
      }
      DataFile file = files.get(i);
      Optional<FileStatistics> said = file.stats().flatMap(reader::read);
      FileStatistics statistics = said.orElseGet(reader::nothing);
      for (int c = 0; c < folds.size(); c++) {
        folds.get(c).add(file, statistics, statistics.columns().get(c));
      }
    }
    return new ProviderStatistics(
        snapshot.rowCount(), folds.stream().map(ColumnFold::result).toList());
  }
}
