package org.shareexplorer.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.sql.SqlCatalog;
import org.shareexplorer.engine.sql.SqlTable;
import org.shareexplorer.engine.sql.Unlisted;
import org.shareexplorer.job.Job;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.profile.Connection;
import org.shareexplorer.profile.ConnectionId;
import org.shareexplorer.protocol.ListedTable;
import org.shareexplorer.protocol.Share;
import org.shareexplorer.protocol.SharingClient;
import org.shareexplorer.protocol.TableName;

/**
 * The tables of a workspace's connections, for queries. A connection's tables are listed once, and
 * only those of connections that were listed count: a provider that does not answer keeps no query
 * about another one waiting. Tables stay open for a while, so that looking at a query again and
 * again asks no server. Thread-safe.
 */
public final class WorkspaceTables implements SqlCatalog {

  private static final long FRESH_NANOS = 60_000_000_000L;

  private final Workspace workspace;
  private final Map<ConnectionId, List<SqlTable>> listed = new ConcurrentHashMap<>();

  /** Why connections could not be listed when they were asked last. */
  private final Map<ConnectionId, Problem> silent = new ConcurrentHashMap<>();

  private final Map<SqlTable, Opened> opened = new ConcurrentHashMap<>();

  private record Opened(OpenTable table, long at) {}

  /** The tables of a workspace's connections; none is listed yet. */
  public WorkspaceTables(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * {@return the tables listed so far; those of all connections that answer, if none were listed
   * yet}
   *
   * @throws ProblemException if none of them answers
   */
  @Override
  public List<SqlTable> tables(Job job) {
    List<Connection> connections = workspace.connections();
    listed
        .entrySet()
        .removeIf(known ->
            connections.stream().noneMatch(one -> of(one, known.getKey(), known.getValue())));
    if (listed.isEmpty()) {
      List<ProblemException> problems = new ArrayList<>();
      for (Connection connection : connections) {
        try {
          list(connection, job);
        } catch (ProblemException e) {
          problems.add(e);
        }
      }
      if (listed.isEmpty() && !problems.isEmpty()) {
        throw problems.getFirst();
      }
    }
    return connections.stream()
        .flatMap(one -> listed.getOrDefault(one.id(), List.of()).stream())
        .toList();
  }

  /** {@return the tables of a connection, asked for once} */
  public List<SqlTable> list(Connection connection, Job job) {
    List<SqlTable> known = listed.get(connection.id());
    if (known != null && of(connection, connection.id(), known)) {
      return known;
    }
    try {
      List<SqlTable> tables =
          all(workspace.client(connection.id(), job), job).stream()
              .map(name -> new SqlTable(connection.name(), name))
              .toList();
      listed.put(connection.id(), tables);
      silent.remove(connection.id());
      return tables;
    } catch (ProblemException e) {
      silent.put(connection.id(), e.problem());
      throw e;
    }
  }

  @Override
  public List<Unlisted> unlisted() {
    return workspace.connections().stream()
        .filter(connection -> !listed.containsKey(connection.id()))
        .map(connection ->
            new Unlisted(connection.name(), Optional.ofNullable(silent.get(connection.id()))))
        .toList();
  }

  /** Whether tables are those of a connection, which may have got another name since. */
  private static boolean of(Connection connection, ConnectionId id, List<SqlTable> tables) {
    return connection.id().equals(id)
        && tables.stream().allMatch(table -> table.connection().equals(connection.name()));
  }

  /** {@return all tables that a recipient is given} */
  public static List<TableName> all(SharingClient client, Job job) {
    List<TableName> names = new ArrayList<>();
    for (Share share : client.shares(job)) {
      client.allTables(share.name(), job).stream().map(ListedTable::name).forEach(names::add);
    }
    return names;
  }

  @Override
  public OpenTable open(SqlTable table, Job job) {
    Opened known = opened.get(table);
    if (known != null && System.nanoTime() - known.at() < FRESH_NANOS) {
      return known.table();
    }
    OpenTable now = opened(connection(table), table, job);
    opened.put(table, new Opened(now, System.nanoTime()));
    return now;
  }

  /** A query may be about tables of several connections: which of them fails is said. */
  private OpenTable opened(Connection connection, SqlTable table, Job job) {
    try {
      return workspace.open(connection.id(), table.name(), job);
    } catch (ProblemException e) {
      throw workspace.connections().size() < 2
          ? e
          : e.problem().from(connection.name()).asException(e);
    }
  }

  private Connection connection(SqlTable table) {
    return workspace.connections().stream()
        .filter(connection -> connection.name().equals(table.connection()))
        .findFirst()
        .orElseThrow(() ->
            new Problem(
                    ProblemCode.QUESTION,
                    "There is no connection " + table.connection() + " any more.",
                    "",
                    "Write the query with the tables there are.")
                .asException());
  }
}
