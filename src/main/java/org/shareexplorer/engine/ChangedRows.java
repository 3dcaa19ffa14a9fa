package org.shareexplorer.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.job.Job;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.table.ChangeList;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.Snapshot;
import org.shareexplorer.table.filter.Predicate;

/**
 * Changed rows as a table: one row for each, an updated one with a {@link CellChange} in each cell
 * that has another value than before. Its first columns say what became of the row (a {@link
 * ChangeKind}), in which version, and when. Where the rows are is known; the rows themselves are
 * read page by page. Thread-safe.
 */
public final class ChangedRows implements OpenTable {

  /** The most rows that are listed: what is kept of each takes some 60 bytes of memory. */
  static final int MOST = 1_000_000;

  private static final List<Field> OWN =
      List.of(
          new Field(ChangeList.CHANGE_TYPE, DataType.Simple.STRING, false),
          new Field(ChangeList.COMMIT_VERSION, DataType.Simple.LONG, false),
          new Field(ChangeList.COMMIT_TIMESTAMP, DataType.Simple.TIMESTAMP, true));

  private final Snapshot snapshot;
  private final List<Entry> entries;
  private final Sides sides;
  private final Matching matching;

  /**
   * A changed row.
   *
   * @param before where its state before is; null if there was none
   * @param after where its state since is; null if there is none
   */
  record Entry(
      ChangeKind kind,
      long version,
      OptionalLong timestamp,
      PickedRows.@Nullable Place before,
      PickedRows.@Nullable Place after) {}

  /** Reads the two states of rows. */
  interface Sides {
    /** {@return the values of each row before, or null} */
    List<@Nullable Object @Nullable []> before(List<Entry> rows, List<Field> fields, Job job);

    /** {@return the values of each row since, or null} */
    List<@Nullable Object @Nullable []> after(List<Entry> rows, List<Field> fields, Job job);
  }

  /**
   * How well the key that was used tells rows apart.
   *
   * @param key the columns; empty for the feed's own order
   * @param repeated rows whose key is that of another row of the same side as well
   * @param withoutKey rows in whose key there is a null, which are matched with none
   */
  public record Matching(List<String> key, long repeated, long withoutKey) {

    /** By the order in which a feed has them. */
    static final Matching BY_ORDER = new Matching(List.of(), 0, 0);
  }

  ChangedRows(Snapshot of, List<Entry> entries, Sides sides, Matching matching) {
    List<Field> fields = new ArrayList<>(OWN);
    fields.addAll(of.fields());
    this.snapshot = new Snapshot(of.name(), of.head(), List.copyOf(fields), of.files());
    this.entries = entries;
    this.sides = sides;
    this.matching = matching;
  }

  /** {@return how the states of updated rows were found together} */
  public Matching matching() {
    return matching;
  }

  /** {@return how many of the rows are of each kind; kinds without any are left out} */
  public Map<ChangeKind, Long> kinds() {
    Map<ChangeKind, Long> counts = new EnumMap<>(ChangeKind.class);
    entries.forEach(entry -> counts.merge(entry.kind(), 1L, Long::sum));
    return Collections.unmodifiableMap(counts);
  }

  /** {@return a table whose columns are those of the rows; its files are the changes' own} */
  @Override
  public Snapshot snapshot() {
    return snapshot;
  }

  @Override
  public OptionalLong rowCount() {
    return OptionalLong.of(entries.size());
  }

  @Override
  public RowPage rows(long first, int count, List<String> columns, Job job) {
    List<Field> wanted = columns.stream().map(new Columns(snapshot.fields())::named).toList();
    List<Field> read = wanted.stream().filter(field -> !OWN.contains(field)).toList();
    int from = (int) Math.min(first, entries.size());
    List<Entry> page = entries.subList(from, (int) Math.min(entries.size(), first + count));
    List<@Nullable Object @Nullable []> before =
        read.isEmpty() ? Collections.nCopies(page.size(), null) : sides.before(page, read, job);
    List<@Nullable Object @Nullable []> after =
        read.isEmpty() ? Collections.nCopies(page.size(), null) : sides.after(page, read, job);
    List<List<@Nullable Object>> rows = new ArrayList<>(page.size());
    for (int i = 0; i < page.size(); i++) {
      rows.add(row(page.get(i), wanted, read, before.get(i), after.get(i)));
    }
    return new RowPage(
        wanted, first, Collections.unmodifiableList(rows), from + page.size() == entries.size());
  }

  private static List<@Nullable Object> row(
      Entry entry,
      List<Field> wanted,
      List<Field> read,
      @Nullable Object @Nullable [] before,
      @Nullable Object @Nullable [] after) {
    @Nullable Object[] cells = new Object[wanted.size()];
    for (int i = 0; i < cells.length; i++) {
      Field field = wanted.get(i);
      int at = read.indexOf(field);
      cells[i] = at < 0 ? own(entry, field) : cell(at, before, after);
    }
    return Collections.unmodifiableList(Arrays.asList(cells));
  }

  private static @Nullable Object own(Entry entry, Field field) {
    return switch (field.name()) {
      case ChangeList.CHANGE_TYPE -> entry.kind();
      case ChangeList.COMMIT_VERSION -> entry.version();
      default ->
          entry.timestamp().isPresent()
              ? Instant.ofEpochMilli(entry.timestamp().getAsLong())
              : null;
    };
  }

  private static @Nullable Object cell(
      int at, @Nullable Object @Nullable [] before, @Nullable Object @Nullable [] after) {
    if (before == null || after == null) {
      return after != null ? after[at] : before != null ? before[at] : null;
    }
    return Objects.equals(before[at], after[at])
        ? after[at]
        : new CellChange(before[at], after[at]);
  }

  /** Refuses: changed rows can be looked at only. */
  @Override
  public long countRows(Job job) {
    return rowCount().orElseThrow();
  }

  @Override
  public <A> A ask(Question<A> question, Job job) {
    throw refused();
  }

  /** Refuses: a {@link ChangeView} filters changed rows. */
  @Override
  public OpenTable viewed(View view, Job job) {
    throw refused();
  }

  /** Refuses, as {@link #viewed} does. */
  @Override
  public OpenTable matching(Predicate filter, Job job) {
    throw refused();
  }

  private static ProblemException refused() {
    return new Problem(
            ProblemCode.QUESTION,
            "The question was not answered.",
            "Changed rows can be looked at, filtered and counted only.",
            "Ask about one of the table's versions instead.")
        .asException();
  }
}
