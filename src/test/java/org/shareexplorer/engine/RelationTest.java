package org.shareexplorer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shareexplorer.engine.BoxPlot.Box;
import org.shareexplorer.engine.Summary.ColumnSummary;
import org.shareexplorer.engine.TimeSeries.Step;
import org.shareexplorer.job.Job;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.table.DataType.Decimal;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;

class RelationTest extends QuestionsFixture {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select",
        "a\"b",
        "it's",
        "a.b",
        "two words",
        "größe",
        "列",
        "filename",
        "file_index",
        "c0",
        "x",
        "g",
        "{}",
        "%s",
        ""
      })
  void columnsMayHaveAnyName(String name) throws SQLException {
    // DuckDB itself cannot write a column without a name.
    String written = name.isEmpty() ? " " : name;
    ColumnSummary summary =
        summary(
            field(written, Simple.INTEGER),
            parquet.of("SELECT 7 AS " + SqlText.name(written) + ", 1 AS other"));
    assertThat(summary.max()).isEqualTo(7);
    assertThat(summary.nulls()).isZero();
  }

  @Test
  void aPartitionValueThatIsLeftOutIsNull() throws SQLException {
    ColumnSummary summary =
        summary(
            field("day", Simple.DATE),
            parquet.of("SELECT 1 AS a", Map.of()),
            parquet.of("SELECT 2 AS a", Map.of("day", "2024-02-29")));
    assertThat(summary.nulls()).isEqualTo(1);
    assertThat(summary.max()).isEqualTo(LocalDate.of(2024, 2, 29));
  }

  @Test
  void aColumnThatOlderFilesLackIsNullThere() throws SQLException {
    ColumnSummary summary =
        summary(
            field("b", Simple.LONG),
            parquet.of("SELECT 1 AS a"),
            parquet.of("SELECT 2 AS a, 20::BIGINT AS b"),
            parquet.of("SELECT 30 AS b, 3 AS a"));
    assertThat(summary.nulls()).isEqualTo(1);
    assertThat(summary.min()).isEqualTo(20L);
    assertThat(summary.max()).isEqualTo(30L);
  }

  @Test
  void narrowerFilesAreReadAsTheTablesType() throws SQLException {
    ColumnSummary longs =
        summary(
            field("a", Simple.LONG),
            parquet.of("SELECT 1::TINYINT AS a"),
            parquet.of("SELECT 9223372036854775807 AS a"));
    assertThat(longs.max()).isEqualTo(Long.MAX_VALUE);
    assertThat(longs.min()).isEqualTo(1L);
    ColumnSummary decimals =
        summary(
            field("a", new Decimal(20, 4)),
            parquet.of("SELECT 1.5::DECIMAL(4, 1) AS a"),
            parquet.of("SELECT 2::INT AS a"));
    assertThat(decimals.min()).isEqualTo(new BigDecimal("1.5000"));
    assertThat(decimals.max()).isEqualTo(new BigDecimal("2.0000"));
    assertThat(summary(field("a", Simple.STRING), parquet.of("SELECT encode('é') AS a")).max())
        .isEqualTo("é");
  }

  @Test
  void namesOfAFileMayDifferInCase() throws SQLException {
    assertThat(summary(field("Price", Simple.INTEGER), parquet.of("SELECT 4 AS price")).max())
        .isEqualTo(4);
  }

  @Test
  void aNestedPartIsNotTakenForAColumn() throws SQLException {
    ColumnSummary summary =
        summary(
            field("id", Simple.INTEGER),
            parquet.of("SELECT {'id': 1, 'x': [{'id': 5}]} AS nested, 2 AS id"),
            parquet.of("SELECT {'id': 1} AS nested, 7 AS last"));
    assertThat(summary.max()).isEqualTo(2);
    assertThat(summary.nulls()).isEqualTo(1);
  }

  @Test
  void partitionValuesAreReadAsTheirType() throws SQLException {
    Field day = field("day", Simple.DATE);
    Field v = field("v", Simple.INTEGER);
    TimeSeries series =
        ask(
            new TimeSeriesQuestion(
                "day", Bucket.MONTH, Aggregate.SUM, Optional.of("v"), ZoneOffset.UTC),
            List.of(day, v),
            parquet.of("SELECT 1 AS v", Map.of("day", "2024-01-05")),
            parquet.of("SELECT 2 AS v", Map.of("day", "2024-01-20")),
            parquet.of("SELECT 3::BIGINT AS v", Map.of("day", "2024-02-01")),
            parquet.of("SELECT 4 AS v", partition("day", null)),
            parquet.of("SELECT 5 AS v", Map.of("day", "")));
    assertThat(series.steps())
        .containsExactly(
            new Step(LocalDate.of(2024, 1, 1), BigDecimal.valueOf(3), 2),
            new Step(LocalDate.of(2024, 2, 1), BigDecimal.valueOf(3), 1));
    assertThat(series.rowsWithoutTime()).isEqualTo(2);
  }

  @Test
  void threeThousandSmallFilesInAsManyPartitionsAreOneTable() throws SQLException, IOException {
    List<LocalFile> files = new ArrayList<>();
    LocalFile first = parquet.of("SELECT range AS v FROM range(3)");
    for (int i = 0; i < 3_000; i++) {
      Path copy = folder.resolve("copy-" + i + ".parquet");
      Files.copy(first.path(), copy);
      files.add(new LocalFile(copy, Map.of("p", "p'" + i % 1_500)));
    }
    List<Field> fields = List.of(field("p", Simple.STRING), field("v", Simple.LONG));
    BoxPlot plot =
        questions.ask(
            new BoxPlotQuestion("v", Optional.of("p"), 2_000), fields, files, Job.unattended());
    assertThat(plot.boxes()).hasSize(1_500).allMatch(box -> box.count() == 6 && box.median() == 1);
    assertThat(plot.boxes())
        .extracting(Box::group)
        .contains("p'0", "p'1499")
        .doesNotHaveDuplicates();
  }

  @Test
  void foldersThatLookLikePartitionsAreNone() throws SQLException, IOException {
    Path odd = Files.createDirectories(folder.resolve("v=9/it's [1] *"));
    Path moved = Files.move(parquet.of("SELECT 1 AS v").path(), odd.resolve("a.parquet"));
    assertThat(summary(field("v", Simple.INTEGER), new LocalFile(moved, Map.of())).max())
        .isEqualTo(1);
  }

  @Test
  void filesThatAreNotWhatTheyShouldBeAreDamaged() throws SQLException, IOException {
    Field a = field("a", Simple.INTEGER);
    Path text = Files.writeString(folder.resolve("text.parquet"), "no parquet at all");
    assertProblem(
        ProblemCode.FILE_DAMAGED, "damaged", () -> summary(a, new LocalFile(text, Map.of())));
    LocalFile words = parquet.of("SELECT 'word' AS a");
    assertProblem(
        ProblemCode.FILE_DAMAGED, "holds something else (varchar)", () -> summary(a, words));
  }

  @Test
  void aTableWithoutFilesHasNoRows() {
    Summary summary = ask(new SummaryQuestion(List.of("a")), List.of(field("a", Simple.INTEGER)));
    assertThat(summary.rows()).isZero();
    assertThat(summary.columns().getFirst().nulls()).isZero();
  }

  private ColumnSummary summary(Field field, LocalFile... files) {
    return ask(new SummaryQuestion(List.of(field.name())), List.of(field), files)
        .columns()
        .getFirst();
  }

  private static Map<String, @Nullable String> partition(String column, @Nullable String value) {
    Map<String, @Nullable String> partition = new HashMap<>();
    partition.put(column, value);
    return partition;
  }
}
