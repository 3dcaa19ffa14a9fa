package org.shareexplorer.profile;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.shareexplorer.job.Job;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.profile.keychain.Protection;
import org.shareexplorer.profile.keychain.Vault;
import org.shareexplorer.settings.PrivateFiles;

/**
 * The connections that are remembered between starts: in {@code connections} under the
 * configuration folder, one file each with what people see ({@code <id>.json}) and one with the
 * profile, sealed. Files that cannot be read are passed over and left alone. Methods that take a
 * job may wait for the system's keychain; nothing else does. Thread-safe; several programs may
 * share the folder.
 */
public final class ConnectionStore {

  private static final String SEEN = ".json";

  private final Path folder;
  private final KeptProfiles profiles;
  private final Clock clock;

  /**
   * Opens the store; nothing is written before the first connection is added.
   *
   * @param config the configuration folder
   * @param vault seals the profiles
   */
  public ConnectionStore(Path config, Vault vault, Clock clock) {
    this.folder = config.resolve("connections");
    this.profiles = new KeptProfiles(folder, vault);
    this.clock = clock;
  }

  /** {@return the connections, in the order in which they were first added} */
  public synchronized List<Connection> list() {
    return stored().stream().map(StoredConnection::connection).toList();
  }

  /** {@return a connection, if it is remembered} */
  public synchronized Optional<Connection> find(ConnectionId id) {
    return load(id).map(StoredConnection::connection);
  }

  /**
   * Remembers the connection that a profile describes. One with the same endpoint and the same
   * credential is returned instead, if there is one.
   */
  public Connection add(ProfileDraft draft, Job job) {
    Profile profile = draft.profile();
    return same(profile, job)
        .orElseGet(() ->
            put(
                new ConnectionId(UUID.randomUUID().toString().substring(0, 13)),
                ConnectionNames.first(draft.source(), profile.endpoint()),
                profile,
                draft.kept(profile),
                job));
  }

  /** Remembers the demo share, whose token ends with the program and is not written down. */
  public synchronized Connection addDemo(String name, URI endpoint) {
    Instant now = clock.instant();
    Optional<StoredConnection> before = load(ConnectionId.DEMO);
    forgetProfile(ConnectionId.DEMO);
    return save(
        new StoredConnection(
            new Connection(
                ConnectionId.DEMO,
                name,
                endpoint,
                CredentialKind.BEARER_TOKEN,
                Protection.MEMORY,
                Optional.empty(),
                now,
                before.flatMap(known -> known.connection().lastUsed())),
            before.map(StoredConnection::created).orElse(now)));
  }

  /** Gives a connection another name; a blank one is refused. */
  public Connection rename(ConnectionId id, String name) {
    if (name.isBlank()) {
      throw new Problem(
              ProblemCode.QUESTION,
              "The connection was not renamed.",
              "A name needs at least one letter.",
              "Type another name.")
          .asException();
    }
    return change(id, connection -> connection.named(name.strip()))
        .orElseThrow(ConnectionStore::unknown);
  }

  /** Gives a connection another profile; its name stays. */
  public Connection replace(ConnectionId id, ProfileDraft draft, Job job) {
    Profile profile = draft.profile();
    String name = find(id).orElseThrow(ConnectionStore::unknown).name();
    return put(id, name, profile, draft.kept(profile), job);
  }

  /** Notes that a connection is used now; one that is not remembered is passed over. */
  public void touch(ConnectionId id) {
    var _ = change(id, connection -> connection.usedAt(clock.instant()));
  }

  /** Forgets a connection and deletes its credential; one that is not there is no fault. */
  public synchronized void remove(ConnectionId id) {
    forgetProfile(id);
    try {
      Files.deleteIfExists(seen(id));
    } catch (IOException e) {
      throw disk("The connection could not be removed.", e);
    }
  }

  /** {@return the profile of a connection} */
  public Profile profile(ConnectionId id, Job job) {
    Connection connection = find(id).orElseThrow(ConnectionStore::unknown);
    return ProfileReader.parse(profiles.read(id, connection.name(), job), connection.name());
  }

