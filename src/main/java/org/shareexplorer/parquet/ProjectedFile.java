package org.shareexplorer.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.RowGroup;
import org.shareexplorer.job.Job;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.DeletionVector;
import org.shareexplorer.table.Field;

/**
 * A small Parquet file made of some columns of another: chunks byte for byte, row groups kept,
 * columns and their parts called what the table calls them. A column that was not taken is unknown
 * to whoever reads it: an error, never a wrong answer.
 */
public final class ProjectedFile {

  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

  /** The name of the schema of a file whose dates and times are of an older calendar. */
  public static final String LEGACY_UTC = "legacy calendar";

  /** The same, where times are those of a zone other than UTC as well. */
  public static final String LEGACY_LOCAL = "legacy calendar and zone";

  private final Footer footer;

  /** The numbers of the row groups taken, ascending. */
  private final List<Integer> groups;

  /** The names in the new file of each column taken, in the file's order of columns. */
  private final Map<Column, PartNames> taken = new LinkedHashMap<>();

  private final Optional<MarkColumn> mark;

  /** Of which row groups, by number, just some pages of the one column are taken. */
  private final Map<Integer, KeptPages> kept = new HashMap<>();

  /**
   * Plans a file with all row groups.
   *
   * @param fields what to take; the file may lack some or all of them. If it lacks all, its
   *     smallest column is taken, so that rows can be counted.
   */
  public ProjectedFile(Footer footer, List<Field> fields) {
    this(footer, fields, Optional.empty());
  }

  /**
   * Plans a file with all row groups.
   *
   * @param fields as above
   * @param deleted rows to be marked in a column of their own, see {@link #mark}
   */
  public ProjectedFile(Footer footer, List<Field> fields, Optional<DeletionVector> deleted) {
    this(footer, fields, IntStream.range(0, footer.rowGroups().size()).boxed().toList(), deleted);
  }

  /**
   * Plans a file.
   *
   * @param fields as above
   * @param groups the numbers of the row groups to take, ascending
   * @param deleted rows to be marked in a column of their own, see {@link #mark}
   */
  public ProjectedFile(
      Footer footer, List<Field> fields, List<Integer> groups, Optional<DeletionVector> deleted) {
    this.footer = footer;
    this.groups = List.copyOf(groups);
    Map<Column, Field> found = new LinkedHashMap<>();
    for (Field field : fields) {
      footer.column(field).ifPresent(column -> found.putIfAbsent(column, field));
    }
    if (found.isEmpty()) {
      Column column = footer.smallest().orElse(footer.columns().getFirst());
      found.put(column, new Field(unlike("rows", fields), Simple.VOID, true));
    }
    for (Column column : footer.columns()) {
      Optional.ofNullable(found.get(column))
          .ifPresent(field -> taken.put(column, PartNames.of(column, field)));
    }
    mark = deleted.map(rows -> new MarkColumn(unlike("deleted", fields), rows));
    // A small file could have its bytes copied without end if columns were allowed to share them.
    if (ranges().stream().mapToLong(ByteRange::length).sum() > footer.fileSize()) {
      throw Damage.of(footer.file(), "Its columns overlap.");
    }
  }

  /** A name that none of the fields has: the column is not to be taken for one of them. */
  private static String unlike(String start, List<Field> fields) {
    String name = start;
    while (fields.stream().map(Field::name).anyMatch(name::equalsIgnoreCase)) {
      name += "_";
    }
    return name;
  }

  /**
   * {@return a plan of one column, with just those of its pages that may hold what is looked for}
   *
   * @param groups the numbers of the row groups to take, ascending
   * @param pages the pages of those row groups of which not all are taken
   * @param deleted rows to be marked in a column of their own, see {@link #mark}
   */
  public static ProjectedFile ofPages(
      Footer footer,
      Field field,
      List<Integer> groups,
      Collection<KeptPages> pages,
      Optional<DeletionVector> deleted) {
    ProjectedFile plan = new ProjectedFile(footer, List.of(field), groups, deleted);
    pages.forEach(some -> plan.kept.put(some.group(), some));
    return plan;
  }

  /** {@return what tells this selection of columns from others of the same file} */
  public String selection(Job job) {
    StringBuilder text = new StringBuilder();
    taken.forEach((column, names) ->
        text.append(column.firstLeaf())
            .append(':')
            .append(String.join("\0", names.elements()))
            .append('\n'));
    if (groups.size() < footer.rowGroups().size()) {
      text.append(groups);
    }
    mark.ifPresent(column -> text.append(column.identity(job)));
    for (int group : groups) {
      KeptPages some = kept.get(group);
      if (some != null) {
        text.append('\n').append(group).append(':').append(some.pages());
      }
    }
    return text.toString();
  }

