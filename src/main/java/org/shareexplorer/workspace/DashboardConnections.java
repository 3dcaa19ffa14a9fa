package org.shareexplorer.workspace;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.dashboard.DashboardTables;
import org.shareexplorer.dashboard.TableReference;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.job.Job;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.profile.Connection;

/**
 * Finds the tables of dashboards among a workspace's connections: in the one of the name that the
 * dashboard has, or, as others may call it otherwise, in the first that has such a table.
 *
 * @param workspace the connections
 */
public record DashboardConnections(Workspace workspace) implements DashboardTables {

  @Override
  public OpenTable open(TableReference table, Job job) {
    List<Connection> all = workspace.connections();
    Optional<Connection> named =
        table
            .connection()
            .flatMap(name -> all.stream().filter(c -> c.name().equals(name)).findFirst());
    if (named.isPresent()) {
      return open(named.get(), table, job);
    }
    ProblemException first = null;
    for (Connection connection : all) {
      job.check();
      try {
        return open(connection, table, job);
      } catch (ProblemException e) {
        first = first == null || absent(first) ? e : first;
      }
    }
    throw none(table, first);
  }

  private OpenTable open(Connection connection, TableReference table, Job job) {
    return workspace.open(connection.id(), table.name(), table.asOf(), job);
  }

  /** Whether a provider has no such table; anything else is worth telling. */
  private static boolean absent(ProblemException e) {
    return e.problem().code() == ProblemCode.SERVER_NOT_FOUND
        || e.problem().code() == ProblemCode.SERVER_FORBIDDEN;
  }

  private static ProblemException none(TableReference table, @Nullable ProblemException first) {
    if (first != null && !absent(first)) {
      return first;
    }
    return new Problem(
            ProblemCode.SERVER_NOT_FOUND,
            "None of your connections has the table " + table.name().text() + ".",
            table.connection().map(name -> "The dashboard has it of " + name + ".").orElse(""),
            "Add the connection that it is shared by, then refresh the dashboard.")
        .asException();
  }
}
