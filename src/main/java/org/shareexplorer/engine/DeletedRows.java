package org.shareexplorer.engine;

import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.shareexplorer.job.Job;
import org.shareexplorer.parquet.ByteRange;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.protocol.FileLine.DeletionVectorLine;
import org.shareexplorer.table.DeletionVector;

/**
 * Finds out which rows of a data file are deleted. A list that is not exactly what the table says
 * is a problem: a row too many or too few would go unnoticed.
 *
 * @param file what to call the data file
 * @param line where the list is
 */
record DeletedRows(String file, DeletionVectorLine line) {

  /** Reads a range of where the list is, and lets an operator check the bytes that came. */
  interface Reading extends BiFunction<ByteRange, UnaryOperator<byte[]>, byte[]> {}

  /** Decodes. */
  @FunctionalInterface
  private interface Decoding<T> {
    T result() throws DeletionVector.Malformed;
  }

  /**
   * {@return the rows to leave out}
   *
   * @param rows how many rows the data file has
   * @param job ends the decoding when it is cancelled
   */
  DeletionVector read(long rows, Reading reading, Job job) {
    int size = line.sizeInBytes();
    byte[] content =
        line.inline()
            .map(text -> checked(() -> DeletionVector.inline(text, size)))
            .orElseGet(() -> framed(size, reading));
    return checked(() -> DeletionVector.of(content, line.cardinality(), rows, job));
  }

  private byte[] framed(int size, Reading reading) {
    ByteRange range = checked(() -> new ByteRange(line.offset(), DeletionVector.framed(size)));
    byte[] frame =
        reading.apply(
            range,
            bytes -> {
              var _ = checked(() -> DeletionVector.unframed(bytes, size));
              return bytes;
            });
    return checked(() -> DeletionVector.unframed(frame, size));
  }

  private <T> T checked(Decoding<T> decoding) {
    try {
      return decoding.result();
    } catch (DeletionVector.Malformed e) {
      throw new Problem(
              ProblemCode.FILE_DAMAGED,
              "The list of deleted rows of the data file " + file + " cannot be read.",
              String.valueOf(e.getMessage()),
              "Load the table again; if it stays, tell the provider.")
          .asException(e);
    }
  }
}
