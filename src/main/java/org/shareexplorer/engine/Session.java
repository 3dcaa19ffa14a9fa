package org.shareexplorer.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBPreparedStatement;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.cache.FileKey;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.job.Progress;

/**
 * One question's own connection to the database. Cancelling the job ends the running query. Not
 * thread-safe.
 */
public final class Session implements AutoCloseable {

  private static final int ROWS_AT_ONCE = 1 << 14;

  private final DuckDBConnection connection;
  private final Job job;
  private Answers known;
  private int every = 1;
  private volatile @Nullable Step step;
  private volatile @Nullable DuckDBPreparedStatement running;

  /** What is being done: one of some parts of the whole. */
  private record Step(String doing, long done, long of) {}

  /**
   * @param connection to be closed with this session
   */
  public Session(DuckDBConnection connection, Job job) {
    this(connection, new Answers(), job);
  }

  /**
   * A session that need not look again at what others have seen.
   *
   * @param connection to be closed with this session
   * @param known what queries had in their only rows
   */
  Session(DuckDBConnection connection, Answers known, Job job) {
    this.connection = connection;
    this.known = known;
    this.job = job;
  }

  /** Has relations consist of one of so many rows only. */
  void sample(int rows) {
    every = rows;
  }

  /** {@return one of how many rows counts; 1 if all do} */
  int every() {
    return every;
  }

  /** Makes a value of one row of a result. */
  @FunctionalInterface
  public interface Row<T> {
    /** {@return what is made of the row that the result is at} */
    T read(ResultSet row) throws SQLException;
  }

  /**
   * Runs a query.
   *
   * @return what was made of its rows, in their order
   * @throws CancellationException if the job was cancelled
   */
  public <T> List<T> rows(String sql, Row<T> reader) throws SQLException {
    job.check();
    try (Statement statement = connection.createStatement();
        Job.Hold _ = watched(statement);
        ResultSet result = statement.executeQuery(sql)) {
      List<T> rows = new ArrayList<>();
      while (result.next()) {
        if (rows.size() % ROWS_AT_ONCE == 0) {
          job.check();
        }
        rows.add(reader.read(result));
      }
      return rows;
    } finally {
      job.check();
    }
  }

  /** Takes one row of a result. */
  @FunctionalInterface
  interface Taking {
    void take(ResultSet row) throws SQLException;
  }

  /**
   * Runs a query of many rows, of which none is kept.
   *
   * @throws CancellationException if the job was cancelled
   */
  void each(String sql, Taking taking) throws SQLException {
    job.check();
    try (Statement statement = connection.createStatement();
        Job.Hold _ = watched(statement);
        ResultSet result = statement.executeQuery(sql)) {
      for (long row = 0; result.next(); row++) {
        if (row % ROWS_AT_ONCE == 0) {
          job.check();
        }
        taking.take(result);
      }
    } finally {
      job.check();
    }
  }

  /** Runs a statement that has no rows. */
  public void run(String sql) throws SQLException {
    job.check();
    try (Statement statement = connection.createStatement();
        Job.Hold _ = watched(statement)) {
      statement.execute(sql);
    } finally {
      job.check();
    }
  }

  /** Puts rows into a table. */
  @FunctionalInterface
  interface Filling {
    void rows(DuckDBAppender into) throws SQLException;
  }

  /** Fills a table that this session made for itself. */
  void fill(String table, Filling filling) throws SQLException {
    job.check();
    // Other sessions' tables have the same name, and other rows.
    known = new Answers();
    try (DuckDBAppender into = connection.createAppender("temp", "main", table)) {
      filling.rows(into);
    }
  }

  /**
   * Ends what takes its time without a query.
   *
   * @throws CancellationException if the job was cancelled
   */
  void check() {
    job.check();
  }

  /** Runs a query that has exactly one row. */
  public <T> T row(String sql, Row<T> reader) throws SQLException {
    return rows(sql, reader).getFirst();
  }

  /**
   * Does the same, but once only for each query. It must be about nothing but local files: what is
   * in those is told by their names.
   */
  <T> T known(String sql, Row<T> reader) throws SQLException {
    String key = FileKey.digest(sql);
    T row = known.<T>get(key).orElse(null);
    if (row == null) {
      row = row(sql, reader);
      known.put(key, row);
    }
    return row;
  }

  /** Begins a part, and tells the job how many of a number of them are done. */
  void progress(String doing, long done, long of) {
    step = new Step(doing, done, of);
    job.progress(Progress.of(doing, done, of));
  }

  /** Tells the job how far the running query is, in the part begun last. For any thread. */
  void progress() {
    DuckDBPreparedStatement now = running;
    Step part = step;
    if (now != null && part != null) {
      try {
        double share = now.getQueryProgress().getPercentage() / 100;
        if (share > 0) {
          double fraction = (part.done + Math.min(share, 1)) / part.of;
          job.progress(new Progress(part.doing, Math.min(fraction, 1)));
        }
      } catch (SQLException e) {
        // It has ended meanwhile.
      }
    }
  }

  private Job.Hold watched(Statement statement) throws SQLException {
    running = statement.unwrap(DuckDBPreparedStatement.class);
    // The database forgets what it is told between planning and running a query.
    Job.Hold cancelling = Jobs.insisting(job, () -> cancel(statement));
    return () -> {
      running = null;
      cancelling.close();
    };
  }

  private static void cancel(Statement statement) {
    try {
      statement.cancel();
    } catch (SQLException e) {
      // The statement has ended by itself: there is nothing left to cancel.
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
