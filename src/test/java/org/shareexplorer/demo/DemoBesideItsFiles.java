package org.shareexplorer.demo;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.sql.SqlCheck;
import org.shareexplorer.engine.sql.SqlQueries;
import org.shareexplorer.engine.sql.SqlQuery;
import org.shareexplorer.engine.sql.SqlResult;
import org.shareexplorer.job.Job;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.workspace.OpenWorkspace;
import org.shareexplorer.workspace.WorkspaceTables;

/**
 * The demo share as the application reads it, beside what DuckDB by itself reads in the files on
 * disk. Served once for a class.
 */
abstract class DemoBesideItsFiles {

  static final TableName CUSTOMERS = new TableName("external_retail", "retail", "customers");
  static final TableName SALES = new TableName("external_retail", "retail", "sales_transactions");
  static final TableName ZONES = new TableName("city_mobility", "taxi", "zones");
  static final TableName TRIPS = new TableName("city_mobility", "taxi", "trips");

  @TempDir private static Path folder = Path.of("");

  private static @Nullable DemoWorld world;
  private static @Nullable OpenWorkspace workspace;
  private static @Nullable SqlQueries queries;
  private static @Nullable DeltaFiles files;

  @BeforeAll
  static void serve() throws Exception {
    world = new DemoWorld(folder, Clock.systemUTC());
    workspace = world.workspace();
    workspace.addDemo(Job.unattended());
    queries = SqlQueries.alone(world.jobs());
    files = new DeltaFiles();
    for (TableName table : List.of(CUSTOMERS, SALES, ZONES, TRIPS)) {
      files.view(
          table.table(),
          world.data().resolve(table.share()).resolve(table.schema()).resolve(table.table()));
    }
  }

  @AfterAll
  static void end() throws Exception {
    if (workspace != null && world != null && files != null && queries != null) {
      queries.close();
      workspace.close();
      world.close();
      files.close();
    }
  }

  static DemoWorld world() {
    return Objects.requireNonNull(world);
  }

  static OpenWorkspace workspace() {
    return Objects.requireNonNull(workspace);
  }

  /** The tables by their last names. */
  static DeltaFiles files() {
    return Objects.requireNonNull(files);
  }

  static SqlQueries queries() {
    return Objects.requireNonNull(queries);
  }

  static OpenTable open(TableName table) {
    return DemoWorld.open(workspace(), table, Job.unattended());
  }

  static SqlCheck check(String sql, Job job) {
    return queries().check(sql, new WorkspaceTables(workspace()), job);
  }

  static SqlQuery ready(String sql, Job job) {
    return switch (check(sql, job)) {
      case SqlCheck.Ready ready -> ready.query();
      case SqlCheck.Faulty fault -> throw new AssertionError(fault.problem().sentence());
    };
  }

  static SqlResult run(String sql, Job job) {
    return queries().run(ready(sql, job), job);
  }
}
