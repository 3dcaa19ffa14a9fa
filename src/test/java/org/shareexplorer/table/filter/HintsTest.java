package org.shareexplorer.table.filter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shareexplorer.protocol.PredicateHints;
import org.shareexplorer.protocol.ResponseFormat;
import org.shareexplorer.protocol.TableHead;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.filter.Predicate.And;
import org.shareexplorer.table.filter.Predicate.Compared;
import org.shareexplorer.table.filter.Predicate.Distinct;
import org.shareexplorer.table.filter.Predicate.IsNull;
import org.shareexplorer.table.filter.Predicate.Not;
import org.shareexplorer.table.filter.Predicate.OneOf;
import org.shareexplorer.table.filter.Predicate.Or;

class HintsTest {

  private static final Field K = new Field("k", Simple.INTEGER, true);
  private static final Field N = new Field("n", Simple.LONG, true);
  private static final Field X = new Field("x", Simple.DOUBLE, true);
  private static final Field AT = new Field("at", Simple.TIMESTAMP, true);
  private static final Field DAY = new Field("day", Simple.DATE, true);
  private static final Field FLAG = new Field("flag", Simple.BOOLEAN, true);
  private static final Field REGION = new Field("region", Simple.STRING, true);
  private static final Field NOTE = new Field("note", Simple.STRING, true);
  private static final List<Field> FIELDS =
      List.of(
          K,
          N,
          X,
          AT,
          DAY,
          FLAG,
          REGION,
          NOTE,
          new Field("f", Simple.FLOAT, true),
          new Field("local", Simple.TIMESTAMP_NTZ, true),
          new Field("price", new DataType.Decimal(10, 2), true),
          new Field("odd name", Simple.INTEGER, true),
          new Field("order", Simple.INTEGER, true));
  private static final JsonMapper JSON = new JsonMapper();

