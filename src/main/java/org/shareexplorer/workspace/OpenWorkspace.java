package org.shareexplorer.workspace;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.shareexplorer.doctor.Doctor;
import org.shareexplorer.doctor.Examination;
import org.shareexplorer.doctor.Finding;
import org.shareexplorer.doctor.Patient;
import org.shareexplorer.engine.Changes;
import org.shareexplorer.engine.Engine;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.job.Job;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.profile.Connection;
import org.shareexplorer.profile.ConnectionId;
import org.shareexplorer.profile.ConnectionStore;
import org.shareexplorer.profile.PlainHttp;
import org.shareexplorer.profile.Profile;
import org.shareexplorer.profile.ProfileDraft;
import org.shareexplorer.profile.ProfileReader;
import org.shareexplorer.protocol.AsOf;
import org.shareexplorer.protocol.ChangesQuery;
import org.shareexplorer.protocol.SharingClient;
import org.shareexplorer.protocol.SharingClients;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.protocol.auth.Activation;
import org.shareexplorer.protocol.auth.ActivationLink;
import org.shareexplorer.settings.LeftView;
import org.shareexplorer.settings.LeftViews;
import org.shareexplorer.settings.SeenVersions;
import org.shareexplorer.workspace.network.Network;
import org.shareexplorer.workspace.release.Releases;

/**
 * The workspace over remembered connections. The demo share is remembered as a connection like any
 * other, but as its server, its port and its token live only as long as the program, it is started
 * anew when it is first needed.
 */
public final class OpenWorkspace implements Workspace {

  private static final String DEMO_NAME = "Demo share";

  private final ConnectionStore store;
  private final SharingClients clients;
  private final Activation activation;
  private final Engine engine;
  private final DemoOnDemand demo;
  private final Clock clock;
  private final SeenVersions seen;
  private final Network network;
  private final Releases releases;
  private final KeptActivity activity;
  private final LeftViews left;

  private final OpenClients open;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  /** As last read from the disk, for those who must not wait for that. */
  private volatile List<Connection> connections = List.of();

  /**
   * A workspace that keeps nothing of what a person looked at and what was asked.
   *
   * @param activation fetches what activation links give
   * @param engine closed with the workspace
   * @param clock tells which credentials have ended
   */
  public OpenWorkspace(
      ConnectionStore store,
      SharingClients clients,
      Activation activation,
      Engine engine,
      DemoOnDemand.Start demoStart,
      Clock clock) {
    this(
        store,
        clients,
        activation,
        engine,
        demoStart,
        clock,
        SeenVersions.inMemory(),
        LeftViews.inMemory(),
        KeptActivity.inMemory(),
        Network.inMemory(),
        Releases.none());
  }

  /**
   * A workspace that remembers which versions a person has looked at, and how tables were left.
   *
   * @param activation fetches what activation links give
   * @param engine closed with the workspace
   * @param clock tells which credentials have ended
   * @param seen the versions that a person has looked at
   * @param activity what the clients' stack has asked
   */
  public OpenWorkspace(
      ConnectionStore store,
      SharingClients clients,
      Activation activation,
      Engine engine,
      DemoOnDemand.Start demoStart,
      Clock clock,
      SeenVersions seen,
      LeftViews left,
      KeptActivity activity,
      Network network,
      Releases releases) {
    this.network = network;
    this.releases = releases;
    this.seen = seen;
    this.left = left;
    this.store = store;
    this.clients = clients;
    this.activation = activation;
    this.engine = engine;
    this.demo = new DemoOnDemand(demoStart);
    this.clock = clock;
    this.activity = activity;
    open = new OpenClients(store, clients, clock, this::tell);
  }

  @Override
  public List<Connection> connections() {
    return connections;
  }

  @Override
  public Network network() {
    return network;
  }

  @Override
  public Releases releases() {
    return releases;
  }

  @Override
  public void load(Job job) {
    tell();
  }

  @Override
  public void protect(Job job) {
    if (store.improve(job)) {
      tell();
    }
  }

  @Override
  public Listening onConnectionsChanged(Runnable action) {
    listeners.add(action);
    return () -> listeners.remove(action);
  }

  @Override
  public Connection add(ProfileDraft draft, Job job) {
    return changed(store.add(draft, job));
  }

