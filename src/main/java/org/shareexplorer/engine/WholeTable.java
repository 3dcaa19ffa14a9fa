package org.shareexplorer.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.shareexplorer.cache.DataCache;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.job.Progress;
import org.shareexplorer.parquet.ByteRange;
import org.shareexplorer.parquet.ProjectedFile;
import org.shareexplorer.table.DataFile;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.Snapshot;

/** Answers questions over all rows of one table, from just the columns they are about. */
final class WholeTable {

  private static final int WIDTH = 4;
  private static final int WIDTH_OF_FOOTERS = 8;

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
    List<Field> fields = NeededColumns.of(question, new Columns(snapshot.fields()));
    List<Field> stored = fields.stream().filter(f -> !snapshot.partitionedBy(f.name())).toList();
    ConcurrentLinkedQueue<DataCache.Pin> pins = new ConcurrentLinkedQueue<>();
    try {
      List<LocalFile> local = local(stored, pins, job);
      job.progress(Progress.of("Computing"));
      return questions.ask(question, snapshot.fields(), local, job);
    } finally {
      pins.forEach(DataCache.Pin::close);
    }
  }

  ColumnProfile profile(String column, Sampling.Sample sample, Job job) {
    return questions.profile(new Columns(snapshot.fields()).named(column), sample, job);
  }

  Jobs jobs() {
    return jobs;
  }

  /** Some files, from all over the table, stand for all. */
  long bytesToFetch(List<String> columns, Job job) {
    List<Field> fields =
        columns.stream()
            .map(new Columns(snapshot.fields())::named)
            .filter(field -> !snapshot.partitionedBy(field.name()))
            .toList();
    int count = snapshot.files().size();
    if (fields.isEmpty() || count == 0) {
      return 0;
    }
    int looked = Math.min(count, FILES_LOOKED_INTO);
    List<Integer> numbers =
        IntStream.range(0, looked).mapToObj(i -> (int) ((long) i * count / looked)).toList();
    long size = numbers.stream().mapToLong(i -> snapshot.files().get(i).size()).sum();
    long bytes =
        jobs
            .forAll(
                job,
                numbers,
                WIDTH_OF_FOOTERS,
                number -> {
                  TableFiles.Opened opened = files.open(number, job);
                  ProjectedFile plan = new ProjectedFile(opened.footer(), fields);
                  return opened.bytes().has(plan) ? 0L : size(plan);
                })
            .stream()
            .mapToLong(Long::longValue)
            .sum();
    return looked == count || size == 0
        ? bytes
        : (long) ((double) bytes / size * snapshot.sizeInBytes());
  }

  private static long size(ProjectedFile plan) {
    return plan.ranges().stream().mapToLong(ByteRange::length).sum();
  }

  private List<LocalFile> local(
      List<Field> fields, ConcurrentLinkedQueue<DataCache.Pin> pins, Job job) {
    List<Integer> numbers = IntStream.range(0, snapshot.files().size()).boxed().toList();
    long bytes = bytes(numbers, fields, job);
    AtomicLong read = new AtomicLong();
    return new ArrayList<>(
        jobs.forAll(
            job,
            numbers,
            WIDTH,
            number -> {
              TableFiles.Opened opened = files.open(number, job);
              DataCache.Pin pin =
                  opened
                      .bytes()
                      .projected(
                          new ProjectedFile(opened.footer(), fields),
                          more ->
                              job.progress(
                                  Progress.of("Reading data", read.addAndGet(more), bytes)),
                          job);
              pins.add(pin);
              DataFile file = snapshot.files().get(number);
              return new LocalFile(pin.path(), file.partitionValues(), opened.deleted());
            }));
  }

  /** How many bytes the columns have in all files, which takes all footers. */
  private long bytes(List<Integer> numbers, List<Field> fields, Job job) {
    AtomicInteger done = new AtomicInteger();
    return jobs
        .forAll(
            job,
            numbers,
            WIDTH_OF_FOOTERS,
            number -> {
              TableFiles.Opened opened = files.open(number, job);
              counts.learn(number, opened.rows());
              job.progress(
                  Progress.of("Looking into files", done.incrementAndGet(), numbers.size()));
              return size(new ProjectedFile(opened.footer(), fields));
            })
        .stream()
        .mapToLong(Long::longValue)
        .sum();
  }
}
