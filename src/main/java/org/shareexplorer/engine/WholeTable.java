package org.shareexplorer.engine;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.shareexplorer.cache.DataCache;
import org.shareexplorer.engine.Pruning.Candidate;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.job.Progress;
import org.shareexplorer.parquet.ByteRange;
import org.shareexplorer.parquet.KeptPages;
import org.shareexplorer.parquet.ProjectedFile;
import org.shareexplorer.parquet.RowGroupBounds;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.Snapshot;
import org.shareexplorer.table.filter.Predicate;

/** Answers questions over all rows of one table, from just the columns they are about. */
final class WholeTable {

  private static final int WIDTH = 4;

  /** More than most tables have. */
  static final int COLUMNS_AT_ONCE = 32;

  /** Files that tell how large a column is in all of them. */
  private static final int FILES_LOOKED_INTO = 8;

  private final Jobs jobs;
  private final Snapshot snapshot;
  private final TableFiles files;
  private final RowCounts counts;
  private final Questions questions;

  WholeTable(
      Jobs jobs, Snapshot snapshot, TableFiles files, RowCounts counts, Questions questions) {
    this.jobs = jobs;
    this.snapshot = snapshot;
    this.files = files;
    this.counts = counts;
    this.questions = questions;
  }

  <A> A ask(Question<A> question, Job job) {
    return ask(question, Predicate.all(), Candidate.all(snapshot), job);
  }

  /** Answers a question over the rows that match, of files that may have any. */
  @SuppressWarnings("unchecked") // It names the type of its answer.
  <A> A ask(Question<A> question, Predicate filter, List<Candidate> candidates, Job job) {
    if (question instanceof SampledQuestion<A> sampled
        && SampledTable.everyFile(candidates.size()) > 1) {
      return sample(sampled, filter, candidates, job);
    }
    if (question instanceof GlimpseQuestion<A>(Question<A> about)) {
      return asked(about, filter, Glimpse.of(candidates, files, job), job);
    }
    return question instanceof SummaryQuestion(List<String> columns)
            && columns.size() > COLUMNS_AT_ONCE
        ? (A) summary(columns, filter, candidates, job)
        : asked(question, filter, candidates, job);
  }

  /** Asks about every n-th file, as looking into all of them would take hours. */
  private <A> A sample(
      SampledQuestion<A> sampled, Predicate filter, List<Candidate> candidates, Job job) {
    int step = SampledTable.everyFile(candidates.size());
    List<Candidate> some =
        IntStream.range(0, candidates.size() / step)
            .mapToObj(i -> candidates.get(i * step + step / 2))
            .toList();
    int rows = sampled.every() / step;
    Question<A> question =
        rows < 2 ? sampled.question() : new SampledQuestion<>(sampled.question(), rows);
    return asked(question, filter, some, job);
  }

