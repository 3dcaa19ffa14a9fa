package org.shareexplorer.ui.headless;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.doctor.Examination;
import org.shareexplorer.doctor.Finding;
import org.shareexplorer.engine.Changes;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Progress;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.profile.Connection;
import org.shareexplorer.profile.ConnectionId;
import org.shareexplorer.profile.CredentialKind;
import org.shareexplorer.profile.ProfileDraft;
import org.shareexplorer.profile.keychain.Protection;
import org.shareexplorer.protocol.AsOf;
import org.shareexplorer.protocol.ChangesQuery;
import org.shareexplorer.protocol.SharingClient;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.protocol.auth.ActivationLink;
import org.shareexplorer.settings.LeftView;
import org.shareexplorer.workspace.KeptActivity;
import org.shareexplorer.workspace.Workspace;
import org.shareexplorer.workspace.network.Network;
import org.shareexplorer.workspace.release.Releases;

/** Connections without files or servers. */
public final class FakeWorkspace implements Workspace {

  /** The time in all tests of screens. */
  public static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private final List<Connection> connections = new CopyOnWriteArrayList<>();
  private final Map<ConnectionId, FakeServer> servers = new HashMap<>();
  private final Set<ConnectionId> allowed = new HashSet<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  /** The texts of profiles that were added. */
  public final List<String> addedTexts = new CopyOnWriteArrayList<>();

  /** What reading a file fails with, if set. */
  public volatile @Nullable Problem fileProblem;

  /** What files hold. */
  public volatile String fileText = "{}";

  /** What adding a connection fails with, if set. */
  public volatile @Nullable Problem addProblem;

  /** What was added. */
  public final List<ProfileDraft> added = new CopyOnWriteArrayList<>();

  /** Where connections were written, and how. */
  public final List<String> exported = new CopyOnWriteArrayList<>();

  /** Holds the demo share back until it is counted down, if set. */
  public volatile @Nullable CountDownLatch demoGate;

  /** Adds a connection with a server behind it. */
  public synchronized FakeServer connect(String name, @Nullable Instant expiration) {
    FakeServer server = new FakeServer();
    ConnectionId id = name.equals("Demo share") ? ConnectionId.DEMO : new ConnectionId(name);
    servers.put(id, server);
    connections.add(
        new Connection(
            id,
            name,
            URI.create("https://" + id.text() + ".example.com/sharing"),
            CredentialKind.BEARER_TOKEN,
            Protection.PRIVATE_FILE,
            Optional.ofNullable(expiration),
            NOW,
            Optional.of(NOW.minusSeconds(100_000))));
    changed();
    return server;
  }

  private void changed() {
    listeners.forEach(Runnable::run);
  }

  @Override
  public List<Connection> connections() {
    return List.copyOf(connections);
  }

  /** How the network is set up. */
  public volatile Network network = Network.inMemory();

  @Override
  public Network network() {
    return network;
  }

  /** What tells of newer versions. */
  public volatile Releases releases = Releases.none();

  @Override
  public Releases releases() {
    return releases;
  }

  @Override
  public void load(Job job) {
    changed();
  }

  @Override
  public void protect(Job job) {}

  @Override
  public Listening onConnectionsChanged(Runnable action) {
    listeners.add(action);
    return () -> listeners.remove(action);
  }

  /** {@return how many listen} */
  public int listening() {
    return listeners.size();
  }

  @Override
  public ProfileDraft read(Path file) {
    Problem problem = fileProblem;
    if (problem != null) {
      throw problem.asException();
    }
    String text = fileText;
    return ProfileDraft.of(text, String.valueOf(file.getFileName()));
  }

  @Override
  public ProfileDraft read(String text, String source) {
    addedTexts.add(text);
    return ProfileDraft.of(text, source);
  }

  @Override
  public Connection add(ProfileDraft draft, Job job) {
    Problem problem = addProblem;
    if (problem != null) {
      throw problem.asException();
    }
    added.add(draft);
    connect(
            draft.source().endsWith(".share") ? draft.source().replace(".share", "") : "entered",
            null)
        .with("files", "main", "readings");
    return connections.getLast();
  }

