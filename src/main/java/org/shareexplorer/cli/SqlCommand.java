package org.shareexplorer.cli;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.shareexplorer.engine.sql.SqlCheck;
import org.shareexplorer.engine.sql.SqlQueries;
import org.shareexplorer.engine.sql.SqlResult;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Progress;
import org.shareexplorer.table.Field;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Answers a query. */
@Command(
    name = "sql",
    description = {
      "Answers a query in SQL (DuckDB's) over a provider's tables, fetching only the columns that it needs, and of files and row groups only those that its conditions leave.",
      "A table is named share.schema.table, or by its last parts where those are enough; its connection's name may stand before. Queries read and change nothing; they cannot reach files, the network or settings."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  share-explorer sql \"SELECT country, count(*) AS customers FROM customers GROUP BY ALL ORDER BY 2 DESC\" --demo",
      "  share-explorer sql \"SELECT c.customer_segment, sum(s.total_amount) AS revenue FROM sales_transactions s JOIN customers c USING (customer_id) GROUP BY ALL\" --demo --json",
      "  share-explorer sql --file revenue.sql --connection Acme --also other.share --out - | head"
    })
final class SqlCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private final QueryText text = new QueryText();
  @Mixin private final Access access = new Access();
  @Mixin private final Reporting reporting = new Reporting();
  @Mixin private final ResultOptions result = new ResultOptions();

  @Option(
      names = "--also",
      paramLabel = "CONNECTION",
      description =
          "Another connection that the window remembers, or another credential file, whose tables the query may name as well; may be given several times.")
  private List<String> also = List.of();

  @Option(names = "--json", description = "Print JSON: the columns, and an object per row.")
  private boolean json;

  SqlCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    String query = text.of(session.terminal());
    Optional<RowsDestination> destination = result.destination();
    int limit = result.limit();
    return session.ask(
        access,
        reporting,
        (provider, job) -> {
          try (ProviderTables tables =
                  ProviderTables.of(
                      provider, also, named -> access.also(named, session.sources().get(), job));
              SqlQueries queries = SqlQueries.alone(session.jobs())) {
            job.progress(Progress.of("Looking at the query"));
            answer(query, queries, tables, destination, limit, job);
          }
        });
  }

  private void answer(
      String query,
      SqlQueries queries,
      ProviderTables tables,
      Optional<RowsDestination> destination,
      int limit,
      Job job) {
    switch (queries.check(query, tables, job)) {
      case SqlCheck.Faulty fault -> {
        pointAt(query, fault);
        throw fault.problem().asException();
      }
      case SqlCheck.Ready ready -> {
        OptionalLong most =
            destination.isPresent() ? OptionalLong.empty() : OptionalLong.of(limit + 1L);
        try (SqlResult answer = queries.run(ready.query(), most, job)) {
          if (destination.isPresent()) {
            ResultOptions.write(session, destination.get(), answer.table(), job);
          } else {
            print(answer, limit, job);
          }
        }
      }
    }
  }

  private void print(SqlResult answer, int limit, Job job) {
    List<String> columns = answer.query().columns().stream().map(Field::name).toList();
    PrintedRows rows =
        new PrintedRows(
            session.terminal(),
            answer.table().rowsAs(0, limit, columns, UnaryOperator.identity(), job));
    if (json) {
      rows.json(OptionalLong.empty());
    } else {
      rows.text(answer.rows() > limit ? OptionalLong.empty() : OptionalLong.of(answer.rows()));
      if (answer.rows() > limit) {
        session.terminal().print("There are more rows; --limit says how many are wanted.");
      }
    }
  }

  /** Shows the line of the query that a fault is in, and where in it. */
  private void pointAt(String query, SqlCheck.Faulty fault) {
    if (fault.to() == fault.from()) {
      return;
    }
    int start = query.lastIndexOf('\n', Math.max(0, fault.from() - 1)) + 1;
    int end = query.indexOf('\n', fault.from());
    String line = query.substring(start, end < 0 ? query.length() : end);
    session.terminal().say(line);
    int length = Math.max(1, Math.min(fault.to(), start + line.length()) - fault.from());
    session.terminal().say(" ".repeat(fault.from() - start) + "^".repeat(length));
  }
}
