package org.shareexplorer.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.parquet.KeptPages;
import org.shareexplorer.parquet.PageBounds;
import org.shareexplorer.parquet.RowGroupBounds;
import org.shareexplorer.table.DataFile;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.PartitionValue;
import org.shareexplorer.table.Snapshot;
import org.shareexplorer.table.filter.Bounds;
import org.shareexplorer.table.filter.Outcomes;
import org.shareexplorer.table.filter.Predicate;
import org.shareexplorer.table.filter.StatisticsBounds;

/**
 * Finds out where rows may match without reading data: by files' partition values, then by the
 * provider's statistics, then by what files' footers say of their row groups.
 */
final class Pruning {

  private static final int FILES_AT_ONCE = 1 << 10;

  private final Jobs jobs;
  private final Snapshot snapshot;
  private final TableFiles files;
  private final RowCounts counts;

  Pruning(Jobs jobs, Snapshot snapshot, TableFiles files, RowCounts counts) {
    this.jobs = jobs;
    this.snapshot = snapshot;
    this.files = files;
    this.counts = counts;
  }

  /**
   * A file that may have rows that match.
   *
   * @param number the file's number
   * @param groups those of its row groups that may; empty if the footer was not needed, and all of
   *     them count
   * @param certain whether all rows match that are not deleted, of all row groups that count
   */
  record Candidate(int number, Optional<List<Candidate.Part>> groups, boolean certain) {

    /** {@return all files of a table, all of their rows} */
    static List<Candidate> all(Snapshot snapshot) {
      return IntStream.range(0, snapshot.files().size())
          .mapToObj(number -> new Candidate(number, Optional.empty(), true))
          .toList();
    }

    /**
     * A row group.
     *
     * @param certain whether all of its rows match
     * @param pages of the filter's only column, the pages to look into; empty for all
     */
    record Part(RowGroupBounds group, boolean certain, Optional<KeptPages> pages) {}
  }

  /** {@return the files that may have rows that match, in the table's order} */
  List<Candidate> candidates(Predicate predicate, Job job) {
    List<Candidate> listed = jobs.computeWithin(job, within -> listed(predicate, within));
    List<Candidate> doubtful = listed.stream().filter(file -> !file.certain()).toList();
    if (doubtful.isEmpty()) {
      return listed;
    }
    files.checkCount(doubtful.size());
    long[] done = {0};
    return jobs
        .forAll(
            job,
            listed,
            TableFiles.AT_ONCE,
            file -> {
              Optional<Candidate> looked =
                  file.certain()
                      ? Optional.of(file)
                      : looked(file.number(), predicate, files.open(file.number(), job), job);
              synchronized (done) {
                job.progress(TableFiles.looking(++done[0], listed.size()));
              }
              return looked;
            })
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private List<Candidate> listed(Predicate predicate, Job job) {
    Set<Field> columns = predicate.columns();
    StatisticsBounds statistics = new StatisticsBounds(columns);
    List<Candidate> listed = new ArrayList<>();
    for (int number = 0; number < snapshot.files().size(); number++) {
      if (number % FILES_AT_ONCE == 0) {
        job.check();
      }
      DataFile file = snapshot.files().get(number);
      Outcomes outcomes = Outcomes.of(predicate, field -> partition(file, field, Map.of()));
      if (outcomes.yes() && !outcomes.certain() && file.stats().isPresent()) {
        Map<Field, Bounds> said = statistics.of(file.stats().get());
        outcomes = Outcomes.of(predicate, field -> partition(file, field, said));
      }
      boolean empty = file.rowsLeft().isPresent() && file.rowsLeft().getAsLong() == 0;
      if (outcomes.yes() && !empty) {
        listed.add(new Candidate(number, Optional.empty(), outcomes.certain()));
      }
    }
    return listed;
  }

  private Bounds partition(DataFile file, Field field, Map<Field, Bounds> said) {
    return snapshot.partitionedBy(field.name())
        ? Bounds.constant(
            PartitionValue.parse(file.partitionValues().get(field.name()), field.type()))
        : said.getOrDefault(field, Bounds.UNKNOWN);
  }

  private Optional<Candidate> looked(
      int number, Predicate predicate, TableFiles.Opened opened, Job job) {
    counts.learn(number, opened.rows());
    DataFile file = snapshot.files().get(number);
    List<Candidate.Part> parts = new ArrayList<>();
    for (RowGroupBounds group : RowGroupBounds.of(opened.footer())) {
      Outcomes outcomes =
          Outcomes.of(
              predicate,
              field ->
                  snapshot.partitionedBy(field.name())
                      ? partition(file, field, Map.of())
                      : group.of(field));
      if (outcomes.yes() && group.rows() > 0) {
        parts.add(
            new Candidate.Part(
                group,
                outcomes.certain(),
                outcomes.certain()
                    ? Optional.empty()
                    : pages(file, predicate, opened, group, job)));
      }
    }
    boolean certain = parts.stream().allMatch(Candidate.Part::certain);
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(new Candidate(number, Optional.of(List.copyOf(parts)), certain));
  }

  /** Pages of several columns would have to keep step. */
  private Optional<KeptPages> pages(
      DataFile file, Predicate predicate, TableFiles.Opened opened, RowGroupBounds group, Job job) {
    List<Field> stored =
        predicate.columns().stream().filter(f -> !snapshot.partitionedBy(f.name())).toList();
    if (stored.size() != 1) {
      return Optional.empty();
    }
    Field only = stored.getFirst();
    return PageBounds.few(
        opened.bytes(),
        group,
        only,
        bounds ->
            Outcomes.of(
                    predicate,
                    field -> field.equals(only) ? bounds : partition(file, field, Map.of()))
                .yes(),
        job);
  }
}
