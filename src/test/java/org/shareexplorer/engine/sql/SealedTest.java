package org.shareexplorer.engine.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.Questions;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.job.Progress;
import org.shareexplorer.job.Running;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;

/** Attempts to get out. */
class SealedTest {

  private static final SqlCatalog NO_TABLES =
      new SqlCatalog() {
        @Override
        public List<SqlTable> tables(Job job) {
          return List.of();
        }

        @Override
        public OpenTable open(SqlTable table, Job job) {
          throw new IllegalArgumentException();
        }
      };

  @TempDir Path folder;

  private final Jobs jobs = new Jobs();
  private final Questions questions = new Questions(jobs);
  private final SqlQueries queries = new SqlQueries(jobs, questions, "100MB", 4 << 20);
  private final Job job = Job.unattended();

  @AfterEach
  void close() {
    queries.close();
    questions.close();
    jobs.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM read_csv_auto('/etc/passwd')",
        "SELECT * FROM read_text('/etc/passwd')",
        "SELECT * FROM read_blob('/etc/passwd')",
        "SELECT * FROM read_json('/etc/passwd')",
        "SELECT * FROM read_parquet('x.parquet')",
        "SELECT * FROM parquet_scan('x.parquet')",
        "SELECT * FROM parquet_metadata('x.parquet')",
        "SELECT * FROM parquet_schema('x.parquet')",
        "SELECT * FROM \"read_text\"('/etc/passwd')",
        "SELECT * FROM system.main.read_text('/etc/passwd')",
        "SELECT * FROM sniff_csv('/etc/passwd')",
        "SELECT * FROM glob('/etc/*')",
        "SELECT * FROM 'x.parquet'",
        "FROM '/etc/passwd'",
        "SELECT * FROM \"https://example.com/x.parquet\"",
        "SELECT * FROM 's3://bucket/x.parquet'",
        "SELECT (SELECT content FROM read_text('/etc/passwd'))",
        "SELECT 1 WHERE EXISTS (FROM read_text('/etc/passwd'))",
        "WITH x AS (SELECT * FROM read_text('/etc/passwd')) SELECT * FROM x",
        "WITH x AS MATERIALIZED (FROM glob('*')) FROM x",
        "SELECT 1 UNION ALL SELECT size FROM read_text('/etc/passwd')",
        "SELECT * FROM (VALUES (1)) t, LATERAL (SELECT * FROM read_text('/etc/passwd'))",
        "SELECT * FROM query('SELECT 1')",
        "SELECT * FROM query_table('x')",
        "SELECT * FROM json_execute_serialized_sql('{}')",
        "COPY (SELECT 1) TO '/tmp/out.csv'",
        "COPY x FROM '/etc/passwd'",
        "EXPORT DATABASE '/tmp/out'",
        "IMPORT DATABASE '/tmp/out'",
        "ATTACH '/tmp/out.db' AS out",
        "ATTACH ':memory:' AS out",
        "DETACH memory",
        "USE memory",
        "INSTALL httpfs",
        "LOAD httpfs",
        "FORCE INSTALL httpfs FROM 'http://example.com'",
        "SET enable_external_access = true",
        "SET memory_limit = '100GB'",
        "RESET memory_limit",
        "SET VARIABLE x = 1",
        "PRAGMA database_list",
        "PRAGMA enable_logging",
        "CALL pragma_version()",
        "CALL duckdb_settings()",
        "CREATE MACRO f() AS TABLE SELECT * FROM read_text('/etc/passwd')",
        "CREATE TABLE x AS SELECT 1",
        "CREATE TEMP VIEW x AS SELECT 1",
        "CREATE SECRET s (TYPE s3)",
        "INSERT INTO x VALUES (1)",
        "UPDATE x SET a = 1",
        "DELETE FROM x",
        "DROP TABLE x",
        "ALTER TABLE x ADD COLUMN a INT",
        "TRUNCATE x",
        "VACUUM",
        "CHECKPOINT",
        "ANALYZE",
        "BEGIN",
        "PREPARE p AS SELECT 1",
        "EXECUTE p",
        "EXPLAIN SELECT 1",
        "EXPLAIN ANALYZE SELECT 1",
        "DESCRIBE SELECT 1",
        "SUMMARIZE SELECT 1",
        "SHOW TABLES",
        "SHOW ALL TABLES",
        "FROM (DESCRIBE SELECT 1)",
        "FROM (SHOW ALL TABLES)",
        "WITH x AS (INSERT INTO y VALUES (1) RETURNING *) SELECT * FROM x",
        "WITH x AS (DELETE FROM y RETURNING *) SELECT * FROM x",
        "SELECT 1; SELECT 2",
        "SELECT 1; COPY (SELECT 1) TO '/tmp/out.csv'",
        "SELECT 1) TO '/tmp/out.csv'; SELECT (2",
        "SELECT getenv('HOME')",
        "SELECT current_setting('temp_directory')",
        "SELECT getvariable('x')",
        "SELECT current_catalog()",
        "SELECT current_transaction_id()",
        "SELECT current_query()",
        "SELECT write_log('x')",
        "SELECT nextval('x')",
        "SELECT pg_sleep(10)",
        "SELECT sleep_ms(10000)",
        "SELECT __internal_decompress_string('x')",
        "SELECT * FROM duckdb_settings()",
        "SELECT * FROM duckdb_secrets()",
        "SELECT * FROM duckdb_tables()",
        "SELECT * FROM duckdb_tables",
        "SELECT * FROM sqlite_master",
        "SELECT * FROM information_schema.tables",
        "SELECT * FROM pg_catalog.pg_class",
        "SELECT * FROM \"what is stored\".main.t0",
        "SELECT * FROM pragma_table_info('x')",
        "SELECT * FROM test_all_types()",
        "SELECT * FROM which_secret('x', 's3')",
        "SELECT * FROM duckdb_logs()",
        "CALL enable_logging()",
        "SELECT * FROM enable_profiling()",
        "SELECT * FROM checkpoint()",
        "SELECT * FROM duckdb_secrets(redact = false)",
        "SELECT * FROM read_duckdb('/tmp/x.db')",
        "SELECT * FROM arrow_scan(1, 2, 3)",
        "SELECT * FROM sqlite_scan('/tmp/x.db', 't')",
        "SELECT * FROM seq_scan('x')",
        "SELECT system.main.getenv('HOME')",
        "SELECT 'HOME'.getenv()",
        "SELECT \"current_setting\"('home_directory')",
        "SELECT list_transform(['HOME'], x -> getenv(x))",
        "SELECT list_aggregate(['HOME'], 'getenv')",
        "SELECT COLUMNS(c -> getenv(c) IS NOT NULL) FROM (SELECT 1 AS HOME)",
        "SELECT 1 LIMIT (SELECT count(*) FROM glob('/*'))",
        "SELECT 1 ORDER BY (SELECT count(*) FROM glob('/*'))",
        "SELECT 1 QUALIFY (SELECT count(*) FROM glob('/*')) > 0",
        "SELECT DISTINCT ON ((SELECT count(*) FROM glob('/*'))) 1",
        "SELECT count(*) FILTER ((SELECT count(*) FROM glob('/*')) > 0)",
        "SELECT sum(1) OVER (ORDER BY (SELECT count(*) FROM glob('/*')))",
        "SELECT * FROM range((SELECT count(*) FROM glob('/*')))",
        "SELECT * REPLACE ((SELECT min(file) FROM glob('/*')) AS a) FROM (SELECT 1 AS a)",
        "VALUES ((SELECT count(*) FROM glob('/*')))",
        "TABLE \"/etc/passwd\"",
        "PIVOT (FROM read_text('/etc/passwd')) ON filename",
        "FROM (UNPIVOT (FROM read_text('/etc/passwd')) ON size)",
        "WITH RECURSIVE t AS (SELECT 1 a UNION SELECT size FROM read_text('/etc/passwd')) FROM t",
        "FROM read_text('/etc/passwd') AS range",
        "SELECT/**/1;/**/COPY/**/(SELECT 1)/**/TO/**/'/tmp/x'",
        "SELECT 1\uff1bSELECT 2",
        "SELECT \uff0a FROM range(1)",
        "MERGE INTO x USING (SELECT 1) ON true WHEN MATCHED THEN DELETE",
        "COMMENT ON TABLE x IS 'y'",
        "CREATE TYPE x AS ENUM ('a')",
        "UPDATE EXTENSIONS",
        "SET file_search_path = '/etc'",
        "SET temp_directory = '/tmp'",
        "SET lock_configuration = false",
        "SELECT ?",
        "SELECT $name",
        "SELECT * FROM x AT (VERSION => 1)",
        "",
        ";",
        "-- nothing",
        "nonsense",
      })
  void isRefusedWithASentence(String text) {
    SqlCheck check = queries.check(text, NO_TABLES, job);
    assertThat(check).isInstanceOf(SqlCheck.Faulty.class);
    SqlCheck.Faulty fault = (SqlCheck.Faulty) check;
    assertThat(fault.problem().code()).isEqualTo(ProblemCode.QUESTION);
    assertThat(fault.problem().why()).endsWith(".").hasSizeGreaterThan(8);
    assertThat(fault.from()).isBetween(0, text.length());
    assertThat(fault.to()).isBetween(fault.from(), text.length());
  }

  /** The second wall: what would happen if the first one let something through. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM read_csv('%s')",
        "SELECT * FROM read_text('%s')",
        "SELECT * FROM read_blob('%s')",
        "SELECT * FROM glob('%s')",
        "SELECT * FROM '%s'",
        "SELECT * FROM 'https://example.com/x.parquet'",
        "COPY (SELECT 1) TO '%s'",
        "ATTACH '%s' AS out",
        "INSTALL httpfs",
        "LOAD httpfs",
        "LOAD '%s'",
        "SET enable_external_access = true",
        "SET allowed_paths = ['%s']",
        "SET allowed_directories = ['/']",
        "RESET lock_configuration",
        "SET memory_limit = '100GB'",
        "EXPORT DATABASE '%s'",
        "SELECT getenv('HOME')",
      })
  void theDatabaseItselfIsSealed(String sql) throws Exception {
    Path other = Files.writeString(folder.resolve("secret.csv"), "a\n1\n");
    try (Sandbox sandbox = Sandbox.open("64MB", folder, 1 << 20, job)) {
      sandbox.seal(List.of(folder.resolve("result.parquet")));
      assertThatThrownBy(() ->
              sandbox.session().rows(sql.replace("%s", other.toString()), row -> row.getString(1)))
          .isInstanceOf(SQLException.class);
    }
    assertThat(other).hasContent("a\n1\n");
  }

  @Test
  void whatIsHarmlessIsRun() {
    SqlCheck check =
        queries.check(
            """
            -- a comment ; with a semicolon
            WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r WHERE n < 4),
              s AS (SELECT n, n * n AS square FROM r)
            SELECT upper('a;b') AS "x;y", sum(square) AS total, list(n ORDER BY n) AS all_of_them
            FROM s, range(1), (VALUES (1)) v(a)
            ; /* end */ ;
            """,
            NO_TABLES,
            job);
    try (SqlResult result = queries.run(((SqlCheck.Ready) check).query(), job)) {
      assertThat(
              result
                  .table()
                  .rows(0, 10, List.of("x;y", "total", "all_of_them"), job)
                  .rows()
                  .getFirst())
          .containsExactly("A;B", new java.math.BigDecimal(30), List.of(1, 2, 3, 4));
    }
  }

  @Test
  void tooMuchForTheMemoryIsASentence() {
    SqlCheck check =
        queries.check(
            "SELECT list(a || b) FROM range(3000) x(a), range(3000) y(b)", NO_TABLES, job);
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> queries.run(((SqlCheck.Ready) check).query(), job))
        .satisfies(e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.TOO_LARGE));
  }

  @Test
  void aResultThatIsTooLargeIsASentence() {
    SqlCheck check =
        queries.check("SELECT hash(a) AS h FROM range(100000000) x(a)", NO_TABLES, job);
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> queries.run(((SqlCheck.Ready) check).query(), job))
        .satisfies(e -> {
          assertThat(e.problem().code()).isEqualTo(ProblemCode.TOO_LARGE);
          assertThat(e.problem().why()).contains("4 MB");
        });
  }

  @Test
  void aQueryEndsWhenItsJobIsCancelled() throws Exception {
    SqlCheck.Ready ready =
        (SqlCheck.Ready)
            queries.check(
                "SELECT count(*) FROM range(1000000000000) x(a) WHERE hash(a) = 3", NO_TABLES, job);
    CountDownLatch computing = new CountDownLatch(1);
    Running<SqlResult> running =
        jobs.start(own -> queries.run(ready.query(), new Watched(own, computing)));
    computing.await();
    Thread.sleep(100);
    running.cancel();
    assertThatThrownBy(running::join).isInstanceOf(CancellationException.class);
    // The next one gets its turn.
    SqlCheck.Ready next = (SqlCheck.Ready) queries.check("SELECT 1 AS one", NO_TABLES, job);
    try (SqlResult result = queries.run(next.query(), job)) {
      assertThat(result.rows()).isEqualTo(1);
    }
  }

  /** A job that tells when computing begins. */
  private record Watched(Job job, CountDownLatch computing) implements Job {
    @Override
    public void progress(Progress progress) {
      computing.countDown();
      job.progress(progress);
    }

    @Override
    public void countRequest() {
      job.countRequest();
    }

    @Override
    public void countBytes(long bytes) {
      job.countBytes(bytes);
    }

    @Override
    public org.shareexplorer.job.Cost cost() {
      return job.cost();
    }

    @Override
    public boolean cancelled() {
      return job.cancelled();
    }

    @Override
    public Hold onCancel(Runnable action) {
      return job.onCancel(action);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT format('{:>2000000000}', 1)",
        "SELECT format('a {0:*<20000} b', 1)",
        "SELECT '{:2000000000}'.format(1)",
        "SELECT format('{:>{}}', 1, 2000000000)",
        "SELECT format(repeat('{:>999}', 1000000), 1)",
        "SELECT printf('%2000000000d', 1)",
        "SELECT printf('%1$2000000000d', 1)",
        "SELECT printf('%.2000000000f', 1.0)",
        "SELECT printf('%*d', 2000000000, 1)",
        "SELECT main.printf('%-*d', 2000000000, 1)"
      })
  void textsAreNotFilledUpWithoutEnd(String sql) {
    assertThat(queries.check(sql, NO_TABLES, job))
        .isInstanceOfSatisfying(
            SqlCheck.Faulty.class,
            fault -> assertThat(fault.problem().why()).contains("written out"));
  }

  @Test
  void textsAreFormattedWithinReason() {
    String sql =
        "SELECT format('{:>5} of 2024, {{ }}: {:.2f}', 7, 2.5), printf('%03d%% in 2024 * 2', 5)";
    assertThat(queries.check(sql, NO_TABLES, job)).isInstanceOf(SqlCheck.Ready.class);
  }

  /** Without an end to it, the database's own stack would end, and the program with it. */
  @Test
  void partsWithinPartsAreRefusedBeforeTheyEndTheProgram() {
    String joined = "SELECT count(*) FROM range(1) t";
    for (int i = 0; i < 500; i++) {
      joined += " CROSS JOIN range(1) t" + i;
    }
    for (String sql :
        List.of(
            joined,
            "SELECT * FROM (".repeat(20_000) + "SELECT 1" + ")".repeat(20_000),
            "SELECT * FROM (".repeat(150) + "SELECT 1" + ")".repeat(150),
            "SELECT 1 WHERE EXISTS (".repeat(20_000) + "SELECT 1" + ")".repeat(20_000),
            "SELECT " + "(".repeat(200_000) + "1" + ")".repeat(200_000),
            "SELECT 1" + " + 1".repeat(5_000),
            "SELECT " + "NOT ".repeat(5_000) + "true")) {
      assertThat(queries.check(sql, NO_TABLES, job))
          .isInstanceOfSatisfying(
              SqlCheck.Faulty.class,
              fault ->
                  assertThat(fault.problem().sentence())
                      .contains("within each other")
                      .doesNotContain("SET "));
    }
    String within = "SELECT * FROM (".repeat(60) + "SELECT 1" + ")".repeat(60);
    assertThat(queries.check(within, NO_TABLES, job)).isInstanceOf(SqlCheck.Ready.class);
    String added = "SELECT ((1" + " + 1".repeat(400) + "))" + " UNION ALL SELECT 1".repeat(200);
    assertThat(queries.check(added, NO_TABLES, job)).isInstanceOf(SqlCheck.Ready.class);
  }
}
