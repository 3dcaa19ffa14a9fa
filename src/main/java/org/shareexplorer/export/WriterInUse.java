package org.shareexplorer.export;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.shareexplorer.job.Job;

/**
 * A writer that may still be in use when it is closed: then its user closes it in the end. So
 * whoever cancels an export need not wait for what is being written.
 */
final class WriterInUse implements Closeable {

  private final RowWriter writer;
  private boolean used;
  private boolean closed;

  WriterInUse(RowWriter writer) {
    this.writer = writer;
  }

  /** Writes something. */
  @FunctionalInterface
  interface Use {
    void with(RowWriter writer, Job job) throws IOException;
  }

  /**
   * Has the writer used; by one at a time.
   *
   * @throws CancellationException if it is closed
   */
  void use(Use use, Job job) throws IOException {
    begin();
    try {
      use.with(writer, job);
    } finally {
      end();
    }
  }

  private synchronized void begin() {
    if (closed) {
      throw new CancellationException();
    }
    used = true;
  }

  private synchronized void end() throws IOException {
    used = false;
    if (closed) {
      writer.close();
    }
  }

  /** {@return what could not be kept as it was, in sentences} */
  List<String> losses() {
    return writer.losses();
  }

  /** Closes the writer, or leaves that to its user. */
  @Override
  public synchronized void close() throws IOException {
    if (!closed) {
      closed = true;
      if (!used) {
        writer.close();
      }
    }
  }
}
