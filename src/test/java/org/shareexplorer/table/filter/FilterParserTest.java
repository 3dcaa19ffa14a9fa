package org.shareexplorer.table.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.filter.Predicate.Compared;

class FilterParserTest {

  private static final Field AMOUNT = new Field("amount", new DataType.Decimal(10, 2), true);
  private static final Field COUNT = new Field("count", Simple.INTEGER, true);
  private static final Field RATIO = new Field("ratio", Simple.DOUBLE, true);
  private static final Field NARROW = new Field("narrow", Simple.FLOAT, true);
  private static final Field REGION = new Field("Sales \"Region\"", Simple.STRING, true);
  private static final Field NAME = new Field("name", Simple.STRING, true);
  private static final Field DAY = new Field("day", Simple.DATE, true);
  private static final Field AT = new Field("at", Simple.TIMESTAMP, true);
  private static final Field LOCAL = new Field("local", Simple.TIMESTAMP_NTZ, true);
  private static final Field FLAG = new Field("flag", Simple.BOOLEAN, true);
  private static final Field BYTES = new Field("bytes", Simple.BINARY, true);
  private static final Field LIST = new Field("list", new DataType.Array(Simple.LONG, true), true);
  private static final Field ORDER = new Field("order", Simple.INTEGER, true);
  private static final List<Field> FIELDS =
      List.of(AMOUNT, COUNT, RATIO, NARROW, REGION, NAME, DAY, AT, LOCAL, FLAG, BYTES, LIST, ORDER);

  private static Predicate parsed(String text) {
    return FilterParser.parse(text, FIELDS);
  }

  private static Predicate compared(Field column, Comparison comparison, Object value) {
    return new Compared(column, comparison, value);
  }

  @Test
  void valuesAreReadAsTheColumnsType() {
    assertThat(parsed("amount >= 500"))
        .isEqualTo(compared(AMOUNT, Comparison.AT_LEAST, new BigDecimal("500.00")));
    assertThat(parsed("day = '2024-02-29'"))
        .isEqualTo(compared(DAY, Comparison.EQUAL, LocalDate.of(2024, 2, 29)));
    assertThat(parsed("at < '2024-02-29T12:00:00+02:00'"))
        .isEqualTo(compared(AT, Comparison.LESS, Instant.parse("2024-02-29T10:00:00Z")));
    assertThat(parsed("at < '2024-02-29'"))
        .isEqualTo(compared(AT, Comparison.LESS, Instant.parse("2024-02-29T00:00:00Z")));
    assertThat(parsed("local <> '2024-02-29 12:00:00.000001'"))
        .isEqualTo(
            compared(
                LOCAL, Comparison.NOT_EQUAL, LocalDateTime.parse("2024-02-29T12:00:00.000001")));
    assertThat(parsed("ratio = NaN")).isEqualTo(compared(RATIO, Comparison.EQUAL, Double.NaN));
    assertThat(parsed("narrow = 0.1")).isEqualTo(compared(NARROW, Comparison.EQUAL, 0.1f));
    assertThat(parsed("name = 'it''s'")).isEqualTo(compared(NAME, Comparison.EQUAL, "it's"));
    assertThat(parsed("flag")).isEqualTo(compared(FLAG, Comparison.EQUAL, true));
    assertThat(parsed("NOT flag"))
        .isEqualTo(new Predicate.Not(compared(FLAG, Comparison.EQUAL, true)));
    assertThat(parsed("5 < count")).isEqualTo(compared(COUNT, Comparison.GREATER, 5));
    assertThat(parsed("COUNT ≠ 5")).isEqualTo(compared(COUNT, Comparison.NOT_EQUAL, 5));
    assertThat(parsed("  ")).isEqualTo(Predicate.all());
  }

  @Test
  void aBoundWithMoreDigitsThanTheColumnIsCutToWhatMeansTheSame() {
    assertThat(parsed("count > 2.5")).isEqualTo(compared(COUNT, Comparison.GREATER, 2));
    assertThat(parsed("count >= 2.5")).isEqualTo(compared(COUNT, Comparison.GREATER, 2));
    assertThat(parsed("count < -2.5")).isEqualTo(compared(COUNT, Comparison.LESS, -2));
    assertThat(parsed("count <= 2.5")).isEqualTo(compared(COUNT, Comparison.LESS, 3));
    assertThat(parsed("count <= 3.0")).isEqualTo(compared(COUNT, Comparison.AT_MOST, 3));
    assertThat(parsed("amount > 1.005"))
        .isEqualTo(compared(AMOUNT, Comparison.GREATER, new BigDecimal("1.00")));
  }

