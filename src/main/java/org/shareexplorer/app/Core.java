package org.shareexplorer.app;

import java.nio.file.Path;
import java.time.Clock;
import org.shareexplorer.cache.CacheBudget;
import org.shareexplorer.cli.Sources;
import org.shareexplorer.engine.Questions;
import org.shareexplorer.engine.TableEngine;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.net.Http;
import org.shareexplorer.net.HttpRanges;
import org.shareexplorer.net.Patience;
import org.shareexplorer.net.activity.ActivityLog;
import org.shareexplorer.profile.ConnectionStore;
import org.shareexplorer.profile.keychain.KeyPlaces;
import org.shareexplorer.profile.keychain.Vault;
import org.shareexplorer.protocol.SharingClients;
import org.shareexplorer.protocol.auth.Activation;
import org.shareexplorer.provider.DemoShare;
import org.shareexplorer.settings.Folders;
import org.shareexplorer.settings.LeftViews;
import org.shareexplorer.settings.SeenVersions;
import org.shareexplorer.workspace.OpenWorkspace;
import org.shareexplorer.workspace.Workspace;

/** Everything below windows and commands, wired together. Closing it ends all of it. */
public final class Core implements AutoCloseable {

  private final Folders folders;
  private final Jobs jobs = new Jobs();
  private final ActivityLog activity = new ActivityLog();
  private final Http http = new Http(Patience.USUAL, Clock.systemUTC(), activity);
  private final Questions questions = new Questions(jobs);
  private final Sources sources;
  private final Workspace workspace;

  /** Wires the core over a person's folders; nothing is started or read yet. */
  public Core(Folders folders) {
    this.folders = folders;
    Clock clock = Clock.systemUTC();
    Path cache = folders.cache();
    sources =
        new Sources(
            new ConnectionStore(
                folders.config(), new Vault(KeyPlaces.of(folders.config(), jobs)), clock),
            new SharingClients(http, clock),
            new Activation(http, folders.config().resolve("activations")),
            new TableEngine(
                jobs, new HttpRanges(http), folders.data(), CacheBudget.of(cache), questions),
            job -> DemoShare.start(cache, jobs, job),
            clock);
    workspace =
        new OpenWorkspace(
            sources.store(),
            sources.clients(),
            sources.activation(),
            sources.engine(),
            sources.demo(),
            clock,
            SeenVersions.in(folders),
            LeftViews.in(folders));
  }

  /** {@return what the command line reads from} */
  public Sources sources() {
    return sources;
  }

  /** {@return where files are kept} */
  public Folders folders() {
    return folders;
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
    questions.close();
    http.close();
  }
}
