package org.shareexplorer.engine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.shareexplorer.cache.CachedFile;
import org.shareexplorer.cache.DataCache;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.job.Progress;
import org.shareexplorer.net.RangeReader;
import org.shareexplorer.parquet.ByteRange;
import org.shareexplorer.parquet.Footer;
import org.shareexplorer.parquet.FooterReader;
import org.shareexplorer.parquet.RowNumbers;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.protocol.FileLine.DeletionVectorLine;
import org.shareexplorer.protocol.SignedAddress;
import org.shareexplorer.table.DataFile;
import org.shareexplorer.table.DeletionVector;
import org.shareexplorer.table.Snapshot;

/** A snapshot's files, ready to be read: cached, their addresses renewed. Thread-safe. */
final class TableFiles {

  /** Footers of wide tables take megabytes; those on disk are quickly parsed again. */
  private static final int FOOTERS_IN_MEMORY = 48;

  /** How many files are looked into at a time, where just their footers are wanted. */
  static final int AT_ONCE = 16;

  /** More are not looked into for one question. */
  static final int MOST_FILES = 20_000;

  /** By which one footer may well be longer than another. */
  private static final long SLACK = 1 << 10;

  private final Jobs jobs;
  private final Snapshot snapshot;
  private final RangeReader reader;
  private final DataCache cache;
  private final Addresses addresses;

  /** The longest end that footer and page indexes have taken up in a file; 0 before the first. */
  private final AtomicLong tail = new AtomicLong();

  private final Map<Integer, Opened> opened =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Integer, Opened> eldest) {
              return size() > FOOTERS_IN_MEMORY;
            }
          });

  /** A file, its footer, and the rows to leave out, if any. */
  record Opened(CachedFile bytes, Footer footer, Optional<DeletionVector> deleted) {

    /** {@return how many rows count} */
    long rows() {
      return footer.rows() - deleted.map(DeletionVector::cardinality).orElse(0L);
    }

    /** {@return the numbers in the file of some of the rows that count} */
    RowNumbers numbers(long first, int count) {
      return deleted
          .map(vector -> RowNumbers.of(vector.left(first, count)))
          .orElseGet(() -> RowNumbers.range(first, count));
    }
  }

  TableFiles(
      Jobs jobs, Snapshot snapshot, RangeReader reader, DataCache cache, Addresses addresses) {
    this.jobs = jobs;
    this.snapshot = snapshot;
    this.reader = reader;
    this.cache = cache;
    this.addresses = addresses;
  }

  /** {@return whether reading the files fetches bytes from elsewhere} */
  boolean remote() {
    return reader.remote();
  }

  /** {@return the file of a number, with its footer} */
  Opened open(int number, Job job) {
    Opened known = opened.get(number);
    if (known != null) {
      return known;
    }
    DataFile file = snapshot.files().get(number);
    CachedFile bytes =
        new CachedFile(
            jobs,
            cache,
            Addresses.key(snapshot, file),
            DataFileName.of(file),
            file.size(),
            (offset, length, reading) ->
                read(addresses.data(file), offset, length, file.size(), reading));
    Footer footer = FooterReader.read(bytes, likelyTail(file.size()), job);
    tail.accumulateAndGet(footer.tail(), Math::max);
    Opened now = new Opened(bytes, footer, deleted(file, footer.rows(), job));
    opened.put(number, now);
    return now;
  }

  /** {@return how much of the end of a file is read to open it} */
  long likelyTail(long size) {
    long known = tail.get();
    return known == 0 ? FooterReader.likelyTail(size) : Math.min(size, known + known / 4 + SLACK);
  }

  /** {@return how far the looking into many files is} */
  static Progress looking(long done, long files) {
    return Progress.of("Looking into files, %,d of %,d".formatted(done, files), done, files);
  }

  /**
   * Refuses to open very many files one by one: that takes hours, and no computer answers then.
   *
   * @param count how many are to be opened
   * @throws ProblemException with code {@code TOO_LARGE}
   */
  void checkCount(int count) {
    if (count > MOST_FILES) {
      long bytes = count * likelyTail(snapshot.sizeInBytes() / snapshot.files().size());
      throw new Problem(
              ProblemCode.TOO_LARGE,
              "The question was not answered.",
              "It is about the data of %,d files, and to look into them alone takes about %,d MB."
                  .formatted(count, Math.max(1, bytes / 1_000_000)),
              "Filter the table so that fewer files count, by the columns that it is partitioned by"
                  + " if there are any; or ask about a sample of it.")
          .asException();
    }
  }

  private Optional<DeletionVector> deleted(DataFile file, long rows, Job job) {
    return file.deletionVector()
        .map(line ->
            new DeletedRows(DataFileName.of(file), line)
                .read(
                    rows,
                    (range, checked) ->
                        cache.part(
                            addresses.vector(file, line).key(),
                            range,
                            () -> checked.apply(vector(file, line, range, job))),
                    job));
  }

  private byte[] vector(DataFile file, DeletionVectorLine line, ByteRange range, Job job) {
    return read(
        addresses.vector(file, line),
        range.offset(),
        Math.toIntExact(range.length()),
        RangeReader.ANY_SIZE,
        job);
  }

  private byte[] read(Addresses.Addressed what, long offset, int length, long size, Job job) {
    SignedAddress address = addresses.of(what);
    try {
      return reader.read(address.text(), offset, length, size, job);
    } catch (ProblemException e) {
      if (e.problem().code() != ProblemCode.FILE_EXPIRED) {
        throw e;
      }
      SignedAddress renewed = addresses.renewed(what, address, job);
      return reader.read(renewed.text(), offset, length, size, job);
    }
  }
}
