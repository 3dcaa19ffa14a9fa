package org.shareexplorer.engine;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.cache.FileKey;
import org.shareexplorer.engine.ChangedRows.Entry;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.job.Progress;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.protocol.FileLine.DeletionVectorLine;
import org.shareexplorer.table.DataFile;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.Snapshot;

/**
 * What changed between two versions of a table, found by matching their rows by a key. Files that
 * both versions consist of are not looked into: their rows are the same. Thread-safe.
 */
final class ComparedVersions implements Changes {

  private final Jobs jobs;
  private final Questions questions;
  private final Side older;
  private final Side newer;

  /** The key that was used last, and the rows that it found. */
  private volatile @Nullable Known known;

  private record Known(ChangeView view, ChangedRows rows) {}

  /** One of the versions. */
  record Side(Snapshot snapshot, TableFiles files) {}

  /** What makes a file of one version the same as one of another. */
  private record Same(FileKey file, Optional<Hidden> hidden) {}

  /** What makes the deleted rows of a file the same. */
  private record Hidden(String place, int offset, int size, long cardinality) {
    static Hidden of(DeletionVectorLine line) {
      // An address differs in its signature only, which its text leaves out.
      String place = line.inline().orElseGet(() -> line.address().orElseThrow().toString());
      return new Hidden(place, line.offset(), line.sizeInBytes(), line.cardinality());
    }
  }

  ComparedVersions(Jobs jobs, Side older, Side newer, Questions questions) {
    this.jobs = jobs;
    this.older = older;
    this.newer = newer;
    this.questions = questions;
  }

  @Override
  public List<Field> fields() {
    return newer.snapshot().fields();
  }

  @Override
  public long firstVersion() {
    return older.snapshot().version();
  }

  @Override
  public long lastVersion() {
    return newer.snapshot().version();
  }

  @Override
  public long sizeInBytes() {
    return bytes(older, newer) + bytes(newer, older);
  }

  private static long bytes(Side side, Side other) {
    return differing(side, other).mapToLong(file -> side.snapshot().files().get(file).size()).sum();
  }

  /** The numbers of the files that only one side has. */
  private static IntStream differing(Side side, Side other) {
    Set<Same> shared = new HashSet<>();
    other.snapshot().files().forEach(file -> shared.add(same(other, file)));
    return IntStream.range(0, side.snapshot().files().size())
        .filter(file -> !shared.contains(same(side, side.snapshot().files().get(file))));
  }

  private static Same same(Side side, DataFile file) {
    return new Same(Addresses.key(side.snapshot(), file), file.deletionVector().map(Hidden::of));
  }

  @Override
  public List<ChangeCounts> versions() {
    return List.of(new ChangeCounts(lastVersion(), OptionalLong.empty(), 0, 0, 0));
  }

  @Override
  public List<ChangeCounts> counts(ChangeView view, Job job) {
    Map<ChangeKind, Long> kinds = rows(ChangeView.ALL.withKey(view.key()), job).kinds();
    ChangeCounts counts =
        new ChangeCounts(
            lastVersion(),
            OptionalLong.empty(),
            kinds.getOrDefault(ChangeKind.INSERT, 0L),
            kinds.getOrDefault(ChangeKind.UPDATE, 0L),
            kinds.getOrDefault(ChangeKind.DELETE, 0L));
    return counts.total() == 0 ? List.of() : List.of(counts);
  }

  @Override
  public ChangedRows rows(ChangeView view, Job job) {
    Known before = known;
    // Which versions and when is no question between just two.
    ChangeView wanted = view.withVersions(0, Long.MAX_VALUE);
    if (before != null && before.view().equals(wanted)) {
      return before.rows();
    }
    if (view.key().isEmpty()) {
      throw new Problem(
              ProblemCode.QUESTION,
              "The two versions were not compared.",
              "Nothing says which rows of them belong together.",
              "Choose the columns whose values tell the rows apart.")
          .asException();
    }
    List<Field> key = view.key().stream().map(new Columns(fields())::named).toList();
    ComparisonSql.Found found =
        over(
            fields(),
            job,
            (session, a, b) -> ComparisonSql.found(session, a, b, key, fields(), wanted));
    if (found.rows().size() > ChangedRows.MOST) {
      throw FeedChanges.tooMany();
    }
    ChangedRows rows =
        new ChangedRows(
            newer.snapshot(),
            found.rows().stream().map(this::entry).toList(),
            new Sides(),
            new ChangedRows.Matching(view.key(), found.repeated(), found.withoutKey()));
    known = new Known(wanted, rows);
    return rows;
  }

