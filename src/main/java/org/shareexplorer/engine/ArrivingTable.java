package org.shareexplorer.engine;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.job.Progress;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.table.Snapshot;
import org.shareexplorer.table.filter.Predicate;

/**
 * A table whose files are still being listed, or a view whose rows are still being found. The first
 * rows can be read at once; whatever is about more than those waits until all are known. If the
 * work fails or is cancelled, the next who needs it begins it anew.
 */
final class ArrivingTable implements OpenTable {

  private final Supplier<OpenTable> first;
  private final Function<Job, OpenTable> again;
  private final AtomicReference<CompletableFuture<OpenTable>> all;

  private final Function<OpenTable, String> doing;

  private ArrivingTable(
      Supplier<OpenTable> first,
      CompletableFuture<OpenTable> all,
      Function<Job, OpenTable> again,
      Function<OpenTable, String> doing) {
    this.first = first;
    this.all = new AtomicReference<>(all);
    this.again = again;
    this.doing = doing;
  }

  /** Makes a table, and tells of a part of it as soon as that is of use, now and then. */
  @FunctionalInterface
  interface Making {
    OpenTable make(Consumer<OpenTable> early, Job job);
  }

  /**
   * {@return the table, or what there is of it while the work goes on beside, until the job is
   * cancelled}
   *
   * @param again does the same work, given the first part
   * @param doing says what the work is, given the part so far
   */
  static OpenTable made(
      Jobs jobs,
      Making making,
      BiFunction<OpenTable, Job, OpenTable> again,
      Function<OpenTable, String> doing,
      Job job) {
    AtomicReference<@Nullable OpenTable> part = new AtomicReference<>();
    CompletableFuture<Boolean> early = new CompletableFuture<>();
    Consumer<OpenTable> arrived =
        table -> {
          part.set(table);
          early.complete(true);
        };
    CompletableFuture<OpenTable> all = jobs.beside(job, inner -> making.make(arrived, inner));
    Object _ = CompletableFuture.anyOf(early, all).exceptionally(_ -> all).join();
    OpenTable first = part.get();
    if (all.isDone() || first == null) {
      return outcome(all);
    }
    return new ArrivingTable(
        () -> Objects.requireNonNullElse(part.get(), first),
        all,
        inner -> again.apply(first, inner),
        doing);
  }

  private static OpenTable outcome(CompletableFuture<OpenTable> all) {
    try {
      return all.join();
    } catch (CompletionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw e;
      }
    }
  }

  private CompletableFuture<OpenTable> listing() {
    return Objects.requireNonNull(all.get());
  }

  @Override
  public boolean complete() {
    return listing().state() == CompletableFuture.State.SUCCESS;
  }

  private OpenTable now() {
    return complete() ? listing().resultNow() : first.get();
  }

  /** {@return the files listed some time ago alone, until all are listed} */
  @Override
  public Snapshot snapshot() {
    return now().snapshot();
  }

  @Override
  public OptionalLong rowCount() {
    return complete() ? listing().resultNow().rowCount() : OptionalLong.empty();
  }

  @Override
  public long countRows(Job job) {
    return completed(job).countRows(job);
  }

  /** {@return the rows, or those of them that are there; waits for the first one} */
  @Override
  public RowPage rows(long from, int count, List<String> columns, Job job) {
    while (!complete()) {
      OpenTable part = first.get();
      OptionalLong known = part.rowCount();
      if (known.isEmpty() || from < known.getAsLong()) {
        RowPage page = part.rows(from, count, columns, job);
        if (!page.rows().isEmpty()) {
          return new RowPage(page.columns(), page.first(), page.rows(), false);
        }
      }
      listed(job);
    }
    return completed(job).rows(from, count, columns, job);
  }

  @Override
  public <A> A ask(Question<A> question, Job job) {
    return completed(job).ask(question, job);
  }

  @Override
  public OpenTable viewed(View view, Job job) {
    return completed(job).viewed(view, job);
  }

  @Override
  public OpenTable matching(Predicate filter, Job job) {
    return completed(job).matching(filter, job);
  }

  @Override
  public long bytesToFetch(List<String> columns, Job job) {
    return completed(job).bytesToFetch(columns, job);
  }

  @Override
  public long bytesToFetch(List<String> columns, Predicate where, Job job) {
    return completed(job).bytesToFetch(columns, where, job);
  }

  @Override
  public <T> T fetched(
      List<String> columns, Predicate where, Function<List<LocalFile>, T> action, Job job) {
    return completed(job).fetched(columns, where, action, job);
  }

  @Override
  public OpenTable completed(Job job) {
    Optional<OpenTable> table = Optional.empty();
    while (table.isEmpty()) {
      table = listed(job);
    }
    return table.get();
  }

  /** Waits a moment for all of it. */
  private Optional<OpenTable> listed(Job job) {
    CompletableFuture<OpenTable> listing = listing();
    try {
      return Optional.of(listing.get(100, TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      job.check();
      job.progress(Progress.of(doing.apply(first.get())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    } catch (ExecutionException | CancellationException e) {
      relist(listing, job);
    }
    return Optional.empty();
  }

  /** One lists, under its own job; those who wait see whether it succeeds. */
  private void relist(CompletableFuture<OpenTable> failed, Job job) {
    CompletableFuture<OpenTable> mine = new CompletableFuture<>();
    if (!all.compareAndSet(failed, mine)) {
      return;
    }
    try {
      mine.complete(again.apply(job));
    } catch (ProblemException | CancellationException e) {
      mine.completeExceptionally(e);
      throw e;
    } finally {
      // Whatever else was thrown, nobody must wait for ever.
      mine.completeExceptionally(new CancellationException());
    }
  }
}
