package org.shareexplorer.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.shareexplorer.engine.HistogramQuestion;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.Questions;
import org.shareexplorer.engine.TableEngine;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.net.Http;
import org.shareexplorer.net.HttpRanges;
import org.shareexplorer.profile.ProfileReader;
import org.shareexplorer.protocol.AsOf;
import org.shareexplorer.protocol.SharingClient;
import org.shareexplorer.protocol.SharingClients;
import org.shareexplorer.protocol.TableName;

/**
 * A process of its own in which one way is run once: the engine as the application has it, with an
 * empty cache. What it does between {@link #measured}'s begin and end is what counts.
 */
final class Box implements AutoCloseable {

  private final Jobs jobs = new Jobs();
  private final Http http = new Http();
  private final Path folder;
  private final String server;
  private Questions questions = new Questions(jobs);
  private TableEngine engine;
  private final SharingClient client;

  /**
   * A box.
   *
   * @param server scheme, host and port
   */
  Box(String server) throws IOException {
    this.server = server;
    this.folder = Files.createTempDirectory("share-explorer-bench-");
    this.engine = engine();
    this.client =
        new SharingClients(http, Clock.systemUTC())
            .of(
                ProfileReader.parse(
                    "{\"shareCredentialsVersion\":1,\"endpoint\":\"%s/sharing\",\"bearerToken\":\"t\"}"
                        .formatted(server),
                    "the benchmark"));
  }

  private TableEngine engine() {
    return new TableEngine(
        jobs, new HttpRanges(http), folder.resolve("data"), 10L << 30, questions);
  }

  /** Forgets all that is not on disk. */
  void restart() {
    engine.close();
    questions = new Questions(jobs);
    engine = engine();
  }

  /** {@return an empty folder} */
  Path folder() {
    return folder;
  }

  String server() {
    return server;
  }

  Jobs jobs() {
    return jobs;
  }

  Questions questions() {
    return questions;
  }

  OpenTable open(String table) {
    return engine.open(
        client, new TableName("bench", "bench", table), AsOf.LATEST, Job.unattended());
  }

  /** What one run was like. */
  record Run(
      double seconds,
      long requests,
      long fileRequests,
      long bytes,
      long fileBytes,
      long heap,
      long process,
      String said) {}

  /**
   * Runs what is to be measured.
   *
   * @param work returns some words by which ways can be compared, such as a figure
   */
  Run measured(Callable<String> work) throws Exception {
    System.gc();
    traffic("/traffic/0");
    AtomicLong heap = new AtomicLong();
    Thread watch = Thread.ofPlatform().daemon().start(() -> watch(heap));
    long start = System.nanoTime();
    String said = work.call();
    double seconds = (System.nanoTime() - start) / 1e9;
    watch.interrupt();
    long[] counts = traffic("/traffic");
    return new Run(
        seconds,
        counts[1],
        counts[2],
        counts[3],
        counts[4],
        heap.get(),
        Memory.processPeak(),
        said);
  }

  private static void watch(AtomicLong most) {
    try {
      while (true) {
        long now = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        most.accumulateAndGet(now, Math::max);
        Thread.sleep(2);
      }
    } catch (InterruptedException e) {
      // The end.
    }
  }

  private long[] traffic(String path) throws IOException {
    try (InputStream in = URI.create(server + path).toURL().openStream()) {
      return Stream.of(
              new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).split(" ", -1))
          .mapToLong(Long::parseLong)
          .toArray();
    }
  }

  /** The application has run for a while: its classes are loaded and its first steps compiled. */
  void warmUp() {
    List<String> columns = BenchColumns.ORDER.names();
    for (int round = 0; round < 12; round++) {
      OpenTable table = open("warm");
      var _ = table.rows(round * 1_000L, 1_000, columns, Job.unattended());
      var _ = table.rows(20_000L + round, 200, columns, Job.unattended());
      var _ =
          table.ask(
              new HistogramQuestion(
                  "amount",
                  new HistogramQuestion.Bins.Count(20 + round),
                  HistogramQuestion.Scale.LINEAR,
                  false),
              Job.unattended());
      clear();
    }
  }

  private void clear() {
    try (Stream<Path> all = Files.walk(folder.resolve("data"))) {
      for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    jobs.close();
    questions.close();
    http.close();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
