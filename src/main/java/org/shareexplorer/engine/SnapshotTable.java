package org.shareexplorer.engine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.ProfileQuestion.Extent;
import org.shareexplorer.engine.Pruning.Candidate;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.Snapshot;
import org.shareexplorer.table.filter.Predicate;

/** A snapshot, and all that answers questions about it. */
final class SnapshotTable implements OpenTable {

  private static final int VIEWS_IN_MEMORY = 4;

  private final Jobs jobs;
  private final Snapshot snapshot;
  private final RowCounts counts;
  private final FileRows rows;
  private final RowPages pages;
  private final WholeTable whole;
  private final Pruning pruning;
  private final Viewing viewing;
  private final Answers answers;
  private @Nullable Object identity;

  /** A filter that is put off and on again should not cost twice. */
  private final Map<View, OpenTable> views =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<View, OpenTable> eldest) {
              return size() > VIEWS_IN_MEMORY;
            }
          });

  SnapshotTable(Jobs jobs, Snapshot snapshot, TableFiles files, Questions questions) {
    this.jobs = jobs;
    this.snapshot = snapshot;
    this.counts = new RowCounts(snapshot.list());
    this.rows = new FileRows(jobs, snapshot, files);
    this.pages = new RowPages(jobs, snapshot, files, rows, counts);
    this.whole = new WholeTable(jobs, snapshot, files, counts, questions);
    this.pruning = new Pruning(jobs, snapshot, files, counts);
    this.answers = questions.answers();
    this.viewing = new Viewing(jobs, snapshot, files, counts, whole, questions);
  }

  @Override
  public Snapshot snapshot() {
    return snapshot;
  }

  @Override
  public OptionalLong rowCount() {
    return counts.total();
  }

  @Override
  public long countRows(Job job) {
    viewing.learn(Candidate.all(snapshot), job);
    return counts.total().orElseThrow();
  }

  @Override
  public RowPage rows(long first, int count, List<String> columns, Job job) {
    return pages.read(first, count, columns, job);
  }

  @Override
  @SuppressWarnings("unchecked") // Its question names the type of the provider's answer.
  public <A> A ask(Question<A> question, Job job) {
    return question instanceof ProviderQuestion
        ? (A) ProviderAnswer.of(snapshot, job)
        : answers.get(identity(), question, () -> answer(question, job));
  }

  /** Opened again, the table knows what it was asked before. */
  synchronized Object identity() {
    if (identity == null) {
      identity = TableIdentity.of(snapshot);
    }
    return identity;
  }

  @Override
  public OpenTable viewed(View view, Job job) {
    OpenTable known = known(view);
    if (known != null) {
      return known;
    }
    return ArrivingTable.made(
        jobs,
        (early, finding) -> found(view, early, finding),
        (_, again) -> found(view, _ -> {}, again),
        first -> "Finding rows that match, %,d so far".formatted(first.rowCount().orElse(0)),
        job);
  }

  @Override
  public OpenTable matching(Predicate filter, Job job) {
    View view = new View(filter, List.of());
    OpenTable known = known(view);
    if (known != null) {
      return known;
    }
    List<Candidate> candidates = pruning.candidates(filter, job);
    RowPlaces sought =
        new SoughtPlaces(() -> viewing.places(view, candidates, _ -> {}, Job.unattended()));
    return new ViewedTable(jobs, this, view, candidates, sought, rows, whole, answers);
  }

  /** A view whose rows need not be looked for; null if they have to be. */
  private @Nullable OpenTable known(View view) {
    if (view.plain()) {
      return this;
    }
    check(view);
    return views.get(view);
  }

  private OpenTable found(View view, Consumer<OpenTable> early, Job job) {
    List<Candidate> candidates =
        view.filter().matchesAll()
            ? Candidate.all(snapshot)
            : pruning.candidates(view.filter(), job);
    Function<RowPlaces, OpenTable> table =
        places -> new ViewedTable(jobs, this, view, candidates, places, rows, whole, answers);
    OpenTable all =
        table.apply(viewing.places(view, candidates, some -> early.accept(table.apply(some)), job));
    views.put(view, all);
    return all;
  }

  private void check(View view) {
    Columns columns = new Columns(snapshot.fields());
    view.order().forEach(order -> columns.simple(order.column()));
    for (Field column : view.filter().columns()) {
      if (!columns.named(column.name()).type().equals(column.type())) {
        throw new Problem(
                ProblemCode.QUESTION,
                "The filter does not fit the table.",
                "The column " + column.name() + " is of another type now.",
                "Remove the filter on it and set it again.")
            .asException();
      }
    }
  }

  private Object answer(Question<?> question, Job job) {
    return switch (question) {
      case ProfileQuestion(String column, Extent extent) when extent == Extent.SAMPLE ->
          whole.profile(
              column,
              new Sampling(jobs, rows, pages::slices)
                  .of(this, new Columns(snapshot.fields()).named(column), job),
              job);
      default -> whole.ask(question, job);
    };
  }

  @Override
  public long bytesToFetch(List<String> columns, Job job) {
    return whole.bytesToFetch(columns, Predicate.all(), Candidate.all(snapshot), job);
  }

  @Override
  public long bytesToFetch(List<String> columns, Predicate where, Job job) {
    return whole.bytesToFetch(columns, Predicate.all(), possible(where, job), job);
  }

  @Override
  public <T> T fetched(
      List<String> columns, Predicate where, Function<List<LocalFile>, T> action, Job job) {
    List<Field> fields = columns.stream().map(new Columns(snapshot.fields())::named).toList();
    return whole.over(possible(where, job), Predicate.all(), fields, action, job);
  }

  /** Files and row groups that may have rows that match, with all of their rows. */
  private List<Candidate> possible(Predicate where, Job job) {
    return where.matchesAll()
        ? Candidate.all(snapshot)
        : pruning.candidates(where, job).stream()
            .map(file -> new Candidate(file.number(), file.groups(), true))
            .toList();
  }
}
