package org.shareexplorer.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.shareexplorer.conformance.ConformanceTest.Form;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.Questions;
import org.shareexplorer.engine.RowPage;
import org.shareexplorer.engine.TableEngine;
import org.shareexplorer.engine.sql.SqlCatalog;
import org.shareexplorer.engine.sql.SqlCheck;
import org.shareexplorer.engine.sql.SqlQueries;
import org.shareexplorer.engine.sql.SqlResult;
import org.shareexplorer.engine.sql.SqlTable;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.net.Http;
import org.shareexplorer.net.HttpRanges;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.profile.ProfileReader;
import org.shareexplorer.protocol.AsOf;
import org.shareexplorer.protocol.SharingClients;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.table.Field;

/** Every cell of every table, through a query and its result's file. */
class SqlConformanceTest {

  private static final Jobs JOBS = new Jobs();
  private static final Http HTTP = new Http();
  private static final Questions QUESTIONS = new Questions(JOBS);
  private static final SqlQueries QUERIES = new SqlQueries(JOBS, QUESTIONS);

  @TempDir static Path folder;

  private final Job job = Job.unattended();

  @AfterAll
  static void close() {
    QUERIES.close();
    QUESTIONS.close();
    HTTP.close();
    JOBS.close();
  }

  /**
   * Left out are files that hold other values than the table says, times of an unknown zone, and
   * lists of an old layout, which are all refused by name; and times of billionths of a second
   * before 1970, which the database cuts towards 1970.
   */
  private static final Set<String> LEFT_OUT =
      Set.of("java_other_types", "legacy_calendar_zone", "java_layouts", "java_types");

  static Stream<Form> forms() throws IOException {
    return ConformanceTest.forms()
        .filter(Form::delta)
        .filter(form -> !LEFT_OUT.contains(form.table()))
        .filter(form -> !form.table().contains("variant"));
  }

  private OpenTable opened(DeltaFolderServer server, Form form) {
    return new TableEngine(JOBS, new HttpRanges(HTTP), folder, 1 << 30, QUESTIONS)
        .open(
            new SharingClients(HTTP, Clock.systemUTC())
                .of(ProfileReader.parse(server.profileJson(), "conformance")),
            new TableName("conformance", form.delta() ? "delta" : "parquet", form.table()),
            AsOf.LATEST,
            job);
  }

  private static SqlCatalog catalog(OpenTable open) {
    SqlTable table = new SqlTable("Here", open.snapshot().name());
    return new SqlCatalog() {
      @Override
      public List<SqlTable> tables(Job job) {
        return List.of(table);
      }

      @Override
      public OpenTable open(SqlTable wanted, Job job) {
        return open;
      }
    };
  }

  @ParameterizedTest
  @MethodSource("forms")
  void everyCellComesThroughAQuery(Form form) throws IOException {
    try (DeltaFolderServer server = new DeltaFolderServer(form.folder(), form.delta())) {
      OpenTable open = opened(server, form);
      SqlCheck check = QUERIES.check("SELECT * FROM \"" + form.table() + "\"", catalog(open), job);
      assertThat(check).isInstanceOf(SqlCheck.Ready.class);
      try (SqlResult result = QUERIES.run(((SqlCheck.Ready) check).query(), job)) {
        TrueTable truth = form.truth();
        List<Field> fields = open.snapshot().fields();
        OpenTable table = result.table();
        assertThat(table.snapshot().fields()).extracting(Field::name).isEqualTo(truth.columns());
        List<String> rows = new ArrayList<>();
        for (boolean end = false; !end; ) {
          RowPage page = table.rows(rows.size(), 700, truth.columns(), job);
          page.rows().forEach(row -> rows.add(TrueTable.row(row, fields).toString()));
          end = page.end();
        }
        assertThat(rows.stream().map(row -> ConformanceTest.unpadded(form, row)).sorted().toList())
            .isEqualTo(
                truth.rows().stream()
                    .map(row -> ConformanceTest.unpadded(form, row.toString()))
                    .sorted()
                    .toList());
        assertThat(table.rowCount()).hasValue(truth.rows().size());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"java_layouts, tup", "java_other_types, number"})
  void whatTheDatabaseWouldMisreadIsRefusedByName(String table, String column) throws IOException {
    Form form = new Form(table, true);
    try (DeltaFolderServer server = new DeltaFolderServer(form.folder(), form.delta())) {
      SqlCheck check = QUERIES.check("SELECT * FROM " + table, catalog(opened(server, form)), job);
      assertThatThrownBy(() -> QUERIES.run(((SqlCheck.Ready) check).query(), job))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("The column " + column + " cannot be computed with.");
    }
  }

  @Test
  void variantsAreRefusedByName() throws IOException {
    Form form = new Form("variant", true);
    try (DeltaFolderServer server = new DeltaFolderServer(form.folder(), form.delta())) {
      OpenTable open = opened(server, form);
      SqlCheck check = QUERIES.check("SELECT * FROM variant", catalog(open), job);
      assertThat(check).isInstanceOf(SqlCheck.Faulty.class);
      assertThat(((SqlCheck.Faulty) check).problem().sentence()).contains("of type variant");
      assertThat(QUERIES.check("SELECT count(*) FROM variant", catalog(open), job))
          .isInstanceOf(SqlCheck.Ready.class);
    }
  }
}