  /**
   * Writes a connection's profile to a file of its owner's, as other programs read it: with its
   * secrets, or with placeholders for them. A private key goes into a file of its own beside it.
   */
  public void export(ConnectionId id, Path file, boolean withSecrets, Job job) {
    Connection connection = find(id).orElseThrow(ConnectionStore::unknown);
    try {
      ProfileText.write(
          profiles.read(id, connection.name(), job), connection.kind(), file, withSecrets);
    } catch (IOException e) {
      throw new Problem(
              ProblemCode.DISK,
              "The connection " + connection.name() + " was not exported.",
              "The file could not be written.",
              "Choose another place.",
              e.getClass().getSimpleName())
          .asException(e);
    }
  }

  /**
   * Seals the profiles that an earlier version left open, or that were sealed without a keychain
   * which is there now. What cannot be sealed now stays as it is.
   *
   * @return whether anything has changed
   */
  public boolean improve(Job job) {
    boolean changed = false;
    for (Connection connection : list()) {
      try {
        Optional<Protection> better = profiles.improve(connection.id(), job);
        if (better.isPresent()) {
          var _ = change(connection.id(), each -> each.guardedBy(better.get()));
          changed = true;
        }
      } catch (IOException e) {
        job.check();
      }
    }
    return changed;
  }

  private Connection put(ConnectionId id, String name, Profile profile, String text, Job job) {
    Protection protection;
    try {
      protection = profiles.write(id, text, job);
    } catch (IOException e) {
      throw disk("The connection could not be remembered.", e);
    }
    synchronized (this) {
      Instant now = clock.instant();
      Optional<StoredConnection> before = load(id);
      return save(
          new StoredConnection(
              new Connection(
                  id,
                  name,
                  profile.endpoint(),
                  CredentialKind.of(profile.credential()),
                  protection,
                  profile.expiration(),
                  now,
                  before.flatMap(known -> known.connection().lastUsed())),
              before.map(StoredConnection::created).orElse(now)));
    }
  }

  private synchronized Optional<Connection> change(
      ConnectionId id, UnaryOperator<Connection> change) {
    return load(id)
        .map(
            known -> save(new StoredConnection(change.apply(known.connection()), known.created())));
  }

  private Connection save(StoredConnection stored) {
    try {
      PrivateFiles.write(seen(stored.connection().id()), stored.json());
    } catch (IOException e) {
      throw disk("The connection could not be remembered.", e);
    }
    return stored.connection();
  }

  private void forgetProfile(ConnectionId id) {
    try {
      profiles.delete(id);
    } catch (IOException e) {
      throw disk("The credential could not be deleted.", e);
    }
  }

  private Optional<Connection> same(Profile profile, Job job) {
    for (Connection connection : list()) {
      if (connection.endpoint().equals(profile.endpoint())
          && credential(connection.id(), job).equals(Optional.of(profile.credential()))) {
        return Optional.of(connection);
      }
    }
    return Optional.empty();
  }

  private Optional<Credential> credential(ConnectionId id, Job job) {
    try {
      return Optional.of(profile(id, job).credential());
    } catch (ProblemException e) {
      return Optional.empty();
    }
  }

  private List<StoredConnection> stored() {
    List<StoredConnection> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      files
          .map(ProfileReader::name)
          .filter(name -> name.endsWith(SEEN))
          .map(name -> new ConnectionId(name.substring(0, name.length() - SEEN.length())))
          .forEach(id -> load(id).ifPresent(found::add));
    } catch (NoSuchFileException | NotDirectoryException e) {
      return List.of();
    } catch (IOException e) {
      throw disk("The remembered connections could not be read.", e);
    }
    found.sort(
        Comparator.comparing(StoredConnection::created)
            .thenComparing(stored -> stored.connection().id().text()));
    return found;
  }

  /** A connection counts only with a profile; whether that can be read shows when it is opened. */
  private Optional<StoredConnection> load(ConnectionId id) {
    if (!id.equals(ConnectionId.DEMO) && !profiles.has(id)) {
      return Optional.empty();
    }
    try {
      return StoredConnection.parse(id, Files.readString(seen(id)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static ProblemException unknown() {
    return new Problem(
            ProblemCode.PROFILE_UNREADABLE,
            "This connection is no longer remembered.",
            "Its files are gone or damaged.",
            "Open the credential file again.")
        .asException();
  }

  private Path seen(ConnectionId id) {
    return folder.resolve(id.text() + SEEN);
  }

  private ProblemException disk(String what, IOException fault) {
    return new Problem(
            ProblemCode.DISK,
            what,
            "The folder " + folder + " could not be read or written.",
            "Check that it belongs to you and that the disk is not full.",
            fault.getClass().getSimpleName())
        .asException(fault);
  }
}