  private static PredicateHints hints(String condition, int readerVersion, String... partitions) {
    return Hints.of(
        FilterParser.parse(condition, FIELDS),
        new TableHead(
            1,
            ResponseFormat.PARQUET,
            readerVersion,
            Set.of(),
            "id",
            Optional.empty(),
            Optional.empty(),
            "{}",
            List.of(partitions),
            Map.of(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty()));
  }

  private static String json(String condition, String... partitions) {
    return hints(condition, 3, partitions).json().map(HintsTest::brief).orElse("");
  }

  /** A hint in short. */
  private static String brief(String json) {
    try {
      return brief(JSON.readTree(json));
    } catch (Exception e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  private static String brief(JsonNode node) {
    return switch (node.path("op").asText()) {
      case "column" -> node.path("name").asText() + ":" + node.path("valueType").asText();
      case "literal" -> node.path("value").textValue() + ":" + node.path("valueType").asText();
      default ->
          node.path("children")
              .valueStream()
              .map(HintsTest::brief)
              .toList()
              .toString()
              .replaceFirst("^", node.path("op").asText());
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "k < 7 | lessThan[k:int, 7:int]",
        "n >= 7 | greaterThanOrEqual[n:long, 7:long]",
        "day = '2024-02-29' | equal[day:date, 2024-02-29:date]",
        "flag = true | equal[flag:bool, true:bool]",
        "x > 0.5 | greaterThan[x:double, 0.5:double]",
        "x <= 0 | lessThanOrEqual[x:double, 0.0:double]",
        "x > 0 | greaterThanOrEqual[x:double, -0.0:double]",
        "at < '2024-01-01T12:00:00.5Z' | lessThanOrEqual[at:timestamp, 2024-01-01T12:00:02Z:timestamp]",
        "k IN (1, 2) | or[equal[k:int, 1:int], equal[k:int, 2:int]]",
        "k = 1 AND note = 'x' | equal[k:int, 1:int]",
        "k = 1 OR n = 2 | or[equal[k:int, 1:int], equal[n:long, 2:long]]",
        "(k = 1 OR note = 'x') AND n = 2 | equal[n:long, 2:long]",
        "k = 1 AND n IS NULL | equal[k:int, 1:int]",
      })
  void whatCanBeSaidIsSaid(String condition, String hint) {
    assertThat(json(condition)).isEqualTo(hint);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "k <> 7",
        "NOT k < 7",
        "NOT (k = 1 AND n = 2)",
        "k IS NULL",
        "k IS NOT NULL",
        "k IS DISTINCT FROM 7",
        "k NOT IN (1, 2)",
        "k = 1 OR n IS NULL",
        "k = 1 OR NOT n = 1",
        "k IN (1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21)",
        "note = 'x'",
        "note LIKE 'x%'",
        "region = 'north'",
        "f = 0.5",
        "x = 'NaN'",
        "x < 'Infinity'",
        "price > 1",
        "local = '2024-02-29 12:00:00'",
      })
  void whatServersGetWrongOrDoNotKnowIsNotSaid(String condition) {
    assertThat(hints(condition, 1)).isEqualTo(PredicateHints.NONE);
  }

  @Test
  void textsAreSaidOfPartitionsAndOnlyToBeEqual() {
    assertThat(json("region = 'no\"rth'", "region"))
        .isEqualTo("equal[region:string, no\"rth:string]");
    assertThat(json("region > 'north'", "region")).isEmpty();
    assertThat(json("region = ''", "region")).isEmpty();
    assertThat(json("at = '2024-01-01T00:00:00Z'", "at")).isEmpty();
  }

  @Test
  void sqlIsSaidOfPartitionsOfTablesThatNeedNothingNew() {
    String condition = "region = 'north' AND k >= 3 AND day < '2024-02-29' AND n = 1 AND x > 0.5";
    PredicateHints said = hints(condition, 1, "region", "k", "day", "x");

    assertThat(said.sql()).containsExactly("region = 'north'", "k >= 3", "day < '2024-02-29'");
    assertThat(brief(said.json().orElseThrow())).contains("n:long").doesNotContain("double");
    assertThat(hints(condition, 2, "region", "k", "day").sql()).isEmpty();
    assertThat(brief(hints(condition, 2, "region").json().orElseThrow())).contains("x:double");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "region = 'a\"b'",
        "region = 'a''b'",
        "region = 'a\\b'",
        "region = 'a`b'",
        "region = ''",
        "region > 'a'",
        "region <> 'a'",
        "k <> 1",
        "k IS NULL",
        "k IN (1, 2)",
        "k = 1 OR k = 2",
        "\"odd name\" = 1",
      })
  void sqlThatServersMayReadInAnotherWayIsNotSaid(String condition) {
    assertThat(hints(condition, 1, "region", "k", "odd name").sql()).isEmpty();
  }

  /**
   * A server that knows no more of a row than its file's statistics, cut to seconds, and takes
   * zeros for two numbers, leaves out no row that matches.
   */
  @Test
  void noRowThatMatchesIsLeftOut() throws Exception {
    Random random = new Random(42);
    Set<String> partitions = Set.of("region");
    int said = 0;
    int leftOut = 0;
    for (int i = 0; i < 20_000; i++) {
      Predicate predicate = predicate(random, 3);
      Map<Field, @Nullable Object> row = new HashMap<>();
      for (Field field : List.of(K, X, AT, FLAG, REGION, NOTE)) {
        row.put(field, random.nextInt(5) == 0 ? null : value(random, field));
      }
      Optional<String> hint = Hints.json(predicate, partitions, false);
      if (hint.isEmpty()) {
        continue;
      }
      said++;
      boolean kept = mayHold(JSON.readTree(hint.get()), row);
      leftOut += kept ? 0 : 1;
      if (Boolean.TRUE.equals(ThreeValued.of(predicate, row::get))) {
        assertThat(kept).as("%s of %s by %s", predicate, row, hint).isTrue();
      }
    }
    assertThat(said).isGreaterThan(5_000);
    assertThat(leftOut).isGreaterThan(1_000);
  }

  private static Predicate predicate(Random random, int depth) {
    Field field = List.of(K, X, AT, FLAG, REGION, NOTE).get(random.nextInt(6));
    int kind = random.nextInt(depth == 0 ? 6 : 10);
    return switch (kind) {
      case 0 -> new IsNull(field);
      case 1 -> new Distinct(field, value(random, field));
      case 2 ->
          new OneOf(field, IntStream.range(0, 2).mapToObj(_ -> value(random, field)).toList());
      case 6 -> new Not(predicate(random, depth - 1));
      case 7 -> new Or(List.of(predicate(random, depth - 1), predicate(random, depth - 1)));
      case 8, 9 -> new And(List.of(predicate(random, depth - 1), predicate(random, depth - 1)));
      default -> {
        Comparison any = List.of(Comparison.values()).get(random.nextInt(6));
        boolean ordered = !field.equals(FLAG) || !any.ordering();
        yield new Compared(field, ordered ? any : Comparison.EQUAL, value(random, field));
      }
    };
  }

  private static Object value(Random random, Field field) {
    return switch (field.type()) {
      case Simple.INTEGER -> random.nextInt(4);
      case Simple.DOUBLE -> List.of(-1.0, -0.0, 0.0, 0.25).get(random.nextInt(4));
      case Simple.TIMESTAMP ->
          Instant.parse("2024-01-01T00:00:00Z").plus(random.nextInt(20) * 250_001L, MICROS);
      case Simple.BOOLEAN -> random.nextBoolean();
      default -> List.of("a", "b", "").get(random.nextInt(3));
    };
  }

  private static final ChronoUnit MICROS = ChronoUnit.MICROS;

  private static boolean mayHold(JsonNode node, Map<Field, @Nullable Object> row) {
    JsonNode children = node.path("children");
    if (node.path("op").asText().equals("and")) {
      return children.valueStream().allMatch(child -> mayHold(child, row));
    }
    if (node.path("op").asText().equals("or")) {
      return children.valueStream().anyMatch(child -> mayHold(child, row));
    }
    Field column =
        FIELDS.stream()
            .filter(field -> field.name().equals(children.path(0).path("name").asText()))
            .findFirst()
            .orElseThrow();
    String value = children.path(1).path("value").asText();
    Object cell = row.get(column);
    if (cell == null || cell.equals("")) {
      return false;
    }
    int order =
        switch (cell) {
          case Integer number -> number.compareTo(Integer.valueOf(value));
          case Double number -> number.compareTo(Double.valueOf(value));
          case Instant at -> at.truncatedTo(ChronoUnit.SECONDS).compareTo(Instant.parse(value));
          case Boolean truth -> truth.compareTo(Boolean.valueOf(value));
          default -> cell.toString().compareTo(value);
        };
    return switch (node.path("op").asText()) {
      case "equal" -> order == 0;
      case "lessThan" -> order < 0;
      case "lessThanOrEqual" -> order <= 0;
      case "greaterThan" -> order > 0;
      case "greaterThanOrEqual" -> order >= 0;
      default -> throw new IllegalArgumentException(node.toString());
    };
  }
}