  private Entry entry(ComparisonSql.Pair pair) {
    return new Entry(
        pair.before() == null
            ? ChangeKind.INSERT
            : pair.after() == null ? ChangeKind.DELETE : ChangeKind.UPDATE,
        lastVersion(),
        OptionalLong.empty(),
        pair.before(),
        pair.after());
  }

  @Override
  public List<String> suggestedKey(Job job) {
    List<Field> candidates = KeyCandidates.of(fields());
    if (candidates.isEmpty()) {
      return List.of();
    }
    List<Boolean> distinct =
        over(
            candidates,
            job,
            (session, a, b) -> ComparisonSql.distinct(session, a.isEmpty() ? b : a, candidates));
    int first = distinct.indexOf(true);
    return first < 0 ? List.of() : List.of(candidates.get(first).name());
  }

  @FunctionalInterface
  private interface Query<A> {
    A of(Session session, List<LocalFile> older, List<LocalFile> newer) throws SQLException;
  }

  private <A> A over(List<Field> columns, Job job, Query<A> query) {
    try (LocalColumns local = new LocalColumns(jobs)) {
      List<LocalFile> a = local.of(older.files(), wanted(older, newer, columns, job), job);
      List<LocalFile> b = local.of(newer.files(), wanted(newer, older, columns, job), job);
      job.progress(Progress.of("Comparing"));
      return questions.over(List.of(), (session, _) -> query.of(session, a, b), job);
    }
  }

  private List<LocalColumns.Wanted> wanted(Side side, Side other, List<Field> columns, Job job) {
    List<LocalColumns.Wanted> wanted = new ArrayList<>();
    differing(side, other)
        .forEach(number -> {
          DataFile file = side.snapshot().files().get(number);
          Map<String, @Nullable String> constants = new LinkedHashMap<>(file.partitionValues());
          side.snapshot()
              .head()
              .partitionColumns()
              .forEach(column -> constants.putIfAbsent(column, null));
          constants.put(FeedSql.UNIT.name(), Integer.toString(number));
          wanted.add(
              new LocalColumns.Wanted(
                  number,
                  columns.stream().map(column -> on(side, column)).toList(),
                  constants,
                  side.files().open(number, job).deleted()));
        });
    return wanted;
  }

  /** A column as a side's files have it, under the name that it has in the newer version. */
  private Field on(Side side, Field column) {
    if (side.equals(newer)) {
      return column;
    }
    return side.snapshot().fields().stream()
        .filter(field -> field.stored().equals(column.stored()))
        .findFirst()
        .map(
            field -> new Field(column.name(), field.type(), true, field.metadata(), field.stored()))
        .orElse(column);
  }

  private final class Sides implements ChangedRows.Sides {

    @Override
    public List<@Nullable Object @Nullable []> before(
        List<Entry> rows, List<Field> fields, Job job) {
      List<PickedRows.@Nullable Place> places = new ArrayList<>();
      rows.forEach(row -> places.add(row.before()));
      return read(older, places, fields, job);
    }

    @Override
    public List<@Nullable Object @Nullable []> after(
        List<Entry> rows, List<Field> fields, Job job) {
      List<PickedRows.@Nullable Place> places = new ArrayList<>();
      rows.forEach(row -> places.add(row.after()));
      return read(newer, places, fields, job);
    }

    private List<@Nullable Object @Nullable []> read(
        Side side, List<PickedRows.@Nullable Place> places, List<Field> fields, Job job) {
      return new PickedRows(jobs, side.snapshot(), side.files())
          .read(places, _ -> fields.stream().map(field -> on(side, field)).toList(), job);
    }
  }
}