  @Override
  public Connection activate(ActivationLink link, Job job) {
    Problem problem = addProblem;
    if (problem != null) {
      throw problem.asException();
    }
    connect(link.host(), null).with("given", "main", "readings");
    return connections.getLast();
  }

  @Override
  public void export(ConnectionId id, Path file, boolean withSecrets, Job job) {
    exported.add(file + (withSecrets ? " with secrets" : " without secrets"));
  }

  @Override
  public Connection addDemo(Job job) {
    job.progress(Progress.of("Making trips", 3, 10));
    CountDownLatch gate = demoGate;
    if (gate != null) {
      try (var _ = job.onCancel(gate::countDown)) {
        gate.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      job.check();
    }
    if (connections.stream().noneMatch(c -> c.id().equals(ConnectionId.DEMO))) {
      demo(connect("Demo share", null));
    }
    return find(ConnectionId.DEMO);
  }

  /** Fills a server with the tables of the demo share. */
  public static FakeServer demo(FakeServer server) {
    return server
        .with("external_retail", "retail", "customers", "sales_transactions")
        .with("city_mobility", "taxi", "trips", "zones");
  }

  private Connection find(ConnectionId id) {
    return connections.stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
  }

  private Connection change(Connection now) {
    connections.replaceAll(c -> c.id().equals(now.id()) ? now : c);
    changed();
    return now;
  }

  @Override
  public Connection rename(ConnectionId id, String name) {
    Connection c = find(id);
    return change(c.named(name));
  }

  @Override
  public Connection replace(ConnectionId id, ProfileDraft draft, Job job) {
    Connection c = find(id);
    return change(
        new Connection(
            id,
            c.name(),
            c.endpoint(),
            c.kind(),
            c.protection(),
            Optional.empty(),
            c.added().plusSeconds(1),
            c.lastUsed()));
  }

  @Override
  public void remove(ConnectionId id) {
    connections.removeIf(c -> c.id().equals(id));
    changed();
  }

  @Override
  public synchronized SharingClient client(ConnectionId id, Job job) {
    boolean expired = find(id).expiration().filter(end -> end.isBefore(NOW)).isPresent();
    if (expired && !allowed.contains(id)) {
      throw new Problem(
              ProblemCode.PROFILE_EXPIRED,
              "The token of this connection has expired.",
              "It ended some days ago.",
              "Ask the provider for a new profile.")
          .asException();
    }
    FakeServer server = servers.get(id);
    if (server == null) {
      throw new IllegalStateException("no server for " + id);
    }
    return server;
  }

  @Override
  public synchronized void openExpired(ConnectionId id) {
    allowed.add(id);
  }

  @Override
  public OpenTable open(ConnectionId id, TableName table, AsOf asOf, Job job) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Changes changes(ConnectionId id, TableName table, ChangesQuery query, Job job) {
    throw new UnsupportedOperationException();
  }

  @Override
  public OptionalLong look(ConnectionId id, TableName table, long version) {
    return OptionalLong.empty();
  }

  @Override
  public LeftView left(ConnectionId id, TableName table) {
    return LeftView.PLAIN;
  }

  @Override
  public void leave(ConnectionId id, TableName table, LeftView view) {}

  @Override
  public OptionalLong firstWithChanges(ConnectionId id, TableName table, Job job) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Changes compare(ConnectionId id, TableName table, AsOf older, AsOf newer, Job job) {
    throw new UnsupportedOperationException();
  }

  /** What an examination finds, one after the other. */
  public final List<Finding> findings = new CopyOnWriteArrayList<>();

  /** Holds an examination back after its first finding until it is counted down, if set. */
  public volatile @Nullable CountDownLatch examinationGate;

  private final KeptActivity activity = KeptActivity.inMemory();

  @Override
  public Examination examine(
      ConnectionId id, Optional<TableName> table, Consumer<Finding> told, Job job) {
    CountDownLatch gate = examinationGate;
    for (Finding finding : findings) {
      told.accept(finding);
      if (gate != null && finding.equals(findings.getFirst())) {
        try (var _ = job.onCancel(gate::countDown)) {
          gate.await();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
        job.check();
      }
    }
    return new Examination(NOW, find(id).endpoint().getHost(), findings, List.of());
  }

  @Override
  public KeptActivity activity() {
    return activity;
  }

  @Override
  public void close() {}
}
