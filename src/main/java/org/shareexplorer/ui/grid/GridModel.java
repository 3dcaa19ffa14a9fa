package org.shareexplorer.ui.grid;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.RowPage;
import org.shareexplorer.job.Cost;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Running;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.table.Field;

/**
 * A table's rows as the grid asks for them. The grid says which rows and columns are in sight; the
 * model fetches the pages that lack them, then the page that scrolling on leads to, and drops what
 * is no longer in sight. One thread only, that on which {@link Fetch} answers.
 */
final class GridModel {

  private static final Problem STOPPED =
      new Problem(
          ProblemCode.STOPPED,
          "Reading was stopped.",
          "You ended it before these rows had come.",
          "Try again to read them.");

  /** Rows of a page. */
  static final int PAGE = 500;

  /** Bytes of rows in memory; several tables may be open. */
  private static final long MOST_BYTES =
      Math.clamp(Runtime.getRuntime().maxMemory() / 16, 24 << 20, 96 << 20);

  private final OpenTable table;
  private final Fetch fetch;
  private final List<Field> fields;
  private final PageCache cache;
  private final ComingPages coming = new ComingPages();
  private final ReadOnlyBooleanWrapper waiting = new ReadOnlyBooleanWrapper(false);
  private final Set<Long> failed = new HashSet<>();
  private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();

  /** When rows were asked for first. */
  private OptionalLong asked = OptionalLong.empty();

  private OptionalLong exactRows;
  private long seenRows;
  private OptionalDouble firstSeconds = OptionalDouble.empty();
  private @Nullable Problem problem;
  private Window window = new Window(0, -1, List.of());
  private boolean upwards;
  private boolean closed;

  /** What is in sight. */
  private record Window(long first, long last, List<Integer> columns) {
    Set<Long> pages() {
      Set<Long> numbers = new HashSet<>();
      LongStream.rangeClosed(first / PAGE, last < first ? first / PAGE - 1 : last / PAGE)
          .forEach(numbers::add);
      return numbers;
    }
  }

  GridModel(OpenTable table, Fetch fetch) {
    this(table, fetch, MOST_BYTES);
  }

  GridModel(OpenTable table, Fetch fetch, long mostBytes) {
    this.table = table;
    this.fetch = fetch;
    this.fields = table.snapshot().fields();
    this.cache = new PageCache(mostBytes);
    this.exactRows = table.rowCount();
  }

  List<Field> fields() {
    return fields;
  }

  /** {@return changes whenever anything that is to be seen has changed} */
  ReadOnlyLongProperty revision() {
    return revision.getReadOnlyProperty();
  }

  /** {@return rows to offer: all of them, or, while their number is unknown, a page beyond} */
  long rowCount() {
    return exactRows.orElse(seenRows + PAGE);
  }

  /** {@return the number of rows, once it is known} */
  OptionalLong exactRows() {
    return exactRows;
  }

  /** Asks again for the number of rows, which may be known by now. */
  void recount() {
    if (exactRows.isEmpty()) {
      exactRows = table.rowCount();
      changed();
      fetchMissing();
    }
  }

  /** {@return rows read so far from the top, where their number is unknown} */
  long seenRows() {
    return seenRows;
  }

  /** Says what is in sight: rows from first to last, and the indexes of the columns. */
  void show(long first, long last, List<Integer> columns) {
    long top = Math.max(0, first);
    if (top != window.first()) {
      upwards = top < window.first();
    }
    window = new Window(top, Math.min(last, rowCount() - 1), List.copyOf(columns));
    fetchMissing();
  }

  private void fetchMissing() {
    if (closed || window.columns().isEmpty()) {
      return;
    }
    Set<Long> seen = window.pages();
    Set<Long> wanted = new HashSet<>(seen);
    long next = upwards ? window.first() / PAGE - 1 : window.last() / PAGE + 1;
    if (next >= 0 && next * PAGE < rowCount() && exactRows.isPresent()) {
      wanted.add(next);
    }
    coming.keep(wanted);
    seen.stream().sorted().forEach(page -> request(page, window.columns()));
    if (!coming.any(seen) && wanted.contains(next) && !seen.isEmpty() && failed.isEmpty()) {
      request(next, window.columns());
    }
    tellWaiting();
  }

  private void tellWaiting() {
    waiting.set(coming.any(window.pages()));
  }

  /** {@return whether rows in sight are on their way} */
  ReadOnlyBooleanProperty waiting() {
    return waiting.getReadOnlyProperty();
  }

  /** Ends the reading of the rows in sight, which then wait to be tried again. */
  void stop() {
    coming
        .cancelled(window.pages())
        .forEach(page -> failed(page.number(), page.columns(), STOPPED));
  }

