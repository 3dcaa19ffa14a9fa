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

/** Decodes rows, and passes over those in between, of one column in one row group. */
final class ColumnRows implements PageReadStore {

  private final Footer footer;
  private final Column column;
  private final long groupRows;
  private final RowNumbers rows;
  private final boolean byRow;
  private final Job job;
  private final Map<String, PageReader> readers = new HashMap<>();

  /**
   * Prepares the decoding.
   *
   * @param chunks the column's chunks, one per leaf
   * @param pages the chunks' pages that hold the rows; all by row, or none
   * @param rows at least one, counted from the row group's first; if by row, pages hold those in
   *     between too
   */
  ColumnRows(
      Footer footer,
      Column column,
      List<Chunk> chunks,
      List<Pages> pages,
      Extents extents,
      RowNumbers rows,
      Job job) {
    this.footer = footer;
    this.column = column;
    this.groupRows = chunks.getFirst().rows();
    this.rows = rows;
    this.job = job;
    this.byRow = pages.getFirst().byRow();
    for (int i = 0; i < chunks.size(); i++) {
      readers.put(
          String.join("\0", chunks.get(i).leaf().getPath()),
          new LeafPages(chunks.get(i), pages.get(i).holding(rows.at(0), rows.end()), extents, job));
    }
  }

  /** {@return the column's values, as the table's type has them} */
  @Nullable Object[] values(DataType type) {
    MessageType schema = new MessageType(footer.schema().getName(), List.of(column.type()));
    Row row = new Row(column.type(), type);
    RecordReader<Row> reader =
        new ColumnIOFactory(footer.createdBy())
            .getColumnIO(schema, schema)
            .getRecordReader(this, row);
    @Nullable Object[] values = new Object[rows.count()];
    long next = byRow ? rows.at(0) : 0;
    for (int i = 0; i < values.length; i++) {
      // A single value may take megabytes.
      job.check();
      for (; next < rows.at(i); next++) {
        job.check();
        reader.read();
      }
      reader.read();
      next++;
      values[i] = row.value();
    }
    return values;
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
    return byRow ? rows.end() - rows.at(0) : groupRows;
  }

  @Override
  public Optional<PrimitiveIterator.OfLong> getRowIndexes() {
    return byRow
        ? Optional.of(LongStream.range(rows.at(0), rows.end()).iterator())
        : Optional.empty();
  }
}
