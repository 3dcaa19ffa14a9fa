package org.shareexplorer.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.ColumnProfile.Basis;
import org.shareexplorer.engine.ProfileQuestion.Extent;
import org.shareexplorer.engine.Pruning.Candidate;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.job.Progress;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.Snapshot;
import org.shareexplorer.table.filter.Predicate;

/** The rows of a view, found. */
final class ViewedTable implements OpenTable {

  private static final int WIDTH = 8;

  private final Jobs jobs;
  private final SnapshotTable table;
  private final View view;
  private final List<Candidate> candidates;
  private final RowPlaces places;
  private final FileRows rows;
  private final WholeTable whole;
  private final Answers answers;

  /**
   * A view.
   *
   * @param table what it is a view of
   * @param candidates the files that may have rows that match
   */
  ViewedTable(
      Jobs jobs,
      SnapshotTable table,
      View view,
      List<Candidate> candidates,
      RowPlaces places,
      FileRows rows,
      WholeTable whole,
      Answers answers) {
    this.jobs = jobs;
    this.table = table;
    this.view = view;
    this.candidates = candidates;
    this.places = places;
    this.rows = rows;
    this.whole = whole;
    this.answers = answers;
  }

  @Override
  public Snapshot snapshot() {
    return table.snapshot();
  }

  /** {@return how many files may have rows of the view} */
  int files() {
    return candidates.size();
  }

  @Override
  public OptionalLong rowCount() {
    return places.known();
  }

  @Override
  public long countRows(Job job) {
    return places.count();
  }

  @Override
  public OpenTable viewed(View other, Job job) {
    return other.equals(view) ? this : table.viewed(other, job);
  }

  @Override
  public OpenTable matching(Predicate filter, Job job) {
    return table.matching(
        view.filter().matchesAll() ? filter : Predicate.and(List.of(view.filter(), filter)), job);
  }

  @Override
  public RowPage rows(long first, int count, List<String> columns, Job job) {
    List<Field> fields = RowPages.wanted(snapshot(), first, count, columns);
    job.progress(Progress.of("Reading rows"));
    int some = Math.clamp(places.count() - first, 0, count);
    List<RowPlaces.Slice> slices = some == 0 ? List.of() : places.slices(first, some, job);
    for (int fit = fitting(some, slices, fields, job); fit < some; ) {
      some = fit;
      slices = places.slices(first, some, job);
      fit = fitting(some, slices, fields, job);
    }
    List<List<List<@Nullable Object>>> parts =
        jobs.forAll(
            job,
            slices,
            WIDTH,
            slice -> rows.read(slice.file(), slice.which(), slice.into().size(), fields, job));
    List<List<@Nullable Object>> page =
        new ArrayList<>(Collections.nCopies(some, List.<@Nullable Object>of()));
    for (int part = 0; part < parts.size(); part++) {
      List<Integer> into = slices.get(part).into();
      for (int i = 0; i < into.size(); i++) {
        page.set(into.get(i), parts.get(part).get(i));
      }
    }
    return new RowPage(
        fields, first, Collections.unmodifiableList(page), first + some >= places.count());
  }

  private int fitting(int some, List<RowPlaces.Slice> slices, List<Field> fields, Job job) {
    if (rows.stored(fields).isEmpty()) {
      return some;
    }
    List<Long> bytes =
        jobs.forAll(
            job, slices, WIDTH, slice -> rows.bytes(slice.file(), slice.which(), fields, job));
    return FileRows.fitting(some, bytes.stream().mapToLong(Long::longValue).sum());
  }

  private record Identity(Object table, View view) {}

  @Override
  public <A> A ask(Question<A> question, Job job) {
    if (!view.order().isEmpty()) {
      // No answer depends on the order, and a sample of unsorted rows lies in fewer pages.
      return table.viewed(new View(view.filter(), List.of()), job).ask(question, job);
    }
    Identity identity = new Identity(table.identity(), view);
    return answers.get(identity, question, () -> answer(question, job));
  }

  private Object answer(Question<?> question, Job job) {
    return switch (question) {
      case ProviderQuestion _ -> provided(job);
      case ProfileQuestion(String column, Extent extent) when extent == Extent.SAMPLE ->
          whole.profile(
              column,
              new Sampling(jobs, rows, places::slices)
                  .of(this, new Columns(snapshot().fields()).named(column), job),
              job);
      default -> whole.ask(question, view.filter(), candidates, job);
    };
  }

  /** The provider's word is about whole files. */
  private List<ColumnProfile> provided(Job job) {
    Snapshot all = table.snapshot();
    if (candidates.stream().allMatch(file -> file.certain() && file.groups().isEmpty())) {
      return candidates.size() == all.files().size()
          ? table.ask(new ProviderQuestion(), job)
          : ProviderAnswer.of(all, candidates.stream().mapToInt(Candidate::number).toArray(), job);
    }
    Map<Measure, Figure> rows = Map.of(Measure.ROWS, Figure.exact(places.count()));
    return all.fields().stream()
        .map(field -> new ColumnProfile(field, new Basis.Provider(), rows, List.of(), List.of()))
        .toList();
  }

  @Override
  public long bytesToFetch(List<String> columns, Job job) {
    return whole.bytesToFetch(columns, view.filter(), candidates, job);
  }

  @Override
  public <T> T fetched(
      List<String> columns, Predicate where, Function<List<LocalFile>, T> action, Job job) {
    List<Field> fields = columns.stream().map(new Columns(snapshot().fields())::named).toList();
    return whole.over(candidates, view.filter(), fields, action, job);
  }
}
