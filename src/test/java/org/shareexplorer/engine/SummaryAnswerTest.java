package org.shareexplorer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shareexplorer.engine.Summary.ColumnSummary;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.DataType.Decimal;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;
import tech.tablesaw.aggregate.AggregateFunctions;
import tech.tablesaw.api.DoubleColumn;

class SummaryAnswerTest extends QuestionsFixture {

  @Test
  void figuresAreThoseOfAnotherEngine() throws SQLException {
    Random random = new Random(17);
    DoubleColumn other = DoubleColumn.create("x");
    List<List<?>> rows = new ArrayList<>();
    for (int i = 0; i < 30_000; i++) {
      // Adding zero turns -0.0 into 0.0: the other engine tells them apart.
      double value = Math.rint(random.nextGaussian() * 1_000) / 8 + 0.0;
      other.append(value);
      rows.add(List.of(value));
    }
    ColumnSummary x = of(Simple.DOUBLE, rows);
    assertThat(x.distinct()).isEqualTo((long) other.countUnique());
    assertThat(x.min()).isEqualTo(other.min());
    assertThat(x.max()).isEqualTo(other.max());
    assertThat(x.mean()).isCloseTo(other.mean(), within(1e-9));
    assertThat(x.deviation()).isCloseTo(other.standardDeviation(), within(1e-9));
    double[] sorted = other.asDoubleArray();
    Arrays.sort(sorted);
    assertThat(x.q1()).isEqualTo(quantile(sorted, 0.25));
    assertThat(x.median()).isEqualTo(AggregateFunctions.median.summarize(other));
    assertThat(x.q3()).isEqualTo(quantile(sorted, 0.75));
    assertThat(x.nulls()).isZero();
    assertThat(x.notNumbers()).isZero();
  }

  @Test
  void extremesOfBigintsAreExact() throws SQLException {
    ColumnSummary x = of(Simple.LONG, rows(Long.MAX_VALUE, Long.MAX_VALUE, Long.MIN_VALUE, null));
    assertThat(x.min()).isEqualTo(Long.MIN_VALUE);
    assertThat(x.max()).isEqualTo(Long.MAX_VALUE);
    assertThat(x.mean()).isEqualTo(0x1p63 / 3);
    assertThat(x.nulls()).isEqualTo(1);
    assertThat(x.distinct()).isEqualTo(2);
  }

  @Test
  void decimalsOf38DigitsAreExact() throws SQLException {
    BigDecimal most = new BigDecimal("9".repeat(28) + "." + "9".repeat(10));
    ColumnSummary x = of(new Decimal(38, 10), rows(most, most, most, most, most.negate()));
    assertThat(x.min()).isEqualTo(most.negate());
    assertThat(x.max()).isEqualTo(most);
    assertThat(x.mean()).isEqualTo(6e27);
    ColumnSummary small =
        of(new Decimal(38, 38), rows("0.5", "-0.25", "-0." + "0".repeat(37) + "1"));
    assertThat(small.mean()).isCloseTo(0.25 / 3, within(1e-16));
  }

  @Test
  void notNumbersAreLeftOutAndCounted() throws SQLException {
    for (DataType type : List.of(Simple.DOUBLE, Simple.FLOAT)) {
      ColumnSummary x = of(type, rows("NaN", "NaN", "-Infinity", null, 1, 3));
      assertThat(x.nulls()).isEqualTo(1);
      assertThat(x.notNumbers()).isEqualTo(3);
      assertThat(x.distinct()).isEqualTo(2);
      assertThat(x.mean()).isEqualTo(2);
      assertThat(x.max()).isEqualTo(type == Simple.FLOAT ? (Object) 3f : (Object) 3.0);
    }
  }

  @Test
  void hugeValuesAreAveragedWithoutOverflow() throws SQLException {
    double most = Double.MAX_VALUE;
    ColumnSummary x = of(Simple.DOUBLE, rows(most, most, most / 2, most / 2));
    assertThat(x.mean()).isCloseTo(most * 0.75, within(most * 1e-15));
    assertThat(x.deviation()).isCloseTo(most / 4 * Math.sqrt(4.0 / 3), within(most * 1e-15));
  }

  @Test
  void deviationKeepsItsDigitsFarFromZero() throws SQLException {
    ColumnSummary x = of(Simple.DOUBLE, rows(1e15 + 1, 1e15 + 2, 1e15 + 3));
    assertThat(x.deviation()).isCloseTo(1, within(1e-12));
  }

  @Test
  void oneValueHasNoDeviationAndNoneHasNoFigures() throws SQLException {
    assertThat(of(Simple.INTEGER, rows(5)).deviation()).isNull();
    assertThat(of(Simple.INTEGER, rows(5, 5)).deviation()).isZero();
    ColumnSummary none = of(Simple.INTEGER, rows((Object) null));
    assertThat(none)
        .isEqualTo(
            new ColumnSummary(none.field(), 1, 0, 0L, null, null, null, null, null, null, null));
    assertThat(of(Simple.DATE, List.of()).nulls()).isZero();
  }

  @Test
  void otherTypesHaveTheirOrder() throws SQLException {
    ColumnSummary day = of(Simple.DATE, rows("0001-01-01", "9999-12-31", "1582-10-10"));
    assertThat(day.min()).isEqualTo(LocalDate.of(1, 1, 1));
    assertThat(day.max()).isEqualTo(LocalDate.of(9999, 12, 31));
    assertThat(day.mean()).isNull();
    ColumnSummary text = of(Simple.STRING, rows("b", "", "é", null, "b"));
    assertThat(text.min()).isEqualTo("");
    assertThat(text.max()).isEqualTo("é");
    assertThat(text.distinct()).isEqualTo(3);
    assertThat(of(Simple.BOOLEAN, rows(true, false)).max()).isEqualTo(true);
    assertThat(of(Simple.BINARY, rows("a", "b")).max()).isNull();
  }

  @Test
  void nestedColumnsHaveTheirNullsCounted() throws SQLException {
    Field tags = field("tags", new DataType.Array(Simple.STRING, true));
    Field place = field("place", new DataType.Struct(List.of(field("tags", Simple.STRING))));
    LocalFile file =
        parquet.of(
            "SELECT * FROM (VALUES ({'tags': 'x'}, ['a', 'b']), (NULL, []), (NULL, NULL)) AS t(place, tags)");
    Summary summary =
        ask(new SummaryQuestion(List.of("tags", "place")), List.of(place, tags), file);
    assertThat(summary.rows()).isEqualTo(3);
    assertThat(summary.columns()).extracting(ColumnSummary::nulls).containsExactly(1L, 2L);
    assertThat(summary.columns()).extracting(ColumnSummary::distinct).containsOnlyNulls();
  }

  @Test
  void unknownColumnsAreRefused() {
    assertProblem(
        ProblemCode.QUESTION,
        "no column x",
        () -> ask(new SummaryQuestion(List.of("x")), List.of()));
  }

  private ColumnSummary of(DataType type, List<List<?>> rows) throws SQLException {
    Field x = field("x", type);
    return ask(new SummaryQuestion(List.of("x")), List.of(x), parquet.of(List.of(x), rows))
        .columns()
        .getFirst();
  }

  private static List<List<?>> rows(@Nullable Object... values) {
    List<List<?>> rows = new ArrayList<>();
    for (Object value : values) {
      rows.add(Collections.singletonList(value));
    }
    return rows;
  }

  private static double quantile(double[] sorted, double part) {
    double place = part * (sorted.length - 1);
    int below = (int) place;
    return sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
  }
}
