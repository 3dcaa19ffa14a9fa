package org.shareexplorer.parquet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.stream.LongStream;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.job.Job;
import org.shareexplorer.table.DataType;

/** Decodes consecutive rows of one column in one row group. */
final class ColumnRows implements PageReadStore {

  private final Footer footer;
  private final Column column;
  private final long groupRows;
  private final long first;
  private final int count;
  private final boolean byRow;
  private final Map<String, PageReader> readers = new HashMap<>();

  /**
   * Prepares the decoding.
   *
   * @param chunks the column's chunks, one per leaf
   * @param pages the chunks' pages that hold the rows; all by row, or none
   * @param first number of the first row in the row group
   */
  ColumnRows(
      Footer footer,
      Column column,
      List<Chunk> chunks,
      List<Pages> pages,
      Extents extents,
      long first,
      int count) {
    this.footer = footer;
    this.column = column;
    this.groupRows = chunks.getFirst().rows();
    this.first = first;
    this.count = count;
    this.byRow = pages.getFirst().byRow();
    for (int i = 0; i < chunks.size(); i++) {
      readers.put(
          String.join("\0", chunks.get(i).leaf().getPath()),
          new LeafPages(chunks.get(i), pages.get(i), extents));
    }
  }

  /** {@return the column's values, as the table's type has them} */
  @Nullable Object[] values(DataType type, Job job) {
    MessageType schema = new MessageType(footer.schema().getName(), List.of(column.type()));
    Row row = new Row(column.type(), type);
    RecordReader<Row> reader =
        new ColumnIOFactory(footer.createdBy())
            .getColumnIO(schema, schema)
            .getRecordReader(this, row);
    for (long skipped = 0; !byRow && skipped < first; skipped++) {
      stopIfCancelled(skipped, job);
      reader.read();
    }
    @Nullable Object[] values = new Object[count];
    for (int i = 0; i < count; i++) {
      stopIfCancelled(i, job);
      reader.read();
      values[i] = row.value();
    }
    return values;
  }

  private static void stopIfCancelled(long i, Job job) {
    if ((i & 0x3FF) == 0) {
      job.check();
    }
  }

  @Override
  public PageReader getPageReader(ColumnDescriptor descriptor) {
    PageReader reader = readers.get(String.join("\0", descriptor.getPath()));
    if (reader == null) {
      throw new IllegalArgumentException("no such leaf");
    }
    return reader;
  }

  @Override
  public long getRowCount() {
    return byRow ? count : groupRows;
  }

  @Override
  public Optional<PrimitiveIterator.OfLong> getRowIndexes() {
    return byRow
        ? Optional.of(LongStream.range(first, first + count).iterator())
        : Optional.empty();
  }
}
