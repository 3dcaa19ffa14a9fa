package org.shareexplorer.engine.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.LocalFile;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.Questions;
import org.shareexplorer.engine.Relation;
import org.shareexplorer.engine.ResultTables;
import org.shareexplorer.engine.Session;
import org.shareexplorer.engine.SpillFolder;
import org.shareexplorer.engine.SqlText;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.job.Progress;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.Field;
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

  /** How many rows of a result are stored together: what is looked at is read so many at a time. */
  private static final int ROWS_TOGETHER = 20_480;

  private final Jobs jobs;
  private final ResultTables tables;
  private final String memory;
  private final long most;
  private final Semaphore turn = new Semaphore(1, true);
  private @Nullable SpillFolder spill;
  private @Nullable DuckDBConnection parser;
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
      List<Statement.Reference> references =
          Statement.references(text, parsing(session -> Sandbox.parsed(session, text), job));
      List<SqlTable> known = references.isEmpty() ? List.of() : catalog.tables(job);
      Naming.Named named = Naming.of(text, references, known);
      List<SqlQuery.Input> inputs = new ArrayList<>();
      for (Map.Entry<SqlTable, String> table : named.catalogs().entrySet()) {
        OpenTable open = catalog.open(table.getKey(), job).completed(job);
        inputs.add(
            new SqlQuery.Input(table.getKey(), table.getValue(), open, List.of(), Predicate.all()));
      }
      Object checked = within(sandbox -> planned(text, named, inputs, sandbox), job);
      if (checked instanceof FaultException fault) {
        throw fault;
      }
      return new SqlCheck.Ready((SqlQuery) checked);
    } catch (FaultException e) {
      return e.fault();
    }
  }

  /** A query, or what is wrong with it. */
  private static Object planned(
      String text, Naming.Named named, List<SqlQuery.Input> inputs, Sandbox sandbox)
      throws SQLException {
    for (int i = 0; i < inputs.size(); i++) {
      List<Field> fields = inputs.get(i).fields();
      List<String> columns = new ArrayList<>();
      for (int c = 0; c < fields.size(); c++) {
        columns.add("c" + c + " " + SqlText.whole(fields.get(c).type()));
      }
      sandbox
          .session()
          .run("CREATE TABLE " + Sandbox.stored("t" + i) + " (" + String.join(", ", columns) + ")");
      sandbox.view(inputs.get(i).catalog(), inputs.get(i).table(), fields, "t" + i);
    }
    String query = SqlTokens.bare(named.text());
    List<Map.Entry<String, String>> described;
    try {
      described = sandbox.described(query);
    } catch (SQLException e) {
      return fault(text, named, DatabaseWords.of(e));
    }
    Scans read = Scans.of(sandbox.plan(query, Scans.FOR_COLUMNS));
    Scans filtered = Scans.of(sandbox.plan(query, Scans.FOR_CONDITIONS));
    List<SqlQuery.Input> planned = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      SqlQuery.Input input = inputs.get(i);
      planned.add(
          new SqlQuery.Input(
              input.table(),
              input.catalog(),
              input.open(),
              read.columns(i),
              new PlanConditions(sandbox, input.fields()).any(filtered.conditions(i))));
    }
    for (SqlQuery.Input input : planned) {
      for (Field column : input.columns()) {
        if (unknown(column.type())) {
          return FaultException.of(
              text,
              "The column "
                  + column.name()
                  + " of "
                  + input.table().name().table()
                  + " is of type "
                  + column.type().text()
                  + ", which SQL cannot work with here.",
              "Leave it out: name the columns wanted, or write SELECT * EXCLUDE ("
                  + SqlTable.word(column.name())
                  + ").");
        }
      }
    }
    return new SqlQuery(text, query, List.copyOf(planned), ResultColumns.of(described));
  }

  private static FaultException fault(String text, Naming.Named named, DatabaseWords words) {
    if (words.from().isEmpty()) {
      return FaultException.of(text, words.why(), words.remedy());
    }
    Offsets offsets = new Offsets(named.text());
    int from = words.from().getAsInt() - Sandbox.DESCRIBE.length();
    return FaultException.at(
        text,
        named.original(offsets.character(from)),
        named.original(offsets.character(from + Math.max(1, words.length()))),
        words.why(),
        words.remedy());
  }

  private static boolean unknown(DataType type) {
    return switch (type) {
      case DataType.Struct(List<Field> fields) ->
          fields.stream().anyMatch(field -> unknown(field.type()));
      case DataType.Array(DataType element, boolean _) -> unknown(element);
      case DataType.MapOf(DataType key, DataType value, boolean _) ->
          unknown(key) || unknown(value);
      case DataType.Unknown _ -> true;
      default -> type == DataType.Simple.VARIANT;
    };
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
    Path folder = folder();
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
      long rows = written(file, within -> computed(query, limit, files, folder, within), job);
      return new SqlResult(
          query,
          tables.open(
              new TableName("SQL", "result", "result"), query.columns(), file, folder, rows),
          rows,
          size(file),
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

  private long computed(
      SqlQuery query, OptionalLong limit, List<List<LocalFile>> files, Path folder, Job job)
      throws SQLException {
    try (Sandbox sandbox = Sandbox.open(memory, folder, SpillFolder.most(), job)) {
      Path result = folder.resolve(RESULT);
      List<Path> reachable = new ArrayList<>(List.of(result));
      for (int i = 0; i < files.size(); i++) {
        SqlQuery.Input input = query.inputs().get(i);
        files.get(i).forEach(file -> reachable.add(file.path()));
        sandbox
            .session()
            .run(
                "CREATE VIEW "
                    + Sandbox.stored("t" + i)
                    + " AS "
                    + stored(sandbox.session(), input, files.get(i)));
        sandbox.view(input.catalog(), input.table(), input.fields(), "t" + i);
      }
      sandbox.seal(reachable);
      sandbox
          .session()
          .run(
              "COPY (%s%s) TO %s (FORMAT parquet, COMPRESSION snappy, ROW_GROUP_SIZE %d)"
                  .formatted(
                      ResultColumns.selected(query.named(), query.columns()),
                      limit.isPresent() ? " LIMIT " + limit.getAsLong() : "",
                      SqlText.text(result.toString()),
                      ROWS_TOGETHER));
      return sandbox
          .session()
          .row(
              "SELECT num_rows FROM parquet_file_metadata(" + SqlText.text(result.toString()) + ")",
              row -> row.getLong(1));
    }
  }

  /**
   * All columns of a table, so that * means what it means; those that were not fetched are an error
   * to read, never a wrong value.
   */
  private static String stored(Session session, SqlQuery.Input input, List<LocalFile> files)
      throws SQLException {
    List<Field> wanted = new ArrayList<>(input.columns());
    wanted.add(Relation.ROW_NUMBER);
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < input.fields().size(); i++) {
      int place = input.needed().indexOf(i);
      columns.add(
          place >= 0
              ? "r.c" + place + " AS c" + i
              : "CAST(CAST(CAST('not fetched ' || r.c%d AS TINYINT) AS VARCHAR) AS %s) AS c%d"
                  .formatted(
                      input.needed().size(), SqlText.whole(input.fields().get(i).type()), i));
    }
    return columns.stream()
        .collect(
            Collectors.joining(
                ", ", "SELECT ", " FROM " + Relation.over(session, files).whole(wanted) + " AS r"));
  }

  /** Nothing but the text is there yet, so it need not wait for its turn. */
  private <T> T within(Within<T> action, Job job) {
    return computing(
        within -> {
          try (Sandbox sandbox =
              Sandbox.open(MEMORY_TO_PLAN, spillFolder(), SpillFolder.most(), within)) {
            sandbox.cutOff(List.of());
            return action.with(sandbox);
          }
        },
        job);
  }

  /** What runs in a database. */
  @FunctionalInterface
  private interface Running<T> {
    T run(Job job) throws SQLException;
  }

  private <T> T computing(Running<T> running, Job job) {
    return jobs.computeWithin(
        job,
        within -> {
          try {
            return running.run(within);
          } catch (SQLException e) {
            job.check();
            throw DatabaseWords.whileRunning(e).asException(e);
          }
        });
  }

  /** Writes a result when it is its turn. */
  private long written(Path file, Running<Long> running, Job job) {
    await(job);
    try (GrowingResult growing = new GrowingResult(jobs, job, file, most)) {
      try {
        return computing(running, growing);
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

  private Path folder() {
    try {
      return Files.createTempDirectory(spillFolder(), "query-");
    } catch (IOException e) {
      throw disk().asException(e);
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw disk().asException(e);
    }
  }

  private static Problem disk() {
    return new Problem(
        ProblemCode.DISK,
        "The result could not be kept.",
        "The system's folder for temporary files is full or cannot be written.",
        "Free some space on this computer's disk, then try again.");
  }

  private synchronized Path spillFolder() {
    if (spill == null) {
      spill = SpillFolder.make();
    }
    return spill.path();
  }

  /** {@return the database's functions, for completion; blocks} */
  public List<SqlFunction> functions(Job job) {
    return parsing(SqlFunction::all, job);
  }

  /** Something done with the database that parses. */
  @FunctionalInterface
  private interface Parsing<T> {
    T with(Session session) throws SQLException;
  }

  private <T> T parsing(Parsing<T> action, Job job) {
    return computing(
        within -> {
          try (Session session = new Session(parser(), within)) {
            return action.with(session);
          }
        },
        job);
  }

  private synchronized DuckDBConnection parser() throws SQLException {
    if (parser == null) {
      parser = Sandbox.parser();
    }
    return parser.duplicate().unwrap(DuckDBConnection.class);
  }

  /** Removes all results. */
  @Override
  public synchronized void close() {
    try {
      if (parser != null) {
        parser.close();
      }
      if (owned != null) {
        owned.close();
      }
    } catch (SQLException e) {
      throw DatabaseWords.whileRunning(e).asException(e);
    } finally {
      parser = null;
      removeSpill();
    }
  }

  private synchronized void removeSpill() {
    if (spill != null) {
      spill.delete();
      spill = null;
    }
  }
}