  private void request(long page, List<Integer> columns) {
    if (failed.contains(page)) {
      return;
    }
    List<Integer> missing =
        columns.stream()
            .filter(column -> !cache.has(page, column) && !coming.has(page, column))
            .toList();
    if (missing.isEmpty()) {
      return;
    }
    List<String> names = missing.stream().map(column -> fields.get(column).name()).toList();
    if (asked.isEmpty()) {
      asked = OptionalLong.of(System.nanoTime());
    }
    AtomicReference<@Nullable RowPage> soFar = new AtomicReference<>();
    Consumer<RowPage> some =
        rows -> {
          soFar.set(rows);
          fetch.soon(() -> found(page, soFar, rows.rows().size()));
        };
    Running<?> running =
        fetch.start(
            job ->
                new Fetch.Answer(
                    table.rowsAs(page * PAGE, PAGE, names, LongValue::cut, some, job),
                    table.rowCount()),
            answer -> arrived(page, missing, answer),
            trouble -> failed(page, missing, trouble));
    coming.add(new ComingPages.Page(page, missing, running, soFar));
  }

  private void found(long number, AtomicReference<@Nullable RowPage> where, int count) {
    if (!closed && coming.has(where)) {
      seen(number * PAGE + count);
      changed();
    }
  }

  private void seen(long end) {
    if (firstSeconds.isEmpty() && asked.isPresent()) {
      firstSeconds = OptionalDouble.of((System.nanoTime() - asked.getAsLong()) / 1e9);
    }
    seenRows = Math.max(seenRows, end);
  }

  private void arrived(long number, List<Integer> columns, Fetch.Answer answer) {
    if (closed || !finished(number, columns)) {
      return;
    }
    RowPage page = answer.page();
    long end = number * PAGE + page.rows().size();
    if (page.rows().isEmpty() && number > 0 && exactRows.isEmpty()) {
      end = seenRows;
    }
    seen(end);
    if (page.end() || page.rows().size() < PAGE) {
      exactRows = OptionalLong.of(end);
    } else if (exactRows.isEmpty()) {
      exactRows = answer.rowCount();
    }
    cache.put(number, page, columns, window.pages());
    changed();
    fetchMissing();
  }

  private void failed(long number, List<Integer> columns, Problem trouble) {
    if (closed || !finished(number, columns)) {
      return;
    }
    failed.add(number);
    problem = trouble;
    changed();
  }

  /** {@return whether the request was still wanted} */
  private boolean finished(long number, List<Integer> columns) {
    boolean wanted = coming.finished(number, columns);
    tellWaiting();
    return wanted;
  }

  private void changed() {
    revision.set(revision.get() + 1);
  }

  /** {@return why rows in sight are missing} */
  Optional<Problem> problem() {
    return Optional.ofNullable(problem);
  }

  /** Tries again what failed. */
  void retry() {
    failed.clear();
    problem = null;
    changed();
    fetchMissing();
  }

  /** {@return whether rows are on their way} */
  boolean busy() {
    return !coming.none();
  }

  boolean loaded(long row, int column) {
    return cache.has(row / PAGE, (int) (row % PAGE), column) || coming.holds(row, column);
  }

  /** {@return the value of a loaded cell} */
  @Nullable Object value(long row, int column) {
    if (coming.holds(row, column)) {
      return coming.value(row, column);
    }
    return cache.value(row / PAGE, (int) (row % PAGE), column);
  }

  /** {@return the first and last row of the pages in memory around a row; itself if it is not} */
  long[] loadedAround(long row) {
    long first = row / PAGE;
    long last = first;
    if (!cache.has(first)) {
      return new long[] {row, row};
    }
    while (cache.has(first - 1)) {
      first--;
    }
    while (cache.has(last + 1)) {
      last++;
    }
    return new long[] {first * PAGE, Math.min((last + 1) * PAGE, rowCount()) - 1};
  }

  /** {@return some values of a column, where the first page has them} */
  List<@Nullable Object> sample(int column, int count) {
    List<@Nullable Object> values = new ArrayList<>();
    IntStream.range(0, count)
        .filter(row -> loaded(row, column))
        .forEach(row -> values.add(value(row, column)));
    return values;
  }

  /** {@return seconds from the beginning to the first rows} */
  OptionalDouble firstSeconds() {
    return firstSeconds;
  }

  /** {@return what the rows have cost so far} */
  Cost cost() {
    return coming.cost();
  }

  /** {@return one row with all its columns; blocks} */
  RowPage row(long row, Job job) {
    return table.rows(row, 1, fields.stream().map(Field::name).toList(), job);
  }

  OpenTable table() {
    return table;
  }

  /** Ends what is under way. */
  void close() {
    closed = true;
    coming.keep(Set.of());
    tellWaiting();
  }
}
