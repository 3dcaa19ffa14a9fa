package org.shareexplorer.parquet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.table.Field;

/** What a Parquet file says of itself at its end. Immutable; its chunks are checked when used. */
public final class Footer {

  private final String file;
  private final long fileSize;
  private final FileMetaData metadata;
  private final MessageType schema;

  /** Made once: a schema collects them anew each time, which takes its time if there are many. */
  private final List<ColumnDescriptor> leaves;

  private final List<Column> columns = new ArrayList<>();
  private final long length;

  Footer(String file, long fileSize, FileMetaData metadata, MessageType schema, long length) {
    this.file = file;
    this.fileSize = fileSize;
    this.metadata = metadata;
    this.schema = schema;
    this.leaves = schema.getColumns();
    this.length = length;
    int leaf = 0;
    for (Type type : schema.getFields()) {
      int count =
          type.isPrimitive() ? 1 : new MessageType("column", List.of(type)).getColumns().size();
      columns.add(new Column(type, leaf, count));
      leaf += count;
    }
  }

  /** {@return the number of rows in the file} */
  public long rows() {
    return rowGroups().stream().mapToLong(RowGroup::getNum_rows).sum();
  }

  /** {@return bytes from where the first page index begins, or the footer, to the file's end} */
  public long tail() {
    long start = fileSize - length;
    for (RowGroup group : rowGroups()) {
      for (ColumnChunk chunk : group.getColumns()) {
        if (chunk.isSetOffset_index_offset() && chunk.getOffset_index_offset() > 0) {
          start = Math.min(start, chunk.getOffset_index_offset());
        }
      }
    }
    return fileSize - start;
  }

  long fileSize() {
    return fileSize;
  }

  String file() {
    return file;
  }

  FileMetaData metadata() {
    return metadata;
  }

  MessageType schema() {
    return schema;
  }

  String createdBy() {
    return metadata.getCreated_by() == null ? "" : metadata.getCreated_by();
  }

  /** {@return the calendar that its dates are counted by, if it is not that of today} */
  Optional<LegacyCalendar> calendar() {
    return LegacyCalendar.of(metadata);
  }

  List<RowGroup> rowGroups() {
    return metadata.getRow_groups();
  }

  List<Column> columns() {
    return columns;
  }

  /**
   * {@return the file's column for a table's field}
   *
   * @throws ProblemException if the table goes by numbers, and the file has none: its columns would
   *     all seem to be missing
   */
  Optional<Column> column(Field field) {
    if (field.stored().id().isPresent()
        && columns.stream().allMatch(column -> column.type().getId() == null)) {
      throw Damage.of(
          file, "The table knows columns by numbers, and those of this file have none.");
    }
    return Match.of(columns, Column::type, field);
  }

  /** {@return the flat column with the fewest bytes, to count rows with} */
  Optional<Column> smallest() {
    return columns.stream()
        .filter(column -> column.leaves() == 1)
        .min(Comparator.comparingLong(this::bytes));
  }

  /** {@return bytes of a column's chunks} */
  long bytes(Column column) {
    return chunks(column).stream().mapToLong(chunk -> chunk.range().length()).sum();
  }

  /**
   * {@return about how many bytes the values of some rows are in memory} As each row group has it
   * on the average of its rows; repeated values that the file holds once count once.
   */
  public long bytes(List<Field> fields, RowNumbers rows) {
    double bytes = 0;
    long start = 0;
    for (RowGroup group : rowGroups()) {
      long end = start + group.getNum_rows();
      int within = rows.within(start, end).count();
      start = end;
      for (int i = 0; within > 0 && i < fields.size(); i++) {
        long all =
            column(fields.get(i)).stream()
                .flatMap(column -> chunks(column, group).stream())
                .mapToLong(chunk -> Math.max(0, chunk.metadata().getTotal_uncompressed_size()))
                .sum();
        bytes += (double) all * within / group.getNum_rows();
      }
    }
    return (long) bytes;
  }

  /** {@return the chunks of a column in all row groups} */
  List<Chunk> chunks(Column column) {
    List<Chunk> chunks = new ArrayList<>();
    for (RowGroup group : rowGroups()) {
      chunks.addAll(chunks(column, group));
    }
    return chunks;
  }

  /** {@return the chunks of a column's leaves in one row group} */
  List<Chunk> chunks(Column column, RowGroup group) {
    return Damage.guard(file, "Its footer is damaged.", () -> checked(column, group));
  }

  private List<Chunk> checked(Column column, RowGroup group) {
    List<Chunk> chunks = new ArrayList<>();
    for (int leaf = column.firstLeaf(); leaf < column.firstLeaf() + column.leaves(); leaf++) {
      ColumnChunk chunk = group.getColumns().get(leaf);
      chunks.add(Chunk.of(file, fileSize, leaves.get(leaf), chunk, group.getNum_rows()));
    }
    return chunks;
  }
}
