package org.shareexplorer.engine.sql;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.LocalFile;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.Questions;
import org.shareexplorer.engine.ResultTables;
import org.shareexplorer.engine.SpillFolder;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.job.Progress;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.table.filter.Predicate;

/**
 * Runs queries over tables. A query is bound against empty tables of the same columns first: its
 * plan tells which columns it needs and which rows it can do without. Only those are fetched, and a
 * sealed database of its own answers it. Thread-safe; queries take turns.
 */
public final class SqlQueries implements AutoCloseable {

  private static final String MEMORY = "1GB";
  private static final String RESULT = "result.parquet";
  private static final String MEMORY_TO_PLAN = "256MB";
  private static final long MOST = 8L << 30;

  private final Jobs jobs;
  private final ResultTables tables;
  private final String memory;
  private final long most;
  private final Semaphore turn = new Semaphore(1, true);
  private final DatabaseWork work;
  private final SqlParser parser;
  private final ResultFolders results = new ResultFolders();
  private @Nullable Questions owned;

  /** Queries by themselves. */
  public static SqlQueries alone(Jobs jobs) {
    Questions questions = new Questions(jobs);
    SqlQueries queries = new SqlQueries(jobs, questions);
    queries.owned = questions;
    return queries;
  }

  /**
   * @param questions answers questions about results
   */
  public SqlQueries(Jobs jobs, Questions questions) {
    this(jobs, questions, MEMORY, MOST);
  }

  /**
   * @param memory how much memory a query may use, such as {@code 1GB}
   * @param most how many bytes a result may have
   */
  SqlQueries(Jobs jobs, Questions questions, String memory, long most) {
    this.jobs = jobs;
    this.tables = new ResultTables(jobs, questions);
    work = new DatabaseWork(jobs);
    parser = new SqlParser(work);
    this.memory = memory;
    this.most = most;
  }

  /** Something done with a database of its own. */
  @FunctionalInterface
  private interface Within<T> {
    T with(Sandbox sandbox) throws SQLException;
  }

  /**
   * Looks at a query's text: what it is about, and whether it can be run. Opens the tables that it
   * names, but reads no data. Blocks; must not be called on a computing thread.
   *
   * @throws ProblemException if a table cannot be opened
   */
  public SqlCheck check(String text, SqlCatalog catalog, Job job) {
    try {
      List<Statement.Reference> references = parser.references(text, job);
      List<SqlTable> known = references.isEmpty() ? List.of() : catalog.tables(job);
      Naming.Named named = Naming.of(text, references, known, catalog.unlisted());
      List<SqlQuery.Input> inputs = new ArrayList<>();
      for (Map.Entry<SqlTable, String> table : named.catalogs().entrySet()) {
        OpenTable open = catalog.open(table.getKey(), job).completed(job);
        inputs.add(
            new SqlQuery.Input(table.getKey(), table.getValue(), open, List.of(), Predicate.all()));
      }
      Object checked = within(sandbox -> Planning.of(text, named, inputs, sandbox), job);
      if (checked instanceof FaultException fault) {
        throw fault;
      }
      return new SqlCheck.Ready((SqlQuery) checked);
    } catch (FaultException e) {
      return e.fault();
    }
  }

  /** Runs a query over all rows. */
  public SqlResult run(SqlQuery query, Job job) {
    return run(query, OptionalLong.empty(), job);
  }

  /**
   * Fetches what a query needs and runs it. Blocks; must not be called on a computing thread.
   *
   * @param limit how many rows are wanted at most
   * @throws ProblemException with code {@code TOO_LARGE} if memory does not suffice or the result
   *     is larger than is allowed, {@code QUESTION} if a value does not go with the query
   */
  public SqlResult run(SqlQuery query, OptionalLong limit, Job job) {
    Path folder = results.folder();
    try {
      return fetched(query, limit, new ArrayList<>(), folder, job);
    } catch (RuntimeException | Error e) {
      new SpillFolder(folder).delete();
      throw e;
    }
  }

  /** Has the files of one table after the other at hand. */
  private SqlResult fetched(
      SqlQuery query, OptionalLong limit, List<List<LocalFile>> files, Path folder, Job job) {
    if (files.size() == query.inputs().size()) {
      job.progress(Progress.of("Computing"));
      Path file = folder.resolve(RESULT);
      long rows =
          written(
              file,
              within -> ComputedResult.write(file, query, limit, files, folder, memory, within),
              job);
      return new SqlResult(
          query,
          tables.open(
              new TableName("SQL", "result", "result"), query.columns(), file, folder, rows),
          rows,
          ResultFolders.size(file),
          folder);
    }
    SqlQuery.Input input = query.inputs().get(files.size());
    return input
        .open()
        .fetched(
            input.names(),
            input.where(),
            local -> {
              List<List<LocalFile>> more = new ArrayList<>(files);
              more.add(local);
              return fetched(query, limit, more, folder, job);
            },
            job);
  }

  /** Nothing but the text is there yet, so it need not wait for its turn. */
  private <T> T within(Within<T> action, Job job) {
    return work.compute(
        within -> {
          try (Sandbox sandbox =
              Sandbox.open(MEMORY_TO_PLAN, results.path(), SpillFolder.most(), within)) {
            sandbox.cutOff(List.of());
            return action.with(sandbox);
          }
        },
        job);
  }

  /** Writes a result when it is its turn. */
  private long written(Path file, DatabaseWork.Running<Long> running, Job job) {
    await(job);
    try (GrowingResult growing = new GrowingResult(jobs, job, file, most)) {
      try {
        return work.compute(running, growing);
      } catch (CancellationException e) {
        throw growing.reason(e);
      }
    } finally {
      turn.release();
    }
  }

  private void await(Job job) {
    try {
      while (!turn.tryAcquire(50, TimeUnit.MILLISECONDS)) {
        job.progress(Progress.of("Waiting for the query before"));
        job.check();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
  }

  /**
   * {@return a query with the full names of its tables, in catalogs that are not mistaken} Opens no
   * table. Blocks.
   *
   * @param known the tables that it may be about
   * @throws ProblemException with code {@code QUESTION} if it is none, or names no such table
   */
  public NamedQuery named(String text, List<SqlTable> known, Job job) {
    try {
      Naming.Named named = Naming.of(text, parser.references(text, job), known, List.of());
      return new NamedQuery(
          SqlTokens.bare(named.text()),
          named.catalogs().entrySet().stream()
              .map(table -> new NamedQuery.Place(table.getKey(), table.getValue()))
              .toList());
    } catch (FaultException e) {
      throw e.fault().problem().asException();
    }
  }

  /**
   * {@return a query with other names for its tables, which still go by their own elsewhere in it}
   * Opens no table. Blocks.
   *
   * @param names the other name of each table that it may be about
   * @throws ProblemException with code {@code QUESTION} if it is none, or names no such table
   */
  public String renamed(String text, Map<SqlTable, String> names, Job job) {
    try {
      return Naming.renamed(text, parser.references(text, job), names);
    } catch (FaultException e) {
      throw e.fault().problem().asException();
    }
  }

  /** {@return the database's functions, for completion; blocks} */
  public List<SqlFunction> functions(Job job) {
    return parser.functions(job);
  }

  /** Removes all results. */
  @Override
  public void close() {
    try {
      parser.close();
      if (owned != null) {
        owned.close();
      }
    } finally {
      results.close();
    }
  }
}
