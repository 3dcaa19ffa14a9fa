package org.shareexplorer.workspace;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.shareexplorer.doctor.Examination;
import org.shareexplorer.doctor.Finding;
import org.shareexplorer.engine.Changes;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.job.Job;
import org.shareexplorer.profile.Connection;
import org.shareexplorer.profile.ConnectionId;
import org.shareexplorer.profile.ProfileDraft;
import org.shareexplorer.protocol.AsOf;
import org.shareexplorer.protocol.ChangesQuery;
import org.shareexplorer.protocol.SharingClient;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.protocol.auth.ActivationLink;
import org.shareexplorer.settings.LeftView;
import org.shareexplorer.workspace.network.Network;
import org.shareexplorer.workspace.release.Releases;

/**
 * The connections at hand, and what can be reached through them. Windows and the command line both
 * stand on it. Methods that take a job block; all are thread-safe and throw {@code
 * ProblemException}.
 */
public interface Workspace extends AutoCloseable {

  /**
   * {@return the remembered connections, in the order they were added, the demo share among them
   * once it was opened; as far as they are known, without a look at the disk}
   */
  List<Connection> connections();

  /** Reads the remembered connections from the disk; those who listen are told. */
  void load(Job job);

  /**
   * Seals credentials that an earlier version left open, or that were sealed without a keychain
   * which is there now.
   */
  void protect(Job job);

  /** {@return what is in a credential file, unchecked} */
  default ProfileDraft read(Path file) {
    return ProfileDraft.read(file);
  }

  /**
   * {@return what is in a credential file's text, unchecked}
   *
   * @param source what to call the text in messages: a file's name, a variable's
   */
  default ProfileDraft read(String text, String source) {
    return ProfileDraft.of(text, source);
  }

  /**
   * Has an action run, on any thread, whenever the list of connections has changed.
   *
   * @return ends that
   */
  Listening onConnectionsChanged(Runnable action);

  /** An action that is run now and then, until this is closed. */
  @FunctionalInterface
  interface Listening extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Remembers the connection that a credential file describes; one to the same endpoint with the
   * same credential is returned, not added again.
   */
  Connection add(ProfileDraft draft, Job job);

  /**
   * Uses an activation link up, and remembers the connection that it gives. What it gives is kept
   * even if it cannot be used.
   */
  Connection activate(ActivationLink link, Job job);

  /**
   * Writes a connection's credential file.
   *
   * @param withSecrets whether it is to be one that opens the connection, or one with placeholders
   */
  void export(ConnectionId id, Path file, boolean withSecrets, Job job);

  /** Starts the demo share, making its data if they are not there yet, and remembers it. */
  Connection addDemo(Job job);

  /** Gives a connection another name. */
  Connection rename(ConnectionId id, String name);

  /** Gives a connection another credential file; its name stays. */
  Connection replace(ConnectionId id, ProfileDraft draft, Job job);

  /** Forgets a connection and deletes its credential. */
  void remove(ConnectionId id);

  /** {@return how this computer reaches the network} */
  Network network();

  /** {@return what tells of newer versions of this application} */
  Releases releases();

  /**
   * {@return the client of a connection; for the demo share, starts it if it does not run}
   *
   * @throws org.shareexplorer.problem.ProblemException with code {@code PROFILE_EXPIRED} if its
   *     credential has ended and {@code openExpired} was not called for it
   */
  SharingClient client(ConnectionId id, Job job);

  /**
   * Allows a connection whose credential has ended to be tried all the same, until the program
   * ends.
   */
  void openExpired(ConnectionId id);

  /** {@return a table of a connection, newest version, ready for questions} */
  default OpenTable open(ConnectionId id, TableName table, Job job) {
    return open(id, table, AsOf.LATEST, job);
  }

  /** {@return a version of a table of a connection, ready for questions} */
  OpenTable open(ConnectionId id, TableName table, AsOf asOf, Job job);

  /** {@return what changed in a table of a connection, as its change feed tells it} */
  Changes changes(ConnectionId id, TableName table, ChangesQuery query, Job job);

  /** {@return the version from which on a table's changes can be had; empty if they cannot} */
  OptionalLong firstWithChanges(ConnectionId id, TableName table, Job job);

  /** {@return what changed between two versions of a table of a connection} */
  Changes compare(ConnectionId id, TableName table, AsOf older, AsOf newer, Job job);

  /**
   * Notes that a person looks at a version of a table.
   *
   * @return the version looked at before, in this or an earlier run of the program, if any
   */
  OptionalLong look(ConnectionId id, TableName table, long version);

  /** {@return how a person left the rows of a table, in this or an earlier run of the program} */
  LeftView left(ConnectionId id, TableName table);

  /** Remembers how a person leaves the rows of a table. */
  void leave(ConnectionId id, TableName table, LeftView view);

  /**
   * Looks a connection over, step by step, whether or not its credential has ended.
   *
   * @param table the table to try; the first ones listed if empty
   * @param told gets each finding as the step begins and as it ends, on any thread
   */
  Examination examine(ConnectionId id, Optional<TableName> table, Consumer<Finding> told, Job job);

  /** {@return what was asked of servers and storages} */
  KeptActivity activity();

  @Override
  void close();
}
