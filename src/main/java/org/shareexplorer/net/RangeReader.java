package org.shareexplorer.net;

import org.shareexplorer.job.Job;
import org.shareexplorer.problem.ProblemException;

/** Reads parts of remote files at signed addresses. Sends no credential of ours. Thread-safe. */
public interface RangeReader {

  /** Stands for the size of a file of which it is not known. */
  long ANY_SIZE = -1;

  /**
   * Reads bytes of a file; blocks, and ends within 200 ms of the job's cancellation. Passing faults
   * are retried.
   *
   * @param address the file's address, used byte for byte
   * @param offset the first byte, from 0
   * @param length how many, at least 1; the range lies within the file
   * @param fileSize the size that the file must have, or {@link #ANY_SIZE}
   * @return exactly {@code length} bytes
   * @throws ProblemException with code {@code FILE_EXPIRED} if the storage no longer accepts the
   *     address, {@code FILE_UNAVAILABLE} if the file cannot be had, {@code FILE_CHANGED} if it was
   *     replaced since it was last read, {@code FILE_DAMAGED} if it is not of that size or the
   *     answer is not the range asked for
   */
  byte[] read(String address, long offset, int length, long fileSize, Job job);

  /** {@return whether reading fetches bytes from elsewhere} */
  default boolean remote() {
    return true;
  }
}
