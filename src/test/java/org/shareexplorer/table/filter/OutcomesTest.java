package org.shareexplorer.table.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.Values;
import org.shareexplorer.table.filter.Predicate.And;
import org.shareexplorer.table.filter.Predicate.Compared;
import org.shareexplorer.table.filter.Predicate.Distinct;
import org.shareexplorer.table.filter.Predicate.IsNull;
import org.shareexplorer.table.filter.Predicate.Not;
import org.shareexplorer.table.filter.Predicate.OneOf;
import org.shareexplorer.table.filter.Predicate.Or;

class OutcomesTest {

  private static final Field K = new Field("k", Simple.INTEGER, true);
  private static final Field X = new Field("x", Simple.DOUBLE, true);
  private static final Field NAME = new Field("name", Simple.STRING, true);
  private static final List<Field> FIELDS = List.of(K, X, NAME);

  private static Outcomes outcomes(String condition, Bounds bounds) {
    return Outcomes.of(FilterParser.parse(condition, FIELDS), _ -> bounds);
  }

  private static Bounds bounds(Object least, Object most, boolean prefix) {
    return new Bounds(least, most, prefix, false, true);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "k = 5       | true  | true",
        "k = 3       | true  | true",
        "k = 2       | false | true",
        "k <> 2      | true  | false",
        "k < 3       | false | true",
        "k <= 3      | true  | true",
        "k > 7       | false | true",
        "k >= 3      | true  | false",
        "k <= 7      | true  | false",
        "NOT k < 3   | true  | false",
        "k IN (1, 9) | false | true",
        "k IN (1, 4) | true  | true",
        "k < 3 OR k > 7   | false | true",
        "k >= 3 AND k < 9 | true  | false",
        "k IS NULL        | false | true",
        "k IS NOT NULL    | true  | false",
        "k IS DISTINCT FROM 9 | true | false",
      })
  void boundsSettleConditionsOnNumbers(String condition, boolean yes, boolean no) {
    assertThat(outcomes(condition, bounds(3, 7, false))).isEqualTo(new Outcomes(yes, no, false));
  }

  @Test
  void onlyNullsMatchNothingButThatTheyAreNull() {
    assertThat(outcomes("k = 1", Bounds.ONLY_NULL)).isEqualTo(new Outcomes(false, false, true));
    assertThat(outcomes("NOT k = 1", Bounds.ONLY_NULL)).isEqualTo(new Outcomes(false, false, true));
    assertThat(outcomes("k IS NULL", Bounds.ONLY_NULL).certain()).isTrue();
    assertThat(outcomes("k IS DISTINCT FROM 1", Bounds.ONLY_NULL).certain()).isTrue();
  }

  @Test
  void nothingFollowsFromNothing() {
    assertThat(outcomes("k < 1", Bounds.UNKNOWN)).isEqualTo(new Outcomes(true, true, true));
    Bounds turned = bounds(7, 3, false);
    assertThat(outcomes("k < 1", turned)).isEqualTo(new Outcomes(true, true, false));
    Bounds stray = bounds(Double.NaN, 3.0, false);
    assertThat(outcomes("x > 9", stray).yes()).isTrue();
    assertThat(outcomes("k = 1", Bounds.constant(new Values.Undecodable("broken"))).yes()).isTrue();
  }

  @Test
  void boundsOfFloatingNumbersDoNotTellOfNaN() {
    Bounds small = bounds(1.0, 2.0, false);
    assertThat(outcomes("x > 0", small)).isEqualTo(new Outcomes(true, true, false));
    assertThat(outcomes("x = 'NaN'", small).yes()).isTrue();
    assertThat(outcomes("NOT x < 5", small).yes()).isTrue();
    assertThat(outcomes("x > 2", small).yes()).isFalse();
    assertThat(outcomes("x = 0", bounds(-0.0, -0.0, false)).yes()).isTrue();
  }

  @Test
  void textsMayGoOnBeyondTheirBounds() {
    Bounds cut = bounds("ab", "cd", true);
    assertThat(outcomes("name = 'cdz'", cut).yes()).isTrue();
    assertThat(outcomes("name > 'cd'", cut).yes()).isTrue();
    assertThat(outcomes("name >= 'ce'", cut).yes()).isFalse();
    assertThat(outcomes("name < 'ab'", cut).yes()).isFalse();
    assertThat(outcomes("name LIKE 'cdx%'", cut).yes()).isTrue();
    assertThat(outcomes("name LIKE 'c%'", cut).yes()).isTrue();
    assertThat(outcomes("name LIKE 'd%'", cut).yes()).isFalse();
    assertThat(outcomes("name LIKE 'aa%'", cut).yes()).isFalse();
    assertThat(outcomes("name ILIKE 'D%'", cut).yes()).isTrue();
    assertThat(outcomes("name = 'cdz'", bounds("ab", "cd", false)).yes()).isFalse();
    // By code point, as Parquet orders texts; by UTF-16 the emoji would come first.
    assertThat(outcomes("name > '\uffee'", bounds("a", "\ud83d\ude00", false)).yes()).isTrue();
  }

  /** Every outcome that some row has is said to be possible; conditions are on two columns. */
  @Test
  void noOutcomeThatOccursIsDenied() {
    Random random = new Random(5);
    Field[] columns = {K, new Field("l", Simple.INTEGER, true)};
    int denied = 0;
    for (int i = 0; i < 20_000; i++) {
      List<List<@Nullable Object>> rows = new ArrayList<>();
      for (int r = 0; r <= random.nextInt(4); r++) {
        rows.add(Arrays.asList(cell(random), cell(random)));
      }
      Predicate predicate = predicate(random, columns, 3);
      Outcomes said =
          Outcomes.of(predicate, column -> of(rows, column.equals(K) ? 0 : 1, random.nextInt(2)));
      List<@Nullable Boolean> real = new ArrayList<>();
      rows.forEach(
          row -> real.add(ThreeValued.of(predicate, column -> row.get(column.equals(K) ? 0 : 1))));
      String what = predicate + " of " + rows;
      assertThat(said.yes() || !real.contains(true)).as(what).isTrue();
      assertThat(said.no() || !real.contains(false)).as(what).isTrue();
      assertThat(said.unknown() || !real.contains(null)).as(what).isTrue();
      denied += said.yes() ? 0 : 1;
    }
    assertThat(denied).isGreaterThan(2_000);
  }

  /** The bounds of a column's values, as they are or wider. */
  private static Bounds of(List<List<@Nullable Object>> rows, int column, int wider) {
    List<Integer> values = new ArrayList<>();
    for (List<@Nullable Object> row : rows) {
      if (row.get(column) instanceof Integer value) {
        values.add(value);
      }
    }
    return values.isEmpty()
        ? Bounds.ONLY_NULL
        : new Bounds(
            values.stream().min(Integer::compare).orElseThrow() - wider,
            values.stream().max(Integer::compare).orElseThrow() + wider,
            false,
            values.size() < rows.size() || wider > 0,
            true);
  }

  private static @Nullable Object cell(Random random) {
    return random.nextInt(4) == 0 ? null : random.nextInt(5);
  }

  private static Predicate predicate(Random random, Field[] columns, int depth) {
    Field column = columns[random.nextInt(2)];
    return switch (random.nextInt(depth == 0 ? 6 : 9)) {
      case 0 -> new IsNull(column);
      case 1 -> new Distinct(column, random.nextInt(5));
      case 2 -> new OneOf(column, List.of(random.nextInt(5), random.nextInt(5)));
      case 6 -> new Not(predicate(random, columns, depth - 1));
      case 7 ->
          new Or(
              List.of(
                  predicate(random, columns, depth - 1), predicate(random, columns, depth - 1)));
      case 8 ->
          new And(
              List.of(
                  predicate(random, columns, depth - 1), predicate(random, columns, depth - 1)));
      default ->
          new Compared(
              column, List.of(Comparison.values()).get(random.nextInt(6)), random.nextInt(5));
    };
  }
}
