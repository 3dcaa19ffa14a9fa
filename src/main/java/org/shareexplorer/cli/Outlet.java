package org.shareexplorer.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;

/** Standard output, in UTF-8: it knows why it could not be written. Thread-safe. */
public class Outlet extends PrintStream {

  private static final int BUFFER = 1 << 14;

  private final Sink sink;

  /** What is printed goes to a stream. */
  public Outlet(OutputStream stream) {
    this(new Sink(stream));
  }

  private Outlet(Sink sink) {
    super(new BufferedOutputStream(sink, BUFFER), false, StandardCharsets.UTF_8);
    this.sink = sink;
  }

  /**
   * {@return the same for who writes much: it throws once nothing can be written any more} Closing
   * it leaves this open.
   */
  OutputStream strict() {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int from, int count) throws IOException {
        Outlet.this.write(bytes, from, count);
        sink.check();
      }

      @Override
      public void flush() throws IOException {
        Outlet.this.flush();
        sink.check();
      }
    };
  }

  /** {@return whether something could not be written} */
  boolean failed() {
    return sink.failure != null;
  }

  /**
   * {@return why not everything was written} Nothing is wrong where whoever reads has had enough.
   */
  Optional<Problem> trouble() {
    flush();
    IOException failure = sink.failure;
    if (failure == null) {
      return Optional.empty();
    }
    String words = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    return words.contains("pipe")
        ? Optional.empty()
        : Optional.of(
            new Problem(
                ProblemCode.DISK,
                "The output could not be written.",
                words.contains("no space") || words.contains("not enough space")
                    ? "The disk is full."
                    : "The system refused it.",
                "Send it elsewhere, or free some space."));
  }

  /** The bytes' way out; after the first failure there are no further tries. */
  private static final class Sink extends OutputStream {

    private final OutputStream stream;
    private volatile @Nullable IOException failure;

    private Sink(OutputStream stream) {
      this.stream = stream;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      attempt(() -> stream.write(bytes, from, count));
    }

    /** What was taken may still be lost here, as by a stream that gathers before it writes. */
    @Override
    public void flush() throws IOException {
      attempt(stream::flush);
    }

    private void attempt(Step step) throws IOException {
      check();
      try {
        step.run();
      } catch (IOException e) {
        failure = e;
        throw e;
      }
    }

    @FunctionalInterface
    private interface Step {
      void run() throws IOException;
    }

    private void check() throws IOException {
      IOException known = failure;
      if (known != null) {
        throw known;
      }
    }
  }
}
