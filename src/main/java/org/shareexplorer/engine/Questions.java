package org.shareexplorer.engine;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.job.Progress;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.table.Field;

/**
 * Answers questions over local Parquet files with an embedded DuckDB, which is opened at the first
 * question. Thread-safe.
 */
public final class Questions implements AutoCloseable {

  /** What the database needs beside that, as it does not count all, fits a gigabyte too. */
  private static final String MEMORY = "950MB";

  /** What each connection is told for itself, so that queries say how far they are. */
  private static final List<String> TOLD =
      List.of("enable_progress_bar", "enable_progress_bar_print");

  private static final String PROGRESS =
      "SET enable_progress_bar = true; SET enable_progress_bar_print = false";

  private static final long LOOK_NANOS = 50_000_000;

  private final Jobs jobs;
  private final String memory;
  private final Answers answers = new Answers();

  /** What shares the database's memory now, whether or not anybody still waits for it. */
  private final Set<Object> running = ConcurrentHashMap.newKeySet();

  private @Nullable DuckDBConnection database;
  private @Nullable SpillFolder spill;
  private boolean closed;

  /**
   * @param jobs whose computing threads the queries run on
   */
  public Questions(Jobs jobs) {
    this(jobs, MEMORY);
  }

  /**
   * @param memory how much memory the database may use, such as {@code 1GB}
   */
  Questions(Jobs jobs, String memory) {
    this.jobs = jobs;
    this.memory = memory;
  }

  /**
   * Answers a question over all rows of some files. Blocks; must not be called on a computing
   * thread, whose turn the query needs.
   *
   * @param fields the table's columns
   * @param files hold at least those columns that the question is about, as far as the data file
   *     they were made of has them: a column that is missing from a file, and from its partition
   *     values, is null in its rows
   * @throws ProblemException with code {@code QUESTION} if the question does not fit the columns,
   *     {@code TOO_LARGE} if memory does not suffice, {@code FILE_DAMAGED} if a file cannot be read
   *     as what the table says it is
   */
  @SuppressWarnings("unchecked") // Each question names the type of its answer.
  public <A> A ask(Question<A> question, List<Field> fields, List<LocalFile> files, Job job) {
    Answering<?> answering = answering(question, new Columns(fields));
    return (A)
        over(
            files,
            (session, local) -> {
              session.progress("Computing", 0, 1);
              return answering.over(session, local);
            },
            job);
  }

  /** {@return what was answered, for whoever can tell whether it is asked again} */
  Answers answers() {
    return answers;
  }

  /** Computes a column's profile from some of its values. Blocks as {@link #ask} does. */
  ColumnProfile profile(Field column, Sampling.Sample sample, Job job) {
    SampleAnswer answer = new SampleAnswer(column, sample);
    return over(List.of(), (session, _) -> answer.over(session), job);
  }

  /**
   * {@return how a question is answered}
   *
   * @throws ProblemException with code {@code QUESTION} if it does not fit the columns
   */
  static Answering<?> answering(Question<?> question, Columns columns) {
    return switch (question) {
      case HistogramQuestion q -> new HistogramAnswer(q, columns)::over;
      case BoxPlotQuestion q -> new BoxPlotAnswer(q, columns)::over;
      case TimeSeriesQuestion q -> new TimeSeriesAnswer(q, columns)::over;
      case GroupedQuestion q -> new GroupedAnswer(q, columns)::over;
      case PairsQuestion q -> new PairsAnswer(q, columns)::over;
      case CorrelationQuestion q -> new CorrelationAnswer(q, columns)::over;
      case SummaryQuestion q -> new SummaryAnswer(q, columns)::over;
      case MomentsQuestion q -> new MomentsAnswer(q, columns)::over;
      case ProfileQuestion q -> new ProfileAnswer(q, columns)::over;
      case SampledQuestion<?> q -> {
        Answering<?> all = answering(q.question(), columns);
        yield (session, files) -> {
          session.sample(q.every());
          return all.over(session, files);
        };
      }
      case GlimpseQuestion<?> q -> answering(q.question(), columns);
      case ProviderQuestion _ ->
          throw new IllegalArgumentException("files do not tell what their provider says");
    };
  }