  /** {@return the name of the boolean column that is true in deleted rows, if there are any} */
  public Optional<String> mark() {
    return mark.map(MarkColumn::name);
  }

  /** The rows taken of each row group, run by run. */
  private List<List<MarkColumn.Rows>> runs() {
    List<List<MarkColumn.Rows>> runs = new ArrayList<>();
    long first = 0;
    for (int i = 0; i < footer.rowGroups().size(); i++) {
      long start = first;
      long rows = footer.rowGroups().get(i).getNum_rows();
      KeptPages some = kept.get(i);
      if (groups.contains(i)) {
        runs.add(
            some == null
                ? List.of(new MarkColumn.Rows(start, rows))
                : some.pages().stream()
                    .map(page -> new MarkColumn.Rows(start + page.first(), page.rows()))
                    .toList());
      }
      first += rows;
    }
    return runs;
  }

  /** {@return the bytes of the original that are needed} */
  public List<ByteRange> ranges() {
    List<ByteRange> ranges = new ArrayList<>();
    for (int number : groups) {
      KeptPages some = kept.get(number);
      if (some != null) {
        ranges.addAll(some.ranges());
        continue;
      }
      RowGroup group = footer.rowGroups().get(number);
      taken
          .keySet()
          .forEach(c -> footer.chunks(c, group).forEach(chunk -> ranges.add(chunk.range())));
    }
    return ranges;
  }

  /** {@return the file, part after part} */
  public List<ProjectedPart> parts(Job job) throws IOException {
    List<ProjectedPart> parts = new ArrayList<>();
    parts.add(new ProjectedPart.Made(0, MAGIC));
    long at = MAGIC.length;
    List<RowGroup> written = new ArrayList<>();
    Iterator<byte[]> marks =
        mark.isPresent() ? mark.get().chunks(runs(), job).iterator() : Collections.emptyIterator();
    for (int number : groups) {
      RowGroup group = footer.rowGroups().get(number);
      KeptPages some = kept.get(number);
      long rows = some == null ? group.getNum_rows() : some.rows();
      List<ColumnChunk> chunks = new ArrayList<>();
      long start = at;
      long size = 0;
      for (Map.Entry<Column, PartNames> column : taken.entrySet()) {
        Iterator<List<String>> paths = column.getValue().leaves().iterator();
        for (Chunk chunk : footer.chunks(column.getKey(), group)) {
          List<ByteRange> ranges = some == null ? List.of(chunk.range()) : some.ranges();
          parts.add(new ProjectedPart.Copied(at, footer.file(), ranges));
          ColumnChunk moved = some == null ? moved(chunk, at) : some.chunk(chunk.metadata(), at);
          chunks.add(renamed(moved, paths.next()));
          at += ranges.stream().mapToLong(ByteRange::length).sum();
          size += moved.getMeta_data().getTotal_uncompressed_size();
        }
      }
      if (mark.isPresent()) {
        byte[] pages = marks.next();
        parts.add(new ProjectedPart.Made(at, pages));
        chunks.add(mark.get().chunk(at, pages.length, rows));
        at += pages.length;
        size += pages.length;
      }
      written.add(
          new RowGroup(chunks, size, rows)
              .setFile_offset(start)
              .setTotal_compressed_size(at - start));
    }
    parts.add(new ProjectedPart.Made(at, end(written)));
    return parts;
  }

  /** The footer and what follows it. */
  private byte[] end(List<RowGroup> written) throws IOException {
    ProjectedFooter told = new ProjectedFooter(footer, taken, mark);
    ByteArrayOutputStream end = new ByteArrayOutputStream();
    end.write(Damage.guard(footer.file(), "Its footer is damaged.", () -> told.of(written)));
    ByteBuffer length = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
    length.putInt(end.size());
    end.write(length.array());
    end.write(MAGIC);
    return end.toByteArray();
  }

  private static ColumnChunk moved(Chunk chunk, long to) {
    long shift = to - chunk.range().offset();
    ColumnMetaData metadata = new ColumnMetaData(chunk.metadata());
    metadata.setData_page_offset(metadata.getData_page_offset() + shift);
    if (metadata.isSetDictionary_page_offset() && metadata.getDictionary_page_offset() > 0) {
      metadata.setDictionary_page_offset(metadata.getDictionary_page_offset() + shift);
    }
    return new ColumnChunk(to).setMeta_data(metadata);
  }

  private static ColumnChunk renamed(ColumnChunk chunk, List<String> path) {
    ColumnMetaData metadata = chunk.getMeta_data();
    metadata.unsetIndex_page_offset();
    metadata.unsetBloom_filter_offset();
    metadata.unsetBloom_filter_length();
    metadata.unsetKey_value_metadata();
    metadata.setPath_in_schema(path);
    return chunk;
  }
}
