package org.shareexplorer.dashboard.retail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.shareexplorer.dashboard.TableReference;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Progress;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.protocol.ListedTable;
import org.shareexplorer.protocol.Share;
import org.shareexplorer.protocol.SharingClient;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.table.SchemaJson;

/**
 * Looks for tables of customers and sales among those that a recipient is given. It asks for tables
 * and their columns, and for no data.
 */
public final class RetailSearch {

  /** Each table is a request: with more of them, a person names the tables sooner. */
  private static final int MOST = 40;

  private RetailSearch() {}

  /**
   * {@return tables that may be those of customers and sales; all that were looked at, if they are
   * not among them} The likeliest by name are looked at first, and no others if they will do.
   * Blocks.
   *
   * @param connection what people call the connection; empty if tables are to be found again in
   *     whichever has them
   * @throws ProblemException if the tables cannot be listed, or none of them be looked at
   */
  public static List<Candidate> candidates(
      SharingClient client, Optional<String> connection, Job job) {
    List<TableName> names = names(client, job);
    List<Candidate> found = new ArrayList<>();
    ProblemException failure = null;
    for (TableName name : names.subList(0, Math.min(MOST, names.size()))) {
      if (score(name) == 0 && complete(found)) {
        break;
      }
      job.progress(Progress.of("Looking at the columns of " + name.table()));
      try {
        found.add(candidate(client, connection, name, job));
      } catch (ProblemException e) {
        // A table that cannot be read is none for a dashboard; the others may be.
        failure = e;
      }
    }
    if (found.isEmpty() && failure != null) {
      throw failure;
    }
    return found;
  }

  /** {@return a table with its columns; blocks} */
  public static Candidate candidate(
      SharingClient client, Optional<String> connection, TableName name, Job job) {
    return new Candidate(
        new TableReference(connection, name, OptionalLong.empty()),
        SchemaJson.parse(client.metadata(name, job).schemaString()));
  }

  private static List<TableName> names(SharingClient client, Job job) {
    List<TableName> names = new ArrayList<>();
    for (Share share : client.shares(job)) {
      client.allTables(share.name(), job).stream().map(ListedTable::name).forEach(names::add);
    }
    names.sort(Comparator.comparingInt(RetailSearch::score).reversed());
    return names;
  }

  private static int score(TableName name) {
    return Arrays.stream(Part.values()).mapToInt(part -> part.score(name.table())).max().orElse(0);
  }

  private static boolean complete(List<Candidate> found) {
    return Shape.of(found)
        .filter(shape -> shape.tables().keySet().equals(Set.of(Part.values())))
        .isPresent();
  }
}
