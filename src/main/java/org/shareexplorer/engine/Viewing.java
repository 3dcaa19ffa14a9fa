package org.shareexplorer.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.shareexplorer.engine.Pruning.Candidate;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.job.Progress;
import org.shareexplorer.parquet.RowGroupBounds;
import org.shareexplorer.table.DataFile;
import org.shareexplorer.table.DeletionVector;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.PartitionValue;
import org.shareexplorer.table.Snapshot;
import org.shareexplorer.table.filter.Predicate;

/**
 * Finds the rows of views of one table. Only what the columns of filter and order hold is read, and
 * nothing where partition values, statistics or footers settle the matter.
 */
final class Viewing {

  /** How many rows are looked through at once: what matches is in memory for so long. */
  private static final long ROWS_AT_ONCE = 4 << 20;

  /** How many rows are looked through at first, so that there is something to be seen soon. */
  private static final long ROWS_AT_FIRST = 1 << 19;

  private final Jobs jobs;
  private final Snapshot snapshot;
  private final TableFiles files;
  private final RowCounts counts;
  private final WholeTable whole;
  private final Questions questions;

  Viewing(
      Jobs jobs,
      Snapshot snapshot,
      TableFiles files,
      RowCounts counts,
      WholeTable whole,
      Questions questions) {
    this.jobs = jobs;
    this.snapshot = snapshot;
    this.files = files;
    this.counts = counts;
    this.whole = whole;
    this.questions = questions;
  }

  /**
   * {@return where the rows of a view are, among those of some files that may have any}
   *
   * @param early gets the first of them where finding them all takes its time, if their order
   *     allows that
   */
  RowPlaces places(View view, List<Candidate> candidates, Consumer<RowPlaces> early, Job job) {
    boolean partitionsOnly =
        view.order().stream().allMatch(order -> snapshot.partitionedBy(order.column()));
    return partitionsOnly
        ? filtered(view.filter(), inOrder(candidates, view.order()), early, job)
        : sorted(view, candidates, job);
  }

  /** Files in the order of their partition values. */
  private List<Candidate> inOrder(List<Candidate> candidates, List<Order> orders) {
    Comparator<Candidate> comparator = Comparator.comparingInt(_ -> 0);
    for (Order order : orders) {
      Field field = new Columns(snapshot.fields()).simple(order.column());
      comparator =
          comparator.thenComparing(
              candidate -> Optional.ofNullable(partition(candidate, field)),
              new PlacedValues(order.descending()));
    }
    return candidates.stream().sorted(comparator).toList();
  }

  private @Nullable Object partition(Candidate candidate, Field field) {
    DataFile file = snapshot.files().get(candidate.number());
    return PartitionValue.parse(file.partitionValues().get(field.name()), field.type());
  }

  private RowPlaces filtered(
      Predicate filter, List<Candidate> files, Consumer<RowPlaces> early, Job job) {
    List<Candidate> candidates = files.stream().flatMap(file -> pieces(file).stream()).toList();
    learn(candidates.stream().filter(Candidate::certain).toList(), job);
    List<FilteredPlaces.Part> parts = new ArrayList<>();
    long rows = candidates.stream().mapToLong(this::doubtfulRows).sum();
    long looked = 0;
    long found = 0;
    int from = 0;
    for (long most = ROWS_AT_FIRST;
        from < candidates.size();
        most = Math.min(2 * most, ROWS_AT_ONCE)) {
      int to = from;
      long some = 0;
      do {
        some += doubtfulRows(candidates.get(to));
        to++;
      } while (to < candidates.size() && some + doubtfulRows(candidates.get(to)) <= most);
      job.progress(
          Progress.of("Finding rows that match, %,d so far".formatted(found), looked, rows));
      List<FilteredPlaces.Part> more = matching(filter, candidates.subList(from, to), job);
      parts.addAll(more);
      found += more.stream().mapToLong(FilteredPlaces.Part::count).sum();
      looked += some;
      from = to;
      if (found > 0 && from < candidates.size()) {
        early.accept(new FilteredPlaces(parts));
      }
    }
    return new FilteredPlaces(parts);
  }

  /** Has the footers tell how many rows files have where nothing else does. */
  void learn(List<Candidate> certain, Job job) {
    List<Integer> unknown =
        certain.stream().map(Candidate::number).filter(file -> counts.of(file).isEmpty()).toList();
    files.checkCount(unknown.size());
    AtomicInteger done = new AtomicInteger();
    var _ =
        jobs.forAll(
            job,
            unknown,
            TableFiles.AT_ONCE,
            file -> {
              counts.learn(file, files.open(file, job).rows());
              job.progress(Progress.of("Counting rows", done.incrementAndGet(), unknown.size()));
              return file;
            });
  }

