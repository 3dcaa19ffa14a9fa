package org.shareexplorer.engine.sql;

import java.sql.SQLException;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.Session;
import org.shareexplorer.job.Job;

/**
 * Reads the text of queries by a database without any data, which is started when it is first
 * asked. Thread-safe.
 */
final class SqlParser implements AutoCloseable {

  private final DatabaseWork work;
  private @Nullable DuckDBConnection database;

  SqlParser(DatabaseWork work) {
    this.work = work;
  }

  /**
   * {@return the tables that a text names, and where} Blocks.
   *
   * @throws FaultException if it is no query, or one that may not be run
   */
  List<Statement.Reference> references(String text, Job job) throws FaultException {
    Nesting.check(text);
    return Statement.references(text, asked(session -> Sandbox.parsed(session, text), job));
  }

  /** {@return the database's functions; blocks} */
  List<SqlFunction> functions(Job job) {
    return asked(SqlFunction::all, job);
  }

  /** Something asked of the database. */
  @FunctionalInterface
  private interface Asking<T> {
    T of(Session session) throws SQLException;
  }

  private <T> T asked(Asking<T> asking, Job job) {
    return work.compute(
        within -> {
          try (Session session = new Session(connection(), within)) {
            return asking.of(session);
          }
        },
        job);
  }

  private synchronized DuckDBConnection connection() throws SQLException {
    if (database == null) {
      database = Sandbox.parser();
    }
    return database.duplicate().unwrap(DuckDBConnection.class);
  }

  @Override
  public synchronized void close() {
    try {
      if (database != null) {
        database.close();
      }
    } catch (SQLException e) {
      throw DatabaseWords.whileRunning(e).asException(e);
    } finally {
      database = null;
    }
  }
}
