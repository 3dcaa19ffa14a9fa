package org.shareexplorer.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.ChangedRows.Entry;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.job.Progress;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.protocol.ChangeLine.Kind;
import org.shareexplorer.table.ChangeList;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;

/** What changed in a table, as its change feed tells it. Thread-safe. */
final class FeedChanges implements Changes {

  private static final int WIDTH = 8;
  private static final Field TYPE = new Field(ChangeList.CHANGE_TYPE, Simple.STRING, false);

  private final Jobs jobs;
  private final ChangeList list;
  private final TableFiles files;
  private final ChangeUnits units;
  private final PickedRows picked;
  private final Questions questions;
  private final Map<Long, List<Field>> fieldsAt = new ConcurrentHashMap<>();

  FeedChanges(Jobs jobs, ChangeList list, TableFiles files, Questions questions) {
    this.jobs = jobs;
    this.list = list;
    this.files = files;
    this.units = new ChangeUnits(list, files);
    this.picked = new PickedRows(jobs, list.snapshot(), files);
    this.questions = questions;
  }

  @Override
  public List<Field> fields() {
    return list.fields();
  }

  @Override
  public long firstVersion() {
    return list.files().isEmpty()
        ? list.heads().getFirst().version()
        : list.files().getFirst().version();
  }

  @Override
  public long lastVersion() {
    return list.files().isEmpty() ? firstVersion() : list.files().getLast().version();
  }

  @Override
  public long sizeInBytes() {
    return list.files().stream().mapToLong(file -> file.file().size()).sum();
  }

  @Override
  public List<ChangeCounts> versions() {
    SortedMap<Long, ChangeCounts> versions = new TreeMap<>();
    list.files()
        .forEach(file ->
            versions.putIfAbsent(
                file.version(), new ChangeCounts(file.version(), file.timestamp(), 0, 0, 0)));
    return List.copyOf(versions.values());
  }

  @Override
  public List<ChangeCounts> counts(ChangeView view, Job job) {
    List<ChangeUnits.Unit> all = units.within(0, Long.MAX_VALUE);
    job.progress(Progress.of("Counting changes"));
    List<FeedSql.Count> counts = new ArrayList<>();
    counts.addAll(
        jobs
            .forAll(
                job,
                all.stream().filter(unit -> unit.change().kind() != Kind.CHANGED_ROWS).toList(),
                WIDTH,
                unit ->
                    new FeedSql.Count(
                        unit.change().version(),
                        unit.change().kind() == Kind.ADD ? "insert" : "delete",
                        units.rows(unit, job).orElseThrow()))
            .stream()
            .toList());
    List<ChangeUnits.Unit> told =
        all.stream().filter(unit -> unit.change().kind() == Kind.CHANGED_ROWS).toList();
    counts.addAll(over(told, List.of(), job, (session, local) -> FeedSql.counts(session, local)));
    SortedMap<Long, ChangeCounts> byVersion = new TreeMap<>();
    versions().forEach(version -> byVersion.put(version.version(), version));
    counts.forEach(count -> byVersion.computeIfPresent(count.version(), (_, c) -> plus(c, count)));
    return byVersion.values().stream().filter(count -> count.total() > 0).toList();
  }

  private static ChangeCounts plus(ChangeCounts counts, FeedSql.Count more) {
    long rows = more.rows();
    return new ChangeCounts(
        counts.version(),
        counts.timestamp(),
        counts.inserted() + (more.type().equals("insert") ? rows : 0),
        counts.updated() + (more.type().equals("update_postimage") ? rows : 0),
        counts.deleted() + (more.type().equals("delete") ? rows : 0));
  }

  @Override
  public ChangedRows rows(ChangeView view, Job job) {
    job.progress(Progress.of("Finding changed rows"));
    List<Field> key = view.key().stream().map(new Columns(list.fields())::named).toList();
    List<Field> searched = view.text().isEmpty() ? List.of() : list.fields();
    List<FeedSql.Found> found =
        view.kinds().isEmpty()
            ? List.of()
            : over(
                units.within(view.firstVersion(), view.lastVersion()),
                Stream.concat(key.stream(), searched.stream()).distinct().toList(),
                job,
                (session, local) -> FeedSql.found(session, local, key, searched, view));
    if (found.size() > ChangedRows.MOST) {
      throw tooMany();
    }
    List<Entry> entries = found.stream().map(this::entry).toList();
    ChangedRows.Matching matching =
        key.isEmpty() ? ChangedRows.Matching.BY_ORDER : new ChangedRows.Matching(view.key(), 0, 0);
    return new ChangedRows(list.snapshot(), entries, new Sides(), matching);
  }