  /** Large files are looked through some row groups after the others. */
  private List<Candidate> pieces(Candidate file) {
    if (file.certain() || doubtfulRows(file) <= ROWS_AT_FIRST) {
      return List.of(file);
    }
    List<Candidate> pieces = new ArrayList<>();
    List<Candidate.Part> piece = new ArrayList<>();
    long rows = 0;
    for (Candidate.Part part : file.groups().orElseThrow()) {
      if (!piece.isEmpty() && rows + part.group().rows() > ROWS_AT_FIRST) {
        pieces.add(piece(file, piece));
        piece.clear();
        rows = 0;
      }
      piece.add(part);
      rows += part.group().rows();
    }
    pieces.add(piece(file, piece));
    return pieces;
  }

  private static Candidate piece(Candidate file, List<Candidate.Part> parts) {
    return new Candidate(
        file.number(),
        Optional.of(List.copyOf(parts)),
        parts.stream().allMatch(Candidate.Part::certain));
  }

  private long doubtfulRows(Candidate candidate) {
    return doubtful(candidate).stream().mapToLong(RowGroupBounds::rows).sum();
  }

  private static List<RowGroupBounds> doubtful(Candidate candidate) {
    return candidate.certain()
        ? List.of()
        : candidate.groups().orElseThrow().stream()
            .filter(part -> !part.certain())
            .map(Candidate.Part::group)
            .toList();
  }

  private List<FilteredPlaces.Part> matching(
      Predicate filter, List<Candidate> candidates, Job job) {
    List<Candidate> doubtful =
        candidates.stream()
            .filter(candidate -> !candidate.certain())
            .map(candidate ->
                new Candidate(
                    candidate.number(),
                    candidate
                        .groups()
                        .map(parts -> parts.stream().filter(part -> !part.certain()).toList()),
                    false))
            .toList();
    List<RoaringBitmap> found = doubtful.stream().map(_ -> new RoaringBitmap()).toList();
    if (!doubtful.isEmpty()) {
      var _ =
          whole.over(
              doubtful,
              filter,
              List.of(),
              local -> {
                new PositionsQuery(local, List.of(), List.of())
                    .run(
                        questions,
                        position -> {
                          int place = (int) (position / Relation.ROWS_OF_FILE);
                          long row =
                              local.get(place).kept().original(position % Relation.ROWS_OF_FILE);
                          found.get(place).add((int) row);
                        },
                        job);
                return true;
              },
              job);
    }
    List<FilteredPlaces.Part> parts = new ArrayList<>();
    int next = 0;
    for (Candidate candidate : candidates) {
      boolean whole = candidate.certain() && candidate.groups().isEmpty();
      parts.add(
          whole
              ? new FilteredPlaces.Part(
                  candidate.number(), null, counts.of(candidate.number()).orElseThrow())
              : part(
                  candidate, candidate.certain() ? new RoaringBitmap() : found.get(next++), job));
    }
    return parts;
  }

  /** The rows found, and those of row groups that match without being looked at. */
  private FilteredPlaces.Part part(Candidate candidate, RoaringBitmap rows, Job job) {
    for (Candidate.Part part : candidate.groups().orElseThrow()) {
      if (part.certain()) {
        rows.add(part.group().first(), part.group().first() + part.group().rows());
      }
    }
    Optional<DeletionVector> deleted = files.open(candidate.number(), job).deleted();
    deleted.ifPresent(vector -> remove(vector, rows, job));
    rows.runOptimize();
    return new FilteredPlaces.Part(candidate.number(), rows, rows.getLongCardinality());
  }

  private static void remove(DeletionVector deleted, RoaringBitmap rows, Job job) {
    PrimitiveIterator.OfLong numbers = deleted.rows();
    for (long i = 0; numbers.hasNext(); i++) {
      if (i % ROWS_AT_FIRST == 0) {
        job.check();
      }
      rows.remove((int) numbers.nextLong());
    }
  }

  private RowPlaces sorted(View view, List<Candidate> candidates, Job job) {
    List<Field> keys =
        view.order().stream()
            .map(order -> new Columns(snapshot.fields()).simple(order.column()))
            .toList();
    return whole.over(
        candidates,
        view.filter(),
        keys,
        local -> {
          job.progress(Progress.of("Sorting"));
          SortedPlaces places =
              new SortedPlaces(
                  questions.spillFolder(),
                  candidates.stream().mapToInt(Candidate::number).toArray(),
                  local.stream().map(LocalFile::kept).toList());
          new PositionsQuery(local, keys, view.order()).run(questions, places::add, job);
          places.flush();
          return places;
        },
        job);
  }
}
