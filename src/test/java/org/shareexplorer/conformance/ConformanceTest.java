package org.shareexplorer.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.Questions;
import org.shareexplorer.engine.RowPage;
import org.shareexplorer.engine.Summary;
import org.shareexplorer.engine.Summary.ColumnSummary;
import org.shareexplorer.engine.SummaryQuestion;
import org.shareexplorer.engine.TableEngine;
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

/** Every cell and every figure of every table, in each response format that can express it. */
class ConformanceTest {

  private static final Path ROOT = Path.of("src/test/resources/conformance");
  private static final Jobs JOBS = new Jobs();
  private static final Http HTTP = new Http();
  private static final Questions QUESTIONS = new Questions(JOBS);

  @TempDir static Path folder;
  private static @Nullable TableEngine engine;

  private final Job job = Job.unattended();

  /**
   * A table in one format.
   *
   * @param delta whether the response format is {@code delta}
   */
  record Form(String table, boolean delta) {

    @Override
    public String toString() {
      return table + " as " + (delta ? "delta" : "parquet");
    }

    DeltaFolder folder() throws IOException {
      return new DeltaFolder(ROOT.resolve("tables").resolve(table + ".zip"));
    }

    TrueTable truth() throws IOException {
      return TrueTable.of(ROOT.resolve("truth").resolve(table + ".jsonl"));
    }
  }

  @BeforeAll
  static void open() {
    engine = new TableEngine(JOBS, new HttpRanges(HTTP), folder, 1 << 30, QUESTIONS);
  }

  @AfterAll
  static void close() {
    if (engine != null) {
      engine.close();
    }
    HTTP.close();
    JOBS.close();
  }

  static Stream<Form> forms() throws IOException {
    List<Form> forms = new ArrayList<>();
    try (Stream<Path> zips = Files.list(ROOT.resolve("tables"))) {
      for (Path zip : zips.sorted().toList()) {
        Form form = new Form(zip.getFileName().toString().replace(".zip", ""), true);
        forms.add(form);
        if (DeltaFolderServer.plain(form.folder())) {
          forms.add(new Form(form.table(), false));
        }
      }
    }
    return forms.stream();
  }

  private OpenTable opened(DeltaFolderServer server, Form form) {
    if (engine == null) {
      throw new IllegalStateException();
    }
    return engine.open(
        new SharingClients(HTTP, Clock.systemUTC())
            .of(ProfileReader.parse(server.profileJson(), "conformance")),
        new TableName("conformance", form.delta() ? "delta" : "parquet", form.table()),
        AsOf.LATEST,
        job);
  }

  @ParameterizedTest
  @MethodSource("forms")
  void everyCellIsWhatTheOtherEngineSays(Form form) throws IOException {
    try (DeltaFolderServer server = new DeltaFolderServer(form.folder(), form.delta())) {
      compare(server, form);
    }
  }

  /** Twice, so that what was kept the first time is used. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void filesOfOneIdAreNotTakenForEachOther(boolean delta) throws IOException {
    Form form = new Form("partitions", delta);
    try (DeltaFolderServer server =
        new DeltaFolderServer(form.folder(), delta).callingAllFiles("123")) {
      compare(server, form);
      compare(server, form);
    }
  }

  private void compare(DeltaFolderServer server, Form form) throws IOException {
    OpenTable open = opened(server, form);
    TrueTable truth = form.truth();
    List<Field> fields = open.snapshot().fields();
    assertThat(fields).extracting(Field::name).isEqualTo(truth.columns());
    List<String> rows = new ArrayList<>();
    for (boolean end = false; !end; ) {
      RowPage page = open.rows(rows.size(), 700, truth.columns(), job);
      page.rows().forEach(row -> rows.add(TrueTable.row(row, fields).toString()));
      end = page.end();
    }
    assertThat(rows.stream().map(row -> unpadded(form, row)).sorted().toList())
        .isEqualTo(
            truth.rows().stream().map(row -> unpadded(form, row.toString())).sorted().toList());
    assertThat(open.rowCount()).hasValue(truth.rows().size());
  }

  static Stream<Form> readableForms() throws IOException {
    return forms()
        .filter(form -> !Set.of("java_other_types", "legacy_calendar_zone").contains(form.table()));
  }

  @Test
  void timesOfAnotherCalendarAndZoneAreNotComputedWithWrongly() throws IOException {
    Form form = new Form("legacy_calendar_zone", true);
    try (DeltaFolderServer server = new DeltaFolderServer(form.folder(), form.delta())) {
      OpenTable open = opened(server, form);
      assertThatThrownBy(() -> open.ask(new SummaryQuestion(List.of("at")), job))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("column at")
          .hasMessageContaining("times before 1900");
      Summary days = open.ask(new SummaryQuestion(List.of("day")), job);
      assertThat(days.columns().getFirst().min()).isEqualTo(LocalDate.of(1, 1, 1));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"number", "whole", "day"})
  void aColumnOfOtherValuesThanTheTableSaysIsNamedAndNotComputedWith(String column)
      throws IOException {
    Form form = new Form("java_other_types", true);
    try (DeltaFolderServer server = new DeltaFolderServer(form.folder(), form.delta())) {
      OpenTable open = opened(server, form);
      ProblemException thrown =
          catchThrowableOfType(
              ProblemException.class, () -> open.ask(new SummaryQuestion(List.of(column)), job));
      assertThat(thrown.problem().what()).contains("column " + column);
      assertThat(open.ask(new SummaryQuestion(List.of("narrow", "fine")), job).columns())
          .extracting(ColumnSummary::max)
          .containsExactly(7, 3L);
    }
  }

  @ParameterizedTest
  @MethodSource("readableForms")
  void everyFigureIsWhatTheOtherEngineSays(Form form) throws IOException {
    try (DeltaFolderServer server = new DeltaFolderServer(form.folder(), form.delta())) {
      OpenTable open = opened(server, form);
      TrueTable truth = form.truth();
      Summary summary = open.ask(new SummaryQuestion(truth.columns()), job);
      assertThat(summary.rows()).isEqualTo(truth.rows().size());
      for (ColumnSummary column : summary.columns()) {
        Field field = column.field();
        JsonNode said = truth.figures().path(field.name());
        assertThat(column.nulls()).as(field.name()).isEqualTo(said.path("nulls").asLong());
        if (said.has("distinct")) {
          assertThat(column.distinct()).as(field.name()).isEqualTo(said.get("distinct").asLong());
        }
        if (said.has("min")) {
          assertThat(extreme(form, TrueTable.cell(column.min(), field.type())))
              .as("min of %s", field.name())
              .isEqualTo(extreme(form, said.get("min")));
          assertThat(extreme(form, TrueTable.cell(column.max(), field.type())))
              .as("max of %s", field.name())
              .isEqualTo(extreme(form, said.get("max")));
        }
      }
    }
  }

  /** Spark pads char(n) with blanks when it reads; what files hold is shown here. */
  static String unpadded(Form form, String text) {
    return form.table().equals("char_varchar") ? text.replaceAll(" +\"", "\"") : text;
  }

  /** Both zeros are equal, so either may be the least of both. */
  private static String extreme(Form form, JsonNode value) {
    return unpadded(form, value.toString()).replace("\"-0.0\"", "\"0.0\"");
  }
}
