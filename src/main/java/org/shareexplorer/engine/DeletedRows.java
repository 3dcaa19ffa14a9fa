package org.shareexplorer.engine;

import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.parquet.ByteRange;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.protocol.FileLine.DeletionVectorLine;
import org.shareexplorer.table.DeletionVector;
import org.shareexplorer.table.Z85;

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
   */
  DeletionVector read(long rows, Reading reading) {
    int size = line.sizeInBytes();
    if (size > DeletionVector.LARGEST) {
      throw damaged("Its length is impossible.", null);
    }
    byte[] content =
        line.inline().isPresent() ? inline(line.inline().get(), size) : framed(size, reading);
    return checked(() -> DeletionVector.of(content, line.cardinality(), rows));
  }

  private byte[] framed(int size, Reading reading) {
    ByteRange range = new ByteRange(line.offset(), (long) size + DeletionVector.FRAME);
    byte[] frame =
        reading.apply(
            range,
            bytes -> {
              var _ = checked(() -> DeletionVector.unframed(bytes, size));
              return bytes;
            });
    return checked(() -> DeletionVector.unframed(frame, size));
  }

  /** Text has whole groups of bytes: up to three at the end mean nothing. */
  private byte[] inline(String text, int size) {
    byte[] bytes;
    try {
      bytes = Z85.decoded(text);
    } catch (IllegalArgumentException e) {
      throw damaged("It cannot be decoded.", e);
    }
    if (bytes.length < size || bytes.length - size > 3) {
      throw damaged("It does not have the length that the table says.", null);
    }
    return Arrays.copyOf(bytes, size);
  }

  private <T> T checked(Decoding<T> decoding) {
    try {
      return decoding.result();
    } catch (DeletionVector.Malformed e) {
      throw damaged(String.valueOf(e.getMessage()), e);
    }
  }

  private ProblemException damaged(String why, @Nullable Throwable cause) {
    Problem problem =
        new Problem(
            ProblemCode.FILE_DAMAGED,
            "The list of deleted rows of the data file " + file + " cannot be read.",
            why,
            "Load the table again; if it stays, tell the provider.");
    return cause == null ? problem.asException() : problem.asException(cause);
  }
}