  static ProblemException tooMany() {
    return new Problem(
            ProblemCode.TOO_LARGE,
            "The changed rows cannot be listed.",
            "They are more than %,d.".formatted(ChangedRows.MOST),
            "Choose fewer versions, one kind of change, or a text to look for.")
        .asException();
  }

  private Entry entry(FeedSql.Found found) {
    ChangeKind kind =
        switch (found.type()) {
          case "insert" -> ChangeKind.INSERT;
          case "delete" -> ChangeKind.DELETE;
          default -> ChangeKind.UPDATE;
        };
    OptionalLong timestamp =
        units.unit(Math.max(found.before(), found.after())).change().timestamp();
    return new Entry(
        kind,
        found.version(),
        timestamp,
        found.before() < 0 ? null : new PickedRows.Place(found.before(), found.beforeLine()),
        found.after() < 0 ? null : new PickedRows.Place(found.after(), found.afterLine()));
  }

  @Override
  public List<String> suggestedKey(Job job) {
    List<Field> candidates = KeyCandidates.of(list.fields());
    if (list.files().isEmpty() || candidates.isEmpty()) {
      return List.of();
    }
    List<Boolean> distinct =
        over(
            units.within(0, Long.MAX_VALUE),
            candidates,
            job,
            (session, local) -> FeedSql.distinct(session, local, candidates));
    int first = distinct.indexOf(true);
    return first < 0 ? List.of() : List.of(candidates.get(first).name());
  }

  /** Runs a query over some columns of some of the feed's files. */
  private <A> A over(
      List<ChangeUnits.Unit> wanted, List<Field> columns, Job job, Questions.Answering<A> query) {
    try (LocalColumns local = new LocalColumns(jobs)) {
      List<LocalColumns.Wanted> parts =
          jobs.forAll(
              job,
              wanted,
              WIDTH,
              unit ->
                  new LocalColumns.Wanted(
                      unit.file(),
                      stored(unit, columns),
                      units.constants(unit),
                      units.hidden(unit, job)));
      List<LocalFile> found = local.of(files, parts, job);
      job.progress(Progress.of("Computing"));
      return questions.over(found, query, job);
    }
  }

  private List<Field> stored(ChangeUnits.Unit unit, List<Field> columns) {
    List<Field> stored =
        new ArrayList<>(
            columns.stream().map(column -> then(column, unit.change().version())).toList());
    if (unit.change().kind() == Kind.CHANGED_ROWS) {
      stored.add(TYPE);
    }
    return stored;
  }

  /** A column as a version's files have it, under the name that it has now. */
  private Field then(Field column, long version) {
    Field then =
        fieldsAt.computeIfAbsent(version, list::fieldsAt).get(list.fields().indexOf(column));
    return new Field(column.name(), then.type(), true, then.metadata(), then.stored());
  }

  private final class Sides implements ChangedRows.Sides {

    @Override
    public List<@Nullable Object @Nullable []> before(
        List<Entry> rows, List<Field> fields, Job job) {
      return picked.read(places(rows.stream().map(Entry::before)), file -> at(file, fields), job);
    }

    @Override
    public List<@Nullable Object @Nullable []> after(
        List<Entry> rows, List<Field> fields, Job job) {
      return picked.read(places(rows.stream().map(Entry::after)), file -> at(file, fields), job);
    }

    private List<PickedRows.@Nullable Place> places(Stream<PickedRows.@Nullable Place> places) {
      List<PickedRows.@Nullable Place> list = new ArrayList<>();
      places.forEach(list::add);
      return list;
    }

    private List<Field> at(int file, List<Field> fields) {
      long version = units.unit(file).change().version();
      return fields.stream().map(field -> then(field, version)).toList();
    }
  }
}
