package org.shareexplorer.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.shareexplorer.job.Job;
import org.shareexplorer.net.RangeReader;
import org.shareexplorer.problem.ProblemException;

/** The files of a {@link LoopbackTable} behind real HTTP, with faults where a test wants them. */
final class HttpStorage extends Dispatcher implements AutoCloseable {

  private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d+)");

  final AtomicInteger requests = new AtomicInteger();
  private final MockWebServer server = new MockWebServer();
  private final LoopbackTable table;
  private volatile Fault fault = (_, good) -> good;

  /** Makes another answer of a good one. */
  @FunctionalInterface
  interface Fault {
    MockResponse answer(int request, MockResponse good);
  }

  HttpStorage(LoopbackTable table) {
    this.table = table;
    server.setDispatcher(this);
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    table.storedAt("http://127.0.0.1:" + server.getPort() + "/");
  }

  /** From now on, answers go through this; it is told their number, from 1. */
  void fails(Fault how) {
    requests.set(0);
    fault = how;
  }

  @Override
  public MockResponse dispatch(RecordedRequest request) {
    String address = "http://127.0.0.1:" + server.getPort() + request.getTarget();
    Matcher range =
        RANGE.matcher(Optional.ofNullable(request.getHeaders().get("Range")).orElse(""));
    if (!range.matches()) {
      return new MockResponse.Builder().code(400).build();
    }
    long first = Long.parseLong(range.group(1));
    int length = Math.toIntExact(Long.parseLong(range.group(2)) - first + 1);
    return fault.answer(requests.incrementAndGet(), good(address, first, length));
  }

  private MockResponse good(String address, long first, int length) {
    byte[] part;
    try {
      part = table.read(address, first, length, RangeReader.ANY_SIZE, Job.unattended());
    } catch (ProblemException e) {
      return new MockResponse.Builder().code(403).build();
    }
    String path = address.substring(address.lastIndexOf('/') + 1, address.indexOf('?'));
    int size = table.bytes(path).length;
    return new MockResponse.Builder()
        .code(206)
        .setHeader("Content-Range", "bytes %d-%d/%d".formatted(first, first + length - 1, size))
        .setHeader("ETag", "\"" + Arrays.hashCode(table.bytes(path)) + "\"")
        .body(new Buffer().write(part))
        .build();
  }

  @Override
  public void close() {
    server.close();
  }
}
