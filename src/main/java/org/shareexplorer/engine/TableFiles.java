package org.shareexplorer.engine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.shareexplorer.cache.CachedFile;
import org.shareexplorer.cache.DataCache;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.net.RangeReader;
import org.shareexplorer.parquet.Footer;
import org.shareexplorer.parquet.FooterReader;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.protocol.SignedAddress;
import org.shareexplorer.table.DataFile;
import org.shareexplorer.table.Snapshot;

/** A snapshot's files, ready to be read: cached, their addresses renewed. Thread-safe. */
final class TableFiles {

  /** Footers of wide tables take megabytes; those on disk are quickly parsed again. */
  private static final int FOOTERS_IN_MEMORY = 48;

  private final Jobs jobs;
  private final Snapshot snapshot;
  private final RangeReader reader;
  private final DataCache cache;
  private final Addresses addresses;

  private final Map<Integer, Opened> opened =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Integer, Opened> eldest) {
              return size() > FOOTERS_IN_MEMORY;
            }
          });

  /** A file and its footer. */
  record Opened(CachedFile bytes, Footer footer) {}

  TableFiles(
      Jobs jobs, Snapshot snapshot, RangeReader reader, DataCache cache, Addresses addresses) {
    this.jobs = jobs;
    this.snapshot = snapshot;
    this.reader = reader;
    this.cache = cache;
    this.addresses = addresses;
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
            (offset, length, reading) -> read(file, offset, length, reading));
    Opened now = new Opened(bytes, FooterReader.read(bytes, job));
    opened.put(number, now);
    return now;
  }

  private byte[] read(DataFile file, long offset, int length, Job job) {
    SignedAddress address = addresses.of(file);
    try {
      return reader.read(address.text(), offset, length, file.size(), job);
    } catch (ProblemException e) {
      if (e.problem().code() != ProblemCode.FILE_EXPIRED) {
        throw e;
      }
      SignedAddress renewed = addresses.renewed(file, address, job);
      return reader.read(renewed.text(), offset, length, file.size(), job);
    }
  }
}
