package org.shareexplorer.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.shareexplorer.problem.ProblemException;

/**
 * A part of a projected file. All of them, one after the other, are the file; as each knows its
 * place, they may be written side by side.
 */
public sealed interface ProjectedPart {

  /** {@return the place of its first byte in the new file} */
  long at();

  /**
   * Writes it.
   *
   * @param out gets just this part, piece after piece
   * @throws ProblemException if the checksum of a page is wrong
   */
  void write(Sink out, Copying original) throws IOException;

  /** Takes what is written. */
  @FunctionalInterface
  interface Sink {
    /** Takes all that remains of a buffer. */
    void write(ByteBuffer bytes) throws IOException;
  }

  /** Copies bytes of the original. */
  @FunctionalInterface
  interface Copying {
    /** Copies a range, from its first byte to its last. */
    void copy(ByteRange range, Sink out) throws IOException;
  }

  /**
   * Pages of the original.
   *
   * @param file the original's name, for sentences
   * @param ranges where they are there, in their order
   */
  record Copied(long at, String file, List<ByteRange> ranges) implements ProjectedPart {
    @Override
    public void write(Sink out, Copying original) throws IOException {
      PageSums checked = new PageSums(file, out);
      for (ByteRange range : ranges) {
        original.copy(range, checked);
      }
    }
  }

  /**
   * What the original does not have.
   *
   * @param bytes not to be changed by anybody
   */
  @SuppressWarnings("ArrayRecordComponent") // Written, never compared.
  record Made(long at, byte[] bytes) implements ProjectedPart {
    @Override
    public void write(Sink out, Copying original) throws IOException {
      out.write(ByteBuffer.wrap(bytes));
    }
  }
}