  /** How an answer comes about, its question having been checked. */
  @FunctionalInterface
  interface Answering<A> {
    A over(Session session, List<LocalFile> files) throws SQLException;
  }

  /**
   * Answers what is no question of anybody but the engine itself; blocks as {@link #ask} does.
   *
   * @throws ProblemException as {@link #ask} does
   */
  <A> A over(List<LocalFile> files, Answering<A> answering, Job job) {
    Set<Object> others = Set.copyOf(running);
    try {
      return once(files, answering, job);
    } catch (ProblemException e) {
      others = others.isEmpty() ? Set.copyOf(running) : others;
      if (e.problem().code() != ProblemCode.TOO_LARGE || others.isEmpty()) {
        throw e;
      }
      // They share the memory, also those that were cancelled and have not ended yet.
      awaitEnd(others, job);
      return once(files, answering, job);
    }
  }

  private void awaitEnd(Set<Object> others, Job job) {
    while (!Collections.disjoint(running, others)) {
      job.check();
      job.progress(Progress.of("Waiting for memory that other questions use"));
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  private <A> A once(List<LocalFile> files, Answering<A> answering, Job job) {
    AtomicReference<@Nullable Session> asking = new AtomicReference<>();
    return jobs.computeWithin(
        job,
        within -> {
          Object me = new Object();
          running.add(me);
          try (Session session = new Session(connection(), answers, within)) {
            asking.set(session);
            return answering.over(session, files);
          } catch (SQLException e) {
            within.check();
            throw SqlFailure.problem(e).asException(e);
          } finally {
            running.remove(me);
          }
        },
        () -> {
          Session session = asking.get();
          if (session != null) {
            session.progress();
          } else if (jobs.ending() > 0) {
            job.progress(Progress.of("Waiting for cancelled work to end"));
          }
        });
  }

  private synchronized DuckDBConnection connection() throws SQLException {
    if (closed) {
      throw new Problem(
              ProblemCode.QUESTION, "The question was not answered.", "The engine is closed.", "")
          .asException();
    }
    if (database == null) {
      database = open();
    }
    DuckDBConnection connection = database.duplicate().unwrap(DuckDBConnection.class);
    try (var statement = connection.createStatement()) {
      statement.execute(PROGRESS);
    }
    return connection;
  }

  private DuckDBConnection open() throws SQLException {
    Properties settings = new Properties();
    settings.setProperty("memory_limit", memory);
    settings.setProperty("threads", Integer.toString(Runtime.getRuntime().availableProcessors()));
    settings.setProperty("temp_directory", spillFolder().toString());
    settings.setProperty("max_temp_directory_size", SpillFolder.most() + "B");
    // Numbers of two bytes are counted in an array.
    settings.setProperty("perfect_ht_threshold", "17");
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    settings.setProperty("allow_community_extensions", "false");
    DuckDBConnection opened =
        DriverManager.getConnection("jdbc:duckdb:", settings).unwrap(DuckDBConnection.class);
    try (var statement = opened.createStatement()) {
      // Instants and local times are converted into each other as UTC, whatever this computer's
      // zone.
      statement.execute("SET GLOBAL TimeZone = 'UTC'");
      statement.execute("SET allowed_configs = %s".formatted(SqlText.list(TOLD)));
      statement.execute("SET lock_configuration = true");
    }
    return opened;
  }

  /** {@return a folder for temporary files, which are deleted when this is closed} */
  synchronized Path spillFolder() {
    if (spill == null) {
      spill = SpillFolder.make();
    }
    return spill.path();
  }

  /** Closes the database and removes its temporary files. */
  @Override
  public synchronized void close() {
    closed = true;
    try {
      if (database != null) {
        database.close();
      }
    } catch (SQLException e) {
      throw SqlFailure.problem(e).asException(e);
    } finally {
      database = null;
      removeSpill();
    }
  }

  private void removeSpill() {
    if (spill != null) {
      spill.delete();
      spill = null;
    }
  }
}
