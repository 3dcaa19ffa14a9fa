package org.shareexplorer.dashboard;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.View;
import org.shareexplorer.engine.sql.SqlCatalog;
import org.shareexplorer.engine.sql.SqlCheck;
import org.shareexplorer.engine.sql.SqlQueries;
import org.shareexplorer.engine.sql.SqlQuery;
import org.shareexplorer.engine.sql.SqlResult;
import org.shareexplorer.engine.sql.SqlTable;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.job.Progress;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.table.filter.FilterParser;

/**
 * Asks for what a dashboard's tiles show, all of the same versions of its tables: each table is
 * opened once, each source of rows found once, each content asked for once, however many tiles want
 * them and at the same time. A run knows nothing of the tiles' order or titles, so it can go on
 * while a person changes these. Thread-safe.
 */
public final class DashboardRun implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(DashboardRun.class.getName());
  private static final String HERE = "dashboard";
  private static final int AT_A_TIME = 4;

  private final Map<String, TableReference> tables;
  private final DashboardTables opening;
  private final SqlQueries queries;
  private final ZoneId zone;

  private final AskedOnce<String, OpenTable> opened = new AskedOnce<>();
  private final AskedOnce<Source, Rows> sources = new AskedOnce<>();
  private final AskedOnce<Content, TileAnswer> answers = new AskedOnce<>();

  private final List<SqlResult> results = new ArrayList<>();
  private boolean closed;

  /** The rows of a source. */
  private record Rows(OpenTable table, List<UsedTable> of) {}

  /**
   * @param tables the dashboard's tables, by its names for them
   * @param opening where they are
   * @param queries runs queries over them
   * @param zone where days of instants begin
   */
  public DashboardRun(
      Map<String, TableReference> tables,
      DashboardTables opening,
      SqlQueries queries,
      ZoneId zone) {
    this.tables = Map.copyOf(tables);
    this.opening = opening;
    this.queries = queries;
    this.zone = zone;
  }

  /**
   * {@return what a tile shows} Blocks; not to be called on a computing thread.
   *
   * @throws org.shareexplorer.problem.ProblemException if its table or a column is not there, or
   *     what it asks for cannot be had; other tiles are then none the worse
   */
  public TileAnswer answer(Content content, Job job) {
    return answers.of(content, within -> asked(content, within), job);
  }

  /**
   * {@return what came of each tile, in their order} Blocks; not to be called on a computing
   * thread.
   *
   * @param jobs asks for some of them at a time
   */
  public List<TileOutcome> all(List<Tile> tiles, Jobs jobs, Job job) {
    AtomicInteger done = new AtomicInteger();
    return jobs.forAll(
        job,
        tiles,
        AT_A_TIME,
        tile -> {
          TileOutcome outcome = outcome(tile.content(), job);
          job.progress(Progress.of("Asking for tiles", done.incrementAndGet(), tiles.size()));
          return outcome;
        });
  }

  private TileOutcome outcome(Content content, Job job) {
    try {
      return new TileOutcome.Answered(answer(content, job));
    } catch (CancellationException e) {
      throw e;
    } catch (RuntimeException e) {
      Problem problem = ProblemException.problemOf(e);
      if (problem.code() == ProblemCode.BUG) {
        LOG.log(System.Logger.Level.WARNING, problem.sentence(), e);
      }
      return new TileOutcome.Failed(problem);
    }
  }

  private TileAnswer asked(Content content, Job job) {
    return switch (content) {
      case TextContent(String text) -> new TileAnswer(new Shown.Said(text), "", false, List.of());
      case Content.OfRows of -> {
        Rows rows = sources.of(of.source(), within -> rows(of.source(), within), job);
        yield new TileAnswer(
            TileQuestions.ask(of, rows.table(), zone, job),
            of.source() instanceof Source.OfTable(String _, String filter) ? filter : "",
            of.source() instanceof Source.OfQuery,
            rows.of());
      }
    };
  }

  private Rows rows(Source source, Job job) {
    return switch (source) {
      case Source.OfTable(String alias, String filter) -> {
        OpenTable table = open(alias, job);
        List<UsedTable> used = List.of(used(alias, table));
        if (filter.isBlank()) {
          yield new Rows(table, used);
        }
        var condition = FilterParser.parse(filter, table.snapshot().fields());
        yield new Rows(table.viewed(new View(condition, List.of()), job), used);
      }
      case Source.OfQuery(String sql) -> queried(sql, job);
    };
  }

  private UsedTable used(String alias, OpenTable table) {
    TableReference reference = tables.get(alias);
    boolean pinned = reference != null && reference.version().isPresent();
    return new UsedTable(alias, table.snapshot().version(), pinned);
  }

  private OpenTable open(String alias, Job job) {
    TableReference reference = tables.get(alias);
    if (reference == null) {
      throw new Problem(
              ProblemCode.DASHBOARD_MALFORMED,
              "This tile is about a table called " + alias + ".",
              "The dashboard has no table of that name.",
              "Choose one of its tables: " + String.join(", ", tables.keySet()) + ".")
          .asException();
    }
    return opened.of(
        alias,
        within -> {
          within.progress(Progress.of("Opening " + alias));
          return opening.open(reference, within);
        },
        job);
  }

  private Rows queried(String sql, Job job) {
    SqlQuery query =
        switch (queries.check(sql, new Catalog(), job)) {
          case SqlCheck.Ready(SqlQuery ready) -> ready;
          case SqlCheck.Faulty fault -> throw fault.problem().asException();
        };
    SqlResult result = queries.run(query, job);
    synchronized (results) {
      if (!closed) {
        results.add(result);
        return new Rows(
            result.table(),
            query.inputs().stream()
                .map(input -> used(input.table().name().table(), input.open()))
                .distinct()
                .toList());
      }
    }
    result.close();
    throw new CancellationException();
  }

  /** The dashboard's tables as queries name them: by its own names, within their schemas. */
  private final class Catalog implements SqlCatalog {

    @Override
    public List<SqlTable> tables(Job job) {
      return tables.entrySet().stream()
          .map(table -> {
            TableReference at = table.getValue();
            return new SqlTable(
                at.connection().orElse(HERE),
                new TableName(at.name().share(), at.name().schema(), table.getKey()));
          })
          .toList();
    }

    @Override
    public OpenTable open(SqlTable table, Job job) {
      return DashboardRun.this.open(table.name().table(), job);
    }
  }

  /** Deletes the results of queries; what is still asked for ends without an answer. */
  @Override
  public void close() {
    synchronized (results) {
      closed = true;
      results.forEach(SqlResult::close);
      results.clear();
    }
  }
}
