package org.shareexplorer.ui.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shareexplorer.engine.sql.SqlTable;
import org.shareexplorer.job.Running;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.profile.Connection;
import org.shareexplorer.profile.ConnectionId;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.workspace.Workspace;

/**
 * The tables of all connections. Each connection is asked by itself, so that one that does not
 * answer keeps none of the others waiting; connections that come and go meanwhile are followed. FX
 * thread only.
 */
final class TableListing implements AutoCloseable {

  /** How far a connection is. */
  sealed interface State {

    /** It is being asked. */
    record Asking(Running<List<SqlTable>> running) implements State {}

    /** It has answered. */
    record Listed(List<SqlTable> tables) implements State {}

    /** It has not answered, or nobody wanted to wait for it. */
    record Failed(Optional<Problem> problem) implements State {}
  }

  /** A connection, and how far it is. */
  record Line(Connection connection, State state) {}

  private final Ui ui;
  private final SqlDesk desk;
  private final Runnable onChange;
  private final Map<ConnectionId, Line> lines = new LinkedHashMap<>();
  private final Workspace.Listening listening;

  /**
   * Nobody is asked yet: {@link #follow} does.
   *
   * @param onChange told of every change
   */
  TableListing(Ui ui, SqlDesk desk, Runnable onChange) {
    this.ui = ui;
    this.desk = desk;
    this.onChange = onChange;
    listening = ui.workspace().onConnectionsChanged(() -> ui.background().onFx(this::follow));
  }

  /** Asks the connections that were not asked yet, and forgets those that are gone. */
  void follow() {
    List<Connection> now = ui.workspace().connections();
    lines
        .values()
        .removeIf(line -> {
          boolean gone = now.stream().noneMatch(one -> same(one, line.connection()));
          if (gone && line.state() instanceof State.Asking(var running)) {
            running.cancel();
          }
          return gone;
        });
    now.stream().filter(one -> !lines.containsKey(one.id())).forEach(this::ask);
    // One that has got another name was asked anew, and stays where it was.
    List<Line> ordered = now.stream().map(one -> lines.get(one.id())).toList();
    lines.clear();
    ordered.forEach(line -> lines.put(line.connection().id(), line));
    onChange.run();
  }

  /** A connection under another name has its tables under another name. */
  private static boolean same(Connection one, Connection other) {
    return one.id().equals(other.id()) && one.name().equals(other.name());
  }

  /** Asks some of the connections once more. */
  void ask(List<Line> some) {
    some.forEach(line -> ask(line.connection()));
    onChange.run();
  }

  /** Asks all connections once more that are not being asked. */
  void askAll() {
    ask(lines().stream().filter(line -> !(line.state() instanceof State.Asking)).toList());
  }

  private void ask(Connection connection) {
    Running<List<SqlTable>> running =
        ui.background()
            .start(
                job -> desk.tables().list(connection, job),
                tables -> told(connection, new State.Listed(tables)),
                problem -> told(connection, new State.Failed(Optional.of(problem))));
    lines.put(connection.id(), new Line(connection, new State.Asking(running)));
  }

  private void told(Connection connection, State state) {
    Line known = lines.get(connection.id());
    if (known != null && same(known.connection(), connection)) {
      lines.put(connection.id(), new Line(connection, state));
      onChange.run();
    }
  }

  /** Waits for nobody any more. */
  void stop() {
    for (Line line : lines()) {
      if (line.state() instanceof State.Asking(var running)) {
        running.cancel();
        told(line.connection(), new State.Failed(Optional.empty()));
      }
    }
  }

  /** {@return the connections, in their order} */
  List<Line> lines() {
    return List.copyOf(lines.values());
  }

  /** {@return the tables known by now} */
  List<SqlTable> tables() {
    List<SqlTable> tables = new ArrayList<>();
    for (Line line : lines.values()) {
      if (line.state() instanceof State.Listed(var listed)) {
        tables.addAll(listed);
      }
    }
    return tables;
  }

  @Override
  public void close() {
    listening.close();
    for (Line line : lines.values()) {
      if (line.state() instanceof State.Asking(var running)) {
        running.cancel();
      }
    }
  }
}