  @Test
  void andBindsCloserThanOr() {
    assertThat(parsed("flag OR count = 1 AND name IS NULL"))
        .isEqualTo(
            new Predicate.Or(
                List.of(
                    compared(FLAG, Comparison.EQUAL, true),
                    new Predicate.And(
                        List.of(
                            compared(COUNT, Comparison.EQUAL, 1), new Predicate.IsNull(NAME))))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "amount >= 500.00",
        "\"Sales \"\"Region\"\"\" IS DISTINCT FROM 'it''s'",
        "\"order\" = 3 OR \"count\" = 4",
        "name IN ('a', 'b') AND day >= '0001-01-01' AND day < '9999-12-31'",
        "name NOT IN ('a', '')",
        "name ILIKE '%50\\%%' OR (name NOT LIKE '\\_a%' AND flag = true)",
        "NOT (ratio = 'NaN' OR ratio > -1.5)",
        "bytes = '00FF' AND list IS NOT NULL",
        "at >= '2024-02-29T10:00:00.000001Z' AND local < '2024-02-29T10:00:00'",
        "(TRUE) AND count > 1 OR FALSE"
      })
  void whatIsWrittenIsReadAgain(String text) {
    Predicate predicate = parsed(text);
    assertThat(parsed(FilterText.of(predicate))).isEqualTo(predicate);
  }

  @Test
  void aConditionsTextIsTheShortestThatSaysIt() {
    assertThat(FilterText.of(parsed("((amount > 50) AND NOT name IN ('a'))")))
        .isEqualTo("amount > 50.00 AND name NOT IN ('a')");
    assertThat(FilterText.of(parsed("day BETWEEN '2024-1-1' AND '2024-01-31'")))
        .isEqualTo("day >= '2024-01-01' AND day <= '2024-01-31'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "amount >> 5 | 9 | A number is expected here.",
        "amount > 'x' | 10 | It is not a number.",
        "amuont > 5 | 1 | The table has no column amuont.",
        "name = 5 | 8 | A value in single quotes is expected here.",
        "name = 'open | 8 | The text that begins here has no end; a quote within it is written twice.",
        "name = NULL | 8 | Nothing is equal to NULL: write IS NULL or IS NOT NULL.",
        "count = 2.5 | 9 | It has more digits than the type int.",
        "count > 3000000000 | 9 | It is out of the range of the type int.",
        "day = '2023-02-29' | 7 | It is not a value of the type date.",
        "ratio < NaN | 9 | NaN is in no range; ask for = NaN.",
        "flag < true | 8 | Values of the type boolean have no order.",
        "list = 1 | 8 | Values of the type array<bigint> can only be compared with NULL.",
        "count LIKE 'x' | 7 | Patterns are for texts, and count is none.",
        "(count = 1 | 11 | A closing parenthesis is expected here.",
        "count = 1 name = 'x' | 11 | AND, OR or the end is expected here.",
        "count ; DROP | 7 | The sign ; means nothing here.",
        "count IN () | 11 | A number is expected here.",
        "count | 6 | A comparison such as =, <, IN, LIKE or IS NULL is expected here."
      })
  void aMistakeIsShownAtItsPlace(String text, int character, String why) {
    Problem problem = catchThrowableOfType(ProblemException.class, () -> parsed(text)).problem();
    assertThat(problem.code()).isEqualTo(ProblemCode.QUESTION);
    assertThat(problem.what()).contains("at character " + character + ":");
    assertThat(problem.why()).isEqualTo(why);
  }

  @Test
  void deepNestingIsAMistakeNotACrash() {
    String deep = "(".repeat(100_000) + "flag" + ")".repeat(100_000);
    assertThat(catchThrowableOfType(ProblemException.class, () -> parsed(deep)).problem().why())
        .isEqualTo("The conditions are nested too deeply.");
    String quotes = "name = '" + "''".repeat(200_000) + "'";
    assertThat(parsed(quotes)).isInstanceOf(Compared.class);
  }
}
