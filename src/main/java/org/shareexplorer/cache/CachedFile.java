package org.shareexplorer.cache;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.parquet.ByteRange;
import org.shareexplorer.parquet.Extents;
import org.shareexplorer.parquet.FileBytes;
import org.shareexplorer.parquet.ProjectedFile;
import org.shareexplorer.parquet.ProjectedPart;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;

/**
 * A data file of which everything that was read once is kept on disk, as far as the budget allows.
 * Thread-safe.
 */
public final class CachedFile implements FileBytes {

  /** Reading so many bytes in vain is cheaper than one more request. */
  private static final long GAP = 32 << 10;

  private static final long LONGEST_REQUEST = 2 << 20;
  private static final int WIDTH = 32;
  private static final int WIDTH_OF_WHOLE_COLUMNS = 4;

  private final Jobs jobs;
  private final Pieces pieces;
  private final Projections projections;
  private final String name;
  private final long size;
  private final Remote remote;

  /** Two questions about the same columns at once fetch them once. */
  private final Map<String, ReentrantLock> projecting = new ConcurrentHashMap<>();

  /** Reads from where the file is. */
  @FunctionalInterface
  public interface Remote {
    /** {@return exactly so many bytes from an offset} */
    byte[] read(long offset, int length, Job job);
  }

  /**
   * A file.
   *
   * @param name what to call it in sentences
   * @param size its bytes
   */
  public CachedFile(
      Jobs jobs, DataCache cache, FileKey key, String name, long size, Remote remote) {
    this.jobs = jobs;
    Path folder = cache.folderOf(key);
    this.pieces = new Pieces(cache, folder);
    this.projections = new Projections(jobs, cache, folder, pieces);
    this.name = name;
    this.size = size;
    this.remote = remote;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public Extents read(List<ByteRange> ranges, Job job) {
    Map<Long, byte[]> extents = new HashMap<>();
    List<ByteRange> missing = new ArrayList<>();
    for (ByteRange range : ByteRange.joined(ranges, 0)) {
      job.check();
      long at = range.offset();
      for (Map.Entry<Long, byte[]> kept : pieces.of(range).entrySet()) {
        long offset = kept.getKey();
        longest(extents, offset, kept.getValue());
        if (offset > at) {
          missing.add(new ByteRange(at, offset - at));
        }
        at = Math.max(at, offset + kept.getValue().length);
      }
      if (at < range.end()) {
        missing.add(new ByteRange(at, range.end() - at));
      }
    }
    List<ByteRange> requests = requests(missing, GAP);
    List<byte[]> fetched = jobs.forAll(job, requests, WIDTH, range -> fetched(range, job));
    for (int i = 0; i < requests.size(); i++) {
      // To keep thousands of pieces takes seconds.
      job.check();
      longest(extents, requests.get(i).offset(), fetched.get(i));
      try {
        pieces.keep(requests.get(i).offset(), fetched.get(i));
      } catch (IOException e) {
        // What is in memory can be shown without a copy on disk.
      }
    }
    return new Extents(extents);
  }

  private static void longest(Map<Long, byte[]> extents, long offset, byte[] bytes) {
    extents.merge(offset, bytes, (a, b) -> a.length >= b.length ? a : b);
  }

  private static List<ByteRange> requests(List<ByteRange> missing, long gap) {
    return ByteRange.joined(missing, gap).stream()
        .flatMap(range -> range.parts(LONGEST_REQUEST).stream())
        .toList();
  }

  private byte[] fetched(ByteRange range, Job job) {
    try {
      return remote.read(range.offset(), Math.toIntExact(range.length()), job);
    } catch (ProblemException e) {
      if (e.problem().code() == ProblemCode.FILE_CHANGED) {
        // What was read of the file before does not go with what is there now.
        pieces.forget();
      }
      throw e;
    }
  }

  /**
   * Has some whole columns in a local file of their own. What is missing is fetched straight to
   * disk.
   *
   * @param progress gets the bytes of each part that has become available
   * @return the local file, which stays until the pin is closed
   */
  public DataCache.Pin projected(ProjectedFile plan, LongConsumer progress, Job job) {
    String columns = columns(plan, job);
    ReentrantLock mine = projecting.computeIfAbsent(columns, _ -> new ReentrantLock());
    await(mine, job);
    try {
      Optional<DataCache.Pin> kept = projections.kept(columns, plan, job);
      if (kept.isPresent()) {
        plan.ranges().forEach(range -> progress.accept(range.length()));
        return kept.get();
      }
      fetch(plan.ranges(), progress, job);
      return projections.make(columns, plan, (range, to) -> copy(range, to, job), job);
    } catch (IOException e) {
      throw DataCache.disk(e);
    } finally {
      mine.unlock();
    }
  }

  /** {@return whether some whole columns are in a local file of their own} */
  public boolean has(ProjectedFile plan, Job job) {
    return projections.has(columns(plan, job));
  }

  private static String columns(ProjectedFile plan, Job job) {
    return FileKey.digest(plan.selection(job));
  }

  private static void await(ReentrantLock lock, Job job) {
    try {
      while (!lock.tryLock(50, TimeUnit.MILLISECONDS)) {
        job.check();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
  }

  private void fetch(List<ByteRange> ranges, LongConsumer progress, Job job) {
    var _ =
        jobs.forAll(
            job,
            requests(ranges, 0),
            WIDTH_OF_WHOLE_COLUMNS,
            range -> {
              if (!pieces.have(range)) {
                var _ = read(List.of(range), job);
              }
              progress.accept(range.length());
              return range;
            });
  }

  private void copy(ByteRange range, ProjectedPart.Sink out, Job job) throws IOException {
    for (ByteRange part : range.parts(LONGEST_REQUEST)) {
      job.check();
      out.write(read(List.of(part), job).view(part));
    }
  }
}
