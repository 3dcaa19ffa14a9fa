package org.shareexplorer.profile;

import java.io.IOException;
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
import java.util.stream.Stream;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;

/**
 * The connections that are remembered between starts: in {@code connections} under the
 * configuration folder, one file each with what people see ({@code <id>.json}) and one with the
 * profile as it was given ({@code <id>.share}), both for their owner only. Files that cannot be
 * read are passed over and left alone. Thread-safe; several programs may share the folder.
 */
public final class ConnectionStore {

  private static final String SEEN = ".json";
  private static final String PROFILE = ".share";

  private final Path folder;
  private final Clock clock;

  /**
   * Opens the store; nothing is written before the first connection is added.
   *
   * @param config the configuration folder
   */
  public ConnectionStore(Path config, Clock clock) {
    this.folder = config.resolve("connections");
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
   * Remembers the connection that a credential file describes; see {@link #add(String, String)}.
   */
  public Connection add(Path file) {
    return add(ProfileReader.text(file), ProfileReader.name(file));
  }

  /**
   * Remembers the connection that a profile describes. One with the same endpoint and the same
   * credential is returned instead, if there is one.
   *
   * @param text the profile
   * @param source what to call the text in messages; names the connection, if it is a file's name
   */
  public synchronized Connection add(String text, String source) {
    Profile profile = ProfileReader.parse(text, source);
    return same(profile)
        .orElseGet(() ->
            put(
                new ConnectionId(UUID.randomUUID().toString().substring(0, 13)),
                ConnectionNames.first(source, profile.endpoint()),
                text,
                profile));
  }

  /** Remembers a connection under an id of the caller's, in place of the one that had it. */
  public synchronized Connection put(ConnectionId id, String name, String text) {
    return put(id, name, text, ProfileReader.parse(text, name));
  }

  /** Gives a connection another name; a blank one is refused. */
  public synchronized Connection rename(ConnectionId id, String name) {
    if (name.isBlank()) {
      throw new Problem(
              ProblemCode.QUESTION,
              "The connection was not renamed.",
              "A name needs at least one letter.",
              "Type another name.")
          .asException();
    }
    StoredConnection known = known(id);
    Connection c = known.connection();
    return save(
        new StoredConnection(
            new Connection(id, name.strip(), c.endpoint(), c.expiration(), c.added(), c.lastUsed()),
            known.created()));
  }

  /** Gives a connection another credential file; its name stays. */
  public Connection replace(ConnectionId id, Path file) {
    return replace(id, ProfileReader.text(file), ProfileReader.name(file));
  }

  /** Gives a connection another profile; its name stays. */
  public synchronized Connection replace(ConnectionId id, String text, String source) {
    Profile profile = ProfileReader.parse(text, source);
    return put(id, known(id).connection().name(), text, profile);
  }

  /** Notes that a connection is used now; one that is not remembered is passed over. */
  public synchronized void touch(ConnectionId id) {
    load(id)
        .ifPresent(known -> {
          Connection c = known.connection();
          save(
              new StoredConnection(
                  new Connection(
                      id,
                      c.name(),
                      c.endpoint(),
                      c.expiration(),
                      c.added(),
                      Optional.of(clock.instant())),
                  known.created()));
        });
  }

  /** Forgets a connection and deletes its credential; one that is not there is no fault. */
  public synchronized void remove(ConnectionId id) {
    try {
      Files.deleteIfExists(file(id, PROFILE));
      Files.deleteIfExists(file(id, SEEN));
    } catch (IOException e) {
      throw disk("The connection could not be removed.", e);
    }
  }

  /** {@return the profile of a connection} */
  public synchronized Profile profile(ConnectionId id) {
    return ProfileReader.parse(
        ProfileReader.text(file(id, PROFILE)), known(id).connection().name());
  }

  private Connection put(ConnectionId id, String name, String text, Profile profile) {
    Instant now = clock.instant();
    Optional<StoredConnection> before = load(id);
    try {
      PrivateFiles.write(file(id, PROFILE), text);
    } catch (IOException e) {
      throw disk("The connection could not be remembered.", e);
    }
    return save(
        new StoredConnection(
            new Connection(
                id,
                name,
                profile.endpoint(),
                profile.expiration(),
                now,
                before.flatMap(known -> known.connection().lastUsed())),
            before.map(StoredConnection::created).orElse(now)));
  }

  private Connection save(StoredConnection stored) {
    try {
      PrivateFiles.write(file(stored.connection().id(), SEEN), stored.json());
    } catch (IOException e) {
      throw disk("The connection could not be remembered.", e);
    }
    return stored.connection();
  }

  private Optional<Connection> same(Profile profile) {
    for (StoredConnection stored : stored()) {
      Connection connection = stored.connection();
      if (connection.endpoint().equals(profile.endpoint())
          && profile(connection.id()).credential().equals(profile.credential())) {
        return Optional.of(connection);
      }
    }
    return Optional.empty();
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

  /** A connection counts only with a profile that can be read. */
  private Optional<StoredConnection> load(ConnectionId id) {
    try {
      Optional<StoredConnection> stored =
          StoredConnection.parse(id, Files.readString(file(id, SEEN)));
      if (stored.isPresent()) {
        ProfileReader.read(file(id, PROFILE));
      }
      return stored;
    } catch (IOException | ProblemException e) {
      return Optional.empty();
    }
  }

  private StoredConnection known(ConnectionId id) {
    return load(id)
        .orElseThrow(() ->
            new Problem(
                    ProblemCode.PROFILE_UNREADABLE,
                    "This connection is no longer remembered.",
                    "Its files are gone or damaged.",
                    "Open the credential file again.")
                .asException());
  }

  private Path file(ConnectionId id, String ending) {
    return folder.resolve(id.text() + ending);
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
