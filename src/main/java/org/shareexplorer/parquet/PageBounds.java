package org.shareexplorer.parquet;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.parquet.format.ColumnIndex;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type.Repetition;
import org.shareexplorer.job.Job;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.filter.Bounds;

/**
 * What a file's page indexes say of the values in single pages of a column (Parquet format, "Page
 * Index"). They only save bytes: where they are missing, or contradict themselves, nothing is said.
 */
public final class PageBounds {

  /** Chunks that are shorter are not worth a look into the indexes. */
  private static final long SHORT = 128 << 10;

  /** What is nearly all of a chunk is fetched as a whole, so that it serves other questions too. */
  private static final double MUCH = 0.7;

  private PageBounds() {}

  /**
   * {@return the pages of a column that may hold what is looked for, if they are few; empty if all
   * of the column is to be read} Reads the column's page indexes, which lie at the file's end.
   *
   * @param possible whether values within some bounds may be what is looked for
   */
  public static Optional<KeptPages> few(
      FileBytes file, RowGroupBounds group, Field field, Predicate<Bounds> possible, Job job) {
    Footer footer = group.footer();
    Column column = footer.column(field).orElse(null);
    if (column == null
        || !column.type().isPrimitive()
        || column.type().isRepetition(Repetition.REPEATED)
        || !group.bounded(field)) {
      return Optional.empty();
    }
    Chunk chunk = footer.chunks(column, footer.rowGroups().get(group.number())).getFirst();
    if (chunk.range().length() < SHORT
        || chunk.offsetIndex().isEmpty()
        || chunk.columnIndex().isEmpty()) {
      return Optional.empty();
    }
    ByteRange places = chunk.offsetIndex().get();
    ByteRange bounds = chunk.columnIndex().get();
    Extents read = file.read(List.of(places, bounds), job);
    try {
      Pages pages = PageIndex.parsed(chunk, read.bytes(places));
      ColumnIndex said =
          Damage.guard(
              chunk.file(),
              "Its page index is damaged.",
              () -> new ThriftReader(read.bytes(bounds), 0).read(new ColumnIndex()));
      return few(chunk, column, group, field, pages, said, possible);
    } catch (ProblemException e) {
      if (e.problem().code() != ProblemCode.FILE_DAMAGED) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private static Optional<KeptPages> few(
      Chunk chunk,
      Column column,
      RowGroupBounds group,
      Field field,
      Pages pages,
      ColumnIndex said,
      Predicate<Bounds> possible) {
    int count = pages.data().size();
    if (said.getNull_pagesSize() != count
        || said.getMin_valuesSize() != count
        || said.getMax_valuesSize() != count
        || (said.isSetNull_counts() && said.getNull_countsSize() != count)) {
      return Optional.empty();
    }
    PrimitiveType type = column.type().asPrimitiveType();
    boolean required = type.isRepetition(Repetition.REQUIRED);
    List<KeptPages.Page> kept = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean nulls = !required && (!said.isSetNull_counts() || said.getNull_counts().get(i) > 0);
      Bounds bounds =
          said.getNull_pages().get(i)
              ? Bounds.ONLY_NULL
              : new Bounds(
                  RowGroupBounds.value(bytes(said.getMin_values().get(i)), type, field.type()),
                  RowGroupBounds.value(bytes(said.getMax_values().get(i)), type, field.type()),
                  false,
                  nulls,
                  true);
      Pages.Span span = pages.data().get(i);
      if (span.rows() > 0 && possible.test(bounds)) {
        kept.add(new KeptPages.Page(span.range(), span.firstRow(), span.rows()));
      }
    }
    KeptPages few =
        new KeptPages(group.number(), pages.dictionary().map(Pages.Span::range), List.copyOf(kept));
    return !kept.isEmpty() && few.length() < MUCH * chunk.range().length()
        ? Optional.of(few)
        : Optional.empty();
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }
}