  @Override
  public Connection activate(ActivationLink link, Job job) {
    Activation.Fetched fetched = activation.fetch(link, job);
    Connection connection;
    try {
      // Named by the host that the person saw: what the server calls its file is nothing to go by.
      ProfileDraft draft = ProfileDraft.of(fetched.text(), link.host());
      // Whoever wants to take that risk opens the file that is kept, and is asked.
      draft.unencrypted().ifPresent(address -> PlainHttp.refuse(address, ""));
      connection = store.add(draft, job);
    } catch (ProblemException e) {
      throw fetched.unusable(e.problem());
    }
    fetched.done();
    return changed(connection);
  }

  @Override
  public void export(ConnectionId id, Path file, boolean withSecrets, Job job) {
    store.export(id, file, withSecrets, job);
  }

  @Override
  public Connection addDemo(Job job) {
    return demo.running(
        (share, anew) -> {
          Connection remembered = anew ? null : store.find(ConnectionId.DEMO).orElse(null);
          if (remembered != null) {
            return remembered;
          }
          open.renew(ConnectionId.DEMO);
          String name = store.find(ConnectionId.DEMO).map(Connection::name).orElse(DEMO_NAME);
          return changed(store.addDemo(name, URI.create(share.endpoint())));
        },
        job);
  }

  @Override
  public Connection rename(ConnectionId id, String name) {
    Connection renamed = store.rename(id, name);
    // Its next client asks under the new name.
    open.renew(id);
    return changed(renamed);
  }

  @Override
  public Connection replace(ConnectionId id, ProfileDraft draft, Job job) {
    Connection replaced = store.replace(id, draft, job);
    open.forget(id);
    return changed(replaced);
  }

  @Override
  public void remove(ConnectionId id) {
    store.remove(id);
    left.forget(id.text() + "\n");
    open.forget(id);
    tell();
  }

  @Override
  public SharingClient client(ConnectionId id, Job job) {
    if (id.equals(ConnectionId.DEMO)) {
      var _ = addDemo(job);
      return open.of(id, () -> demoProfile(job));
    }
    return open.of(id, () -> store.profile(id, job));
  }

  private Profile demoProfile(Job job) {
    return demo.running(
        (share, _) -> ProfileReader.parse(share.profileJson(), "the demo share"), job);
  }

  @Override
  public Examination examine(
      ConnectionId id, Optional<TableName> table, Consumer<Finding> told, Job job) {
    Profile profile = id.equals(ConnectionId.DEMO) ? demoProfile(job) : store.profile(id, job);
    return new Doctor(clients, clock)
        .examine(new Patient(open.name(id), profile, table), told, job);
  }

  @Override
  public KeptActivity activity() {
    return activity;
  }

  @Override
  public void openExpired(ConnectionId id) {
    open.allowPastEnd(id);
  }

  @Override
  public OpenTable open(ConnectionId id, TableName table, AsOf asOf, Job job) {
    return engine.open(current(id, job), table, asOf, job);
  }

  @Override
  public Changes changes(ConnectionId id, TableName table, ChangesQuery query, Job job) {
    return engine.changes(current(id, job), table, query, job);
  }

  @Override
  public OptionalLong firstWithChanges(ConnectionId id, TableName table, Job job) {
    return engine.firstWithChanges(current(id, job), table, job);
  }

  @Override
  public Changes compare(ConnectionId id, TableName table, AsOf older, AsOf newer, Job job) {
    return engine.compare(current(id, job), table, older, newer, job);
  }

  /** A client for what lives longer than a credential. */
  private SharingClient current(ConnectionId id, Job job) {
    var _ = client(id, job);
    return new CurrentClient(asking -> client(id, asking));
  }

  @Override
  public OptionalLong look(ConnectionId id, TableName table, long version) {
    return seen.note(key(id, table), version);
  }

  @Override
  public LeftView left(ConnectionId id, TableName table) {
    return left.of(key(id, table));
  }

  @Override
  public void leave(ConnectionId id, TableName table, LeftView view) {
    if (connections.stream().anyMatch(connection -> connection.id().equals(id))) {
      left.leave(key(id, table), view);
    }
  }

  private static String key(ConnectionId id, TableName table) {
    return String.join("\n", id.text(), table.share(), table.schema(), table.table());
  }

  private Connection changed(Connection connection) {
    tell();
    return connection;
  }

  private void tell() {
    synchronized (store) {
      connections = store.list();
    }
    listeners.forEach(Runnable::run);
  }

  @Override
  public void close() {
    engine.close();
    demo.close();
  }
}
