package org.shareexplorer.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.cache.DataCache;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.job.Progress;
import org.shareexplorer.parquet.ProjectedFile;
import org.shareexplorer.table.DeletionVector;
import org.shareexplorer.table.Field;

/** Some columns of some files as local files, kept there until closed. For one thread. */
final class LocalColumns implements AutoCloseable {

  private static final int WIDTH = 4;

  private final Jobs jobs;
  private final ConcurrentLinkedQueue<DataCache.Pin> pins = new ConcurrentLinkedQueue<>();
  private final AtomicLong read = new AtomicLong();

  LocalColumns(Jobs jobs) {
    this.jobs = jobs;
  }

  /**
   * What is wanted of a file.
   *
   * @param file its number
   * @param fields its columns
   * @param constants texts of what is the same in all its rows, by column
   * @param hidden the rows to leave out; empty for none
   */
  record Wanted(
      int file,
      List<Field> fields,
      Map<String, @Nullable String> constants,
      Optional<DeletionVector> hidden) {}

  /**
   * Fetches what is missing.
   *
   * @return a local file for each, in their order
   */
  List<LocalFile> of(TableFiles files, List<Wanted> wanted, Job job) {
    return new ArrayList<>(
        jobs.forAll(
            job,
            wanted,
            WIDTH,
            each -> {
              TableFiles.Opened opened = files.open(each.file(), job);
              List<Field> stored =
                  each.fields().stream()
                      .filter(field -> !each.constants().containsKey(field.name()))
                      .toList();
              ProjectedFile plan = new ProjectedFile(opened.footer(), stored, each.hidden());
              DataCache.Pin pin = opened.bytes().projected(plan, more -> tell(more, job), job);
              pins.add(pin);
              return new LocalFile(pin.path(), each.constants(), plan.mark());
            }));
  }

  private void tell(long more, Job job) {
    job.progress(Progress.of("Reading data, %,d KB so far".formatted(read.addAndGet(more) >> 10)));
  }

  @Override
  public void close() {
    pins.forEach(DataCache.Pin::close);
  }
}
