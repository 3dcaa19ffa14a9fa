package org.shareexplorer.table;

import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;

/**
 * Puts together what files' statistics say of a table's columns, file by file, in little memory:
 * one file's statistics at a time. For one thread.
 */
final class StatisticsFold {

  private final StatisticsReader reader;
  private final List<ColumnFold> columns;

  private StatisticsFold(StatisticsReader reader, List<ColumnFold> columns) {
    this.reader = reader;
    this.columns = columns;
  }

  /**
   * {@return a fold of no files}
   *
   * @param fields the table's columns
   * @param partitionedBy the names of those that files are partitioned by
   */
  static StatisticsFold of(List<Field> fields, Collection<String> partitionedBy) {
    return new StatisticsFold(
        new StatisticsReader(fields),
        fields.stream()
            .<ColumnFold>map(field ->
                partitionedBy.contains(field.name())
                    ? new PartitionFold(field)
                    : new StoredFold(field))
            .toList());
  }

  /** Takes in a file. */
  void add(DataFile file) {
    FileStatistics statistics = file.stats().flatMap(reader::read).orElseGet(reader::nothing);
    for (int c = 0; c < columns.size(); c++) {
      columns.get(c).add(file, statistics, statistics.columns().get(c));
    }
  }

  /** {@return a fold of the same files, to which others can be added} */
  StatisticsFold copy() {
    return new StatisticsFold(reader, columns.stream().map(ColumnFold::copy).toList());
  }

  /** {@return what all files taken in say together} */
  ProviderStatistics result(OptionalLong rows) {
    return new ProviderStatistics(rows, columns.stream().map(ColumnFold::result).toList());
  }
}
