package org.shareexplorer.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;
import org.shareexplorer.cli.Sources;
import org.shareexplorer.engine.Engine;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.Questions;
import org.shareexplorer.engine.TableEngine;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.net.Http;
import org.shareexplorer.net.HttpRanges;
import org.shareexplorer.net.Patience;
import org.shareexplorer.profile.ConnectionId;
import org.shareexplorer.profile.ConnectionStore;
import org.shareexplorer.profile.keychain.TestVault;
import org.shareexplorer.protocol.SharingClients;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.protocol.auth.Activation;
import org.shareexplorer.provider.DemoShare;
import org.shareexplorer.provider.demo.DemoData;
import org.shareexplorer.provider.demo.Scale;
import org.shareexplorer.workspace.KeptActivity;
import org.shareexplorer.workspace.OpenWorkspace;

/** The running demo share, small, and all that reads from it, wired as the program wires it. */
public final class DemoWorld implements AutoCloseable {

  private static final Scale SMALL = new Scale(300, 6_000, 120_000);
  private static final long CACHE_BYTES = 1L << 30;

  private final Path folder;
  private final Path files;
  private final Jobs jobs = new Jobs();
  private final KeptActivity activity = KeptActivity.inMemory();
  private final Http http = new Http(Patience.USUAL, Clock.systemUTC(), activity);
  private final Questions questions = new Questions(jobs);
  private final Clock clock;
  private final Sources sources;
  private final DemoShare share;

  /**
   * Serves the data.
   *
   * @param folder for the cache and the connections
   * @param clock tells which credentials have ended
   */
  public DemoWorld(Path folder, Clock clock) {
    this(folder, clock, DemoFiles.of(SMALL));
  }

  private DemoWorld(Path folder, Clock clock, Path files) {
    this.folder = folder;
    this.files = files;
    this.clock = clock;
    sources =
        new Sources(
            new ConnectionStore(
                folder.resolve("config"), TestVault.in(folder.resolve("config")), clock),
            new SharingClients(http, clock),
            new Activation(http, folder.resolve("config/activations")),
            engine("cache"),
            this::start,
            clock,
            activity);
    share = start(Job.unattended());
  }

  /**
   * {@return a share whose data may be changed}
   *
   * @param folder for the data as well
   */
  static DemoWorld changing(Path folder) throws IOException {
    Path from = DemoFiles.of(SMALL);
    Path to = folder.resolve("data");
    try (Stream<Path> all = Files.walk(from)) {
      for (Path file : all.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)));
      }
    }
    return new DemoWorld(folder, Clock.systemUTC(), to);
  }

  /** {@return an engine with a cache of its own; it needs no closing} */
  Engine engine(String cacheName) {
    return new TableEngine(
        jobs, new HttpRanges(http), folder.resolve(cacheName), CACHE_BYTES, questions);
  }

  private DemoShare start(Job job) {
    return DemoShare.start(files, SMALL, jobs, job);
  }

  /** {@return where the tables' files are} */
  public Path data() throws IOException {
    return DemoData.in(files, SMALL, jobs, Job.unattended());
  }

  /** {@return the running share} */
  public DemoShare share() {
    return share;
  }

  /** {@return what commands read from} */
  public Sources sources() {
    return sources;
  }

  /** {@return the threads} */
  public Jobs jobs() {
    return jobs;
  }

  /** {@return a workspace that starts a demo share of its own} */
  public OpenWorkspace workspace() {
    return new OpenWorkspace(
        sources.store(),
        sources.clients(),
        sources.activation(),
        sources.engine(),
        sources.demo(),
        clock);
  }

  /** {@return a table of the demo share, opened through a workspace} */
  public static OpenTable open(OpenWorkspace workspace, TableName table, Job job) {
    return workspace.open(ConnectionId.DEMO, table, job);
  }

  @Override
  public void close() {
    share.close();
    jobs.close();
    questions.close();
    http.close();
  }
}
