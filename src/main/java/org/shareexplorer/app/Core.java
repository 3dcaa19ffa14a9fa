package org.shareexplorer.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.shareexplorer.cache.CacheBudget;
import org.shareexplorer.cache.DataCache;
import org.shareexplorer.cli.Sources;
import org.shareexplorer.engine.Questions;
import org.shareexplorer.engine.TableEngine;
import org.shareexplorer.engine.sql.SqlQueries;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.job.Running;
import org.shareexplorer.net.Http;
import org.shareexplorer.net.HttpRanges;
import org.shareexplorer.net.Patience;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.profile.ConnectionStore;
import org.shareexplorer.profile.keychain.KeyPlaces;
import org.shareexplorer.profile.keychain.Vault;
import org.shareexplorer.protocol.SharingClients;
import org.shareexplorer.protocol.auth.Activation;
import org.shareexplorer.provider.DemoShare;
import org.shareexplorer.settings.Folders;
import org.shareexplorer.settings.LeftViews;
import org.shareexplorer.settings.PreferencesFile;
import org.shareexplorer.settings.SeenVersions;
import org.shareexplorer.settings.WorkFolders;
import org.shareexplorer.ui.preferences.Storage;
import org.shareexplorer.workspace.KeptActivity;
import org.shareexplorer.workspace.OpenWorkspace;
import org.shareexplorer.workspace.Workspace;
import org.shareexplorer.workspace.network.Network;
import org.shareexplorer.workspace.network.NetworkStore;
import org.shareexplorer.workspace.release.Releases;

/** Everything below windows and commands, wired together. Closing it ends all of it. */
public final class Core implements AutoCloseable {

  private final Jobs jobs;
  private final WorkFolders work;
  private final KeptActivity activity;
  private final Http http;
  private final Questions questions;
  private final SqlQueries queries;
  private final Storage storage;
  private final Sources sources;
  private final Workspace workspace;

  /** Wires the core over a person's folders; nothing is started or read yet. */
  public Core(Folders own) {
    this(own, new Jobs());
  }

  private Core(Folders own, Jobs jobs) {
    this.jobs = jobs;
    questions = new Questions(jobs);
    queries = new SqlQueries(jobs, questions);
    work = WorkFolders.of(own);
    Folders folders = work.folders();
    Clock clock = Clock.systemUTC();
    Path cache = folders.cache();
    CacheBudget budget =
        new CacheBudget(folders.data(), () -> new PreferencesFile(folders).load().cacheBytes());
    storage = new Storage(folders, new DataCache(folders.data(), budget), budget);
    activity = new KeptActivity(folders.config().resolve("activity"), jobs.waiting());
    http = new Http(Patience.USUAL, clock, activity);
    Vault vault = new Vault(KeyPlaces.of(folders.config(), jobs));
    Network network = new Network(new NetworkStore(folders.config(), vault), http);
    sources =
        new Sources(
            new ConnectionStore(folders.config(), vault, clock),
            new SharingClients(http, clock),
            new Activation(http, folders.config().resolve("activations")),
            new TableEngine(jobs, new HttpRanges(http), storage.data(), questions),
            job -> DemoShare.start(cache, jobs, job),
            clock,
            activity);
    workspace =
        new OpenWorkspace(
            sources.store(),
            sources.clients(),
            sources.activation(),
            sources.engine(),
            sources.demo(),
            clock,
            SeenVersions.in(folders),
            LeftViews.in(folders),
            activity,
            network,
            new Releases(http, Version.text(), Version::releases));
  }

  /**
   * {@return a core that is wired while something else is done} Most of the time goes into classes
   * that are used for the first time, those that read preferences among them.
   */
  static Running<Core> wiring(Folders own) {
    Jobs jobs = new Jobs();
    return jobs.start(_ -> {
      Core core = new Core(own, jobs);
      var _ = new PreferencesFile(core.work.folders()).load();
      return core;
    });
  }

  /** {@return what the command line reads from} */
  public Sources sources() {
    return sources;
  }

  /** {@return what answers queries} */
  public SqlQueries queries() {
    return queries;
  }

  /** {@return where files are kept, and how much of them} */
  public Storage storage() {
    return storage;
  }

  /** {@return what there is to say of where files are kept, if that is not where they should be} */
  public Optional<Problem> notKept() {
    return work.unwritable()
        .map(folder ->
            new Problem(
                ProblemCode.DISK,
                "Nothing is kept on this computer.",
                "The folder " + folder + " cannot be written.",
                "Everything works from a temporary folder, which is deleted at the end."));
  }

  /** {@return the threads} */
  public Jobs jobs() {
    return jobs;
  }

  /** {@return the connections} */
  public Workspace workspace() {
    return workspace;
  }

  @Override
  public void close() {
    jobs.close();
    workspace.close();
    queries.close();
    questions.close();
    http.close();
    activity.close();
    work.close();
  }
}
