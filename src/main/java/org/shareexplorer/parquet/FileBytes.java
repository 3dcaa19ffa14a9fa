package org.shareexplorer.parquet;

import java.util.List;
import org.shareexplorer.job.Job;
import org.shareexplorer.problem.ProblemException;

/** A Parquet file somewhere else, of which ranges can be read. Thread-safe. */
public interface FileBytes {

  /** {@return what to call the file in sentences; no secret} */
  String name();

  /** {@return the file's size in bytes} */
  long size();

  /**
   * Reads ranges at once, in as few requests as is sensible.
   *
   * @param ranges within the file; together no more than fits into memory
   * @throws ProblemException if they cannot be had
   */
  Extents read(List<ByteRange> ranges, Job job);
}