  /**
   * Some columns after the others: each query takes the longer the more columns its files have, and
   * the data of all need not be on disk together.
   */
  private Summary summary(
      List<String> columns, Predicate filter, List<Candidate> candidates, Job job) {
    int parts = (columns.size() + COLUMNS_AT_ONCE - 1) / COLUMNS_AT_ONCE;
    long rows = 0;
    List<Summary.ColumnSummary> summaries = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      int from = part * COLUMNS_AT_ONCE;
      int to = Math.min(columns.size(), from + COLUMNS_AT_ONCE);
      Summary some =
          asked(
              new SummaryQuestion(columns.subList(from, to)),
              filter,
              candidates,
              job.part(part, parts));
      rows = some.rows();
      summaries.addAll(some.columns());
    }
    return new Summary(rows, List.copyOf(summaries));
  }

  private <A> A asked(Question<A> question, Predicate filter, List<Candidate> candidates, Job job) {
    List<Field> fields = NeededColumns.of(question, new Columns(snapshot.fields()));
    return over(
        candidates,
        filter,
        fields,
        local -> questions.ask(question, snapshot.fields(), local, job),
        job);
  }

  /**
   * Has columns of some files in local files, for as long as an action takes.
   *
   * @param filter what rows must match in files of which not all rows are certain to
   * @param fields the columns; those that the filter is about come along where it is needed
   * @param action gets the local files in the order of the files they were made of
   */
  <T> T over(
      List<Candidate> candidates,
      Predicate filter,
      List<Field> fields,
      Function<List<LocalFile>, T> action,
      Job job) {
    for (boolean again = true; ; again = false) {
      ConcurrentLinkedQueue<DataCache.Pin> pins = new ConcurrentLinkedQueue<>();
      try {
        return action.apply(local(candidates, filter, fields, pins, job));
      } catch (ProblemException e) {
        // Another process that needs room, or clears the cache, knows nothing of our pins.
        if (!again || pins.stream().allMatch(pin -> Files.exists(pin.path()))) {
          throw e;
        }
      } finally {
        pins.forEach(DataCache.Pin::close);
      }
    }
  }

  ColumnProfile profile(String column, Sampling.Sample sample, Job job) {
    return questions.profile(new Columns(snapshot.fields()).named(column), sample, job);
  }

  /** Some files, from all over the table, stand for all of those that may have rows that match. */
  long bytesToFetch(List<String> columns, Predicate filter, List<Candidate> candidates, Job job) {
    List<Field> fields =
        stored(
            Stream.concat(
                columns.stream().map(new Columns(snapshot.fields())::named),
                filter.columns().stream()));
    int count = candidates.size();
    if (fields.isEmpty() || count == 0 || !files.remote()) {
      return 0;
    }
    int looked = Math.min(count, FILES_LOOKED_INTO);
    List<Candidate> some =
        IntStream.range(0, looked)
            .mapToObj(i -> candidates.get((int) ((long) i * count / looked)))
            .toList();
    long size = size(some);
    long bytes =
        jobs
            .forAll(
                job,
                some,
                TableFiles.AT_ONCE,
                candidate -> {
                  TableFiles.Opened opened = files.open(candidate.number(), job);
                  ProjectedFile plan = plan(opened, candidate, fields, fields);
                  return opened.bytes().has(plan, job) ? 0L : size(plan);
                })
            .stream()
            .mapToLong(Long::longValue)
            .sum();
    if (looked == count || size == 0) {
      return bytes;
    }
    long all = size(candidates);
    long footers = (count - looked) * files.likelyTail(all / count);
    return (long) ((double) bytes / size * all) + (bytes == 0 ? 0 : footers);
  }

  private long size(List<Candidate> candidates) {
    return candidates.stream().mapToLong(c -> snapshot.files().get(c.number()).size()).sum();
  }

  private static long size(ProjectedFile plan) {
    return plan.ranges().stream().mapToLong(ByteRange::length).sum();
  }

  private List<LocalFile> local(
      List<Candidate> candidates,
      Predicate filter,
      List<Field> fields,
      ConcurrentLinkedQueue<DataCache.Pin> pins,
      Job job) {
    List<Field> certain = stored(fields.stream());
    List<Field> doubtful = stored(Stream.concat(fields.stream(), filter.columns().stream()));
    long bytes = bytes(candidates, certain, doubtful, job);
    AtomicLong read = new AtomicLong();
    return new ArrayList<>(
        jobs.forAll(
            job,
            candidates,
            WIDTH,
            candidate -> {
              TableFiles.Opened opened = files.open(candidate.number(), job);
              ProjectedFile plan = plan(opened, candidate, certain, doubtful);
              DataCache.Pin pin =
                  opened
                      .bytes()
                      .projected(
                          plan,
                          more ->
                              job.progress(
                                  Progress.of("Reading data", read.addAndGet(more), bytes)),
                          job);
              pins.add(pin);
              return new LocalFile(
                  pin.path(),
                  snapshot.files().get(candidate.number()).partitionValues(),
                  plan.mark(),
                  kept(candidate, pages(candidate, doubtful)),
                  candidate.certain() ? Predicate.all() : filter);
            }));
  }

  private List<Field> stored(Stream<Field> fields) {
    return fields.filter(f -> !snapshot.partitionedBy(f.name())).distinct().toList();
  }

  /**
   * The pages to look into, by row group, if no other column than that of the filter is read: pages
   * of several columns do not keep step.
   */
  private static Map<Integer, KeptPages> pages(Candidate candidate, List<Field> doubtful) {
    return candidate.certain() || doubtful.size() != 1
        ? Map.of()
        : candidate.groups().orElse(List.of()).stream()
            .flatMap(part -> part.pages().stream())
            .collect(Collectors.toMap(KeptPages::group, pages -> pages));
  }

  private static KeptRows kept(Candidate candidate, Map<Integer, KeptPages> pages) {
    if (candidate.groups().isEmpty()) {
      return KeptRows.ALL;
    }
    KeptRows.Builder rows = new KeptRows.Builder();
    for (Candidate.Part part : candidate.groups().get()) {
      RowGroupBounds group = part.group();
      KeptPages some = pages.get(group.number());
      if (some == null) {
        rows.add(group.first(), group.rows());
      } else {
        some.pages().forEach(page -> rows.add(group.first() + page.first(), page.rows()));
      }
    }
    return rows.build();
  }

  private static ProjectedFile plan(
      TableFiles.Opened opened, Candidate candidate, List<Field> certain, List<Field> doubtful) {
    List<Field> fields = candidate.certain() ? certain : doubtful;
    Map<Integer, KeptPages> pages = pages(candidate, doubtful);
    return candidate
        .groups()
        .map(parts -> parts.stream().map(part -> part.group().number()).toList())
        .map(groups ->
            pages.isEmpty()
                ? new ProjectedFile(opened.footer(), fields, groups, opened.deleted())
                : ProjectedFile.ofPages(
                    opened.footer(), fields.getFirst(), groups, pages.values(), opened.deleted()))
        .orElseGet(() -> new ProjectedFile(opened.footer(), fields, opened.deleted()));
  }

  /** How many bytes the columns have in all files, which takes all footers. */
  private long bytes(
      List<Candidate> candidates, List<Field> certain, List<Field> doubtful, Job job) {
    files.checkCount(candidates.size());
    AtomicInteger done = new AtomicInteger();
    return jobs
        .forAll(
            job,
            candidates,
            TableFiles.AT_ONCE,
            candidate -> {
              TableFiles.Opened opened = files.open(candidate.number(), job);
              counts.learn(candidate.number(), opened.rows());
              job.progress(TableFiles.looking(done.incrementAndGet(), candidates.size()));
              return size(plan(opened, candidate, certain, doubtful));
            })
        .stream()
        .mapToLong(Long::longValue)
        .sum();
  }
}
