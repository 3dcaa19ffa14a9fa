package org.shareexplorer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shareexplorer.engine.GroupKey.Rank;
import org.shareexplorer.engine.GroupKey.Source;
import org.shareexplorer.engine.Grouped.Group;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.table.DataType.Decimal;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;

class GroupedAnswerTest extends QuestionsFixture {

  private static final Field G = field("g", Simple.STRING);
  private static final Field D = field("d", Simple.DATE);
  private static final Field V = field("v", new Decimal(12, 2));
  private static final Field X = field("x", Simple.DOUBLE);
  private static final List<Field> FIELDS = List.of(G, D, V, X);
  private static final Grouped.Key OTHERS = new Grouped.Key.Others();

  private record Row(@Nullable String g, LocalDate d, @Nullable BigDecimal v, @Nullable Double x) {}

  private final List<Row> rows = new ArrayList<>();
  private LocalFile[] files = {};

  @BeforeEach
  void someRows() throws SQLException {
    Random random = new Random(17);
    for (int i = 0; i < 3_000; i++) {
      int group = (int) Math.sqrt(random.nextInt(150));
      rows.add(
          new Row(
              group == 3 ? null : "g" + group,
              LocalDate.of(2024, 1, 1).plusDays(random.nextInt(100)),
              random.nextInt(9) == 0
                  ? null
                  : BigDecimal.valueOf(random.nextInt(900_000) - 9_000, 2),
              random.nextInt(9) == 0
                  ? null
                  : random.nextInt(9) == 0 ? Double.NaN : random.nextGaussian()));
    }
    List<List<?>> values = new ArrayList<>();
    rows.forEach(row -> values.add(Arrays.asList(row.g, row.d, row.v, row.x)));
    files =
        new LocalFile[] {
          parquet.of(FIELDS, values.subList(0, 1_000)),
          parquet.of(FIELDS, values.subList(1_000, 3_000))
        };
  }

  private Grouped ask(List<GroupKey> by, Total... totals) {
    return ask(new GroupedQuestion(by, List.of(totals)), FIELDS, files);
  }

  private Map<Grouped.Key, List<Row>> by(Function<Row, @Nullable Object> key) {
    Map<Grouped.Key, List<Row>> groups = new HashMap<>();
    rows.forEach(row ->
        groups
            .computeIfAbsent(new Grouped.Key.Of(key.apply(row)), _ -> new ArrayList<>())
            .add(row));
    return groups;
  }

  private static BigDecimal sum(List<Row> rows) {
    return rows.stream()
        .map(Row::v)
        .flatMap(v -> Optional.ofNullable(v).stream())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static double[] numbers(List<Row> rows) {
    return rows.stream()
        .map(Row::x)
        .filter(x -> x != null && !x.isNaN())
        .mapToDouble(x -> x)
        .sorted()
        .toArray();
  }

  @Test
  void everyFigureIsThatOfPlainArithmetic() {
    GroupKey all = new GroupKey(new Source.Value("g"), Rank.KEY, GroupKey.ALL);
    Grouped grouped =
        ask(
            List.of(all),
            Total.rows(),
            Total.of(Aggregate.COUNT, "v"),
            Total.of(Aggregate.SUM, "v"),
            Total.of(Aggregate.MEAN, "v"),
            Total.of(Aggregate.MIN, "v"),
            Total.of(Aggregate.MAX, "d"),
            Total.of(Aggregate.DISTINCT, "d"),
            Total.of(Aggregate.MEDIAN, "x"),
            Total.of(Aggregate.DEVIATION, "x"),
            Total.of(Aggregate.COUNT, "x"));
    Map<Grouped.Key, List<Row>> groups = by(Row::g);
    assertThat(grouped.leftOut()).containsExactly(0L);
    assertThat(grouped.rows()).isEqualTo(3_000);
    assertThat(grouped.groups()).hasSize(groups.size());
    assertThat(grouped.groups().getLast().keys()).containsExactly(new Grouped.Key.Of(null));
    for (Group group : grouped.groups()) {
      List<Row> of = groups.getOrDefault(group.keys().getFirst(), List.of());
      long values = of.stream().filter(row -> row.v() != null).count();
      double[] numbers = numbers(of);
      double mean = Arrays.stream(numbers).average().orElseThrow();
      double squares = Arrays.stream(numbers).map(x -> (x - mean) * (x - mean)).sum();
      assertThat(group.rows()).isEqualTo(of.size());
      assertThat(group.totals().subList(0, 7))
          .containsExactly(
              (long) of.size(),
              values,
              sum(of),
              sum(of).divide(BigDecimal.valueOf(values), MathContext.DECIMAL128),
              of.stream()
                  .map(Row::v)
                  .flatMap(v -> Optional.ofNullable(v).stream())
                  .min(Comparator.naturalOrder())
                  .orElseThrow(),
              of.stream().map(Row::d).max(Comparator.naturalOrder()).orElseThrow(),
              of.stream().map(Row::d).distinct().count());
      int middle = numbers.length / 2;
      double median =
          numbers.length % 2 == 1 ? numbers[middle] : (numbers[middle - 1] + numbers[middle]) / 2;
      assertThat((Double) group.totals().get(7)).isCloseTo(median, within(1e-12));
      assertThat((Double) group.totals().get(8))
          .isCloseTo(Math.sqrt(squares / (numbers.length - 1)), within(1e-12));
      assertThat(group.totals().get(9)).isEqualTo((long) numbers.length);
    }
  }

  @ParameterizedTest
  @EnumSource(Rank.class)
  void theFirstGroupsAreKeptAndTheRowsOfTheOthersComeTogether(Rank rank) {
    Map<Grouped.Key, List<Row>> groups = by(Row::g);
    Comparator<Grouped.Key> byKey =
        Comparator.comparing(
            key -> ((Grouped.Key.Of) key).value() instanceof String text ? text : "\uffff");
    Comparator<Grouped.Key> bySum =
        Comparator.comparing(key -> sum(groups.getOrDefault(key, List.of())));
    Comparator<Grouped.Key> byRows =
        Comparator.comparingInt(key -> groups.getOrDefault(key, List.of()).size());
    Comparator<Grouped.Key> order =
        switch (rank) {
          case KEY -> byKey;
          case ROWS -> byRows.reversed().thenComparing(byKey);
          case GREATEST -> bySum.reversed().thenComparing(byKey);
          case LEAST -> bySum.thenComparing(byKey);
        };
    List<Grouped.Key> ordered = groups.keySet().stream().sorted(order).toList();
    List<Row> others =
        ordered.stream()
            .skip(4)
            .flatMap(key -> groups.getOrDefault(key, List.of()).stream())
            .toList();
    Grouped grouped =
        ask(
            List.of(new GroupKey(new Source.Value("g"), rank, 4)),
            Total.of(Aggregate.SUM, "v"),
            Total.of(Aggregate.DISTINCT, "d"));
    assertThat(grouped.leftOut()).containsExactly((long) ordered.size() - 4);
    assertThat(grouped.groups()).hasSize(5);
    assertThat(grouped.groups().subList(0, 4))
        .extracting(group -> group.keys().getFirst())
        .isEqualTo(ordered.subList(0, 4));
    assertThat(grouped.groups().getLast())
        .isEqualTo(
            new Group(
                List.of(OTHERS),
                others.size(),
                List.of(sum(others), others.stream().map(Row::d).distinct().count())));
  }

  @ParameterizedTest
  @EnumSource(
      value = Aggregate.class,
      names = {"COUNT", "SUM", "MEAN", "MIN", "MAX"})
  void figuresThatAddUpAreThoseOfAllRowsOfTheOthers(Aggregate first) {
    List<Total> totals = new ArrayList<>(List.of(Total.of(first, "v")));
    for (Aggregate more :
        List.of(Aggregate.COUNT, Aggregate.SUM, Aggregate.MEAN, Aggregate.MIN, Aggregate.MAX)) {
      totals.add(Total.of(more, "v"));
    }
    GroupKey top = GroupKey.top("g", 3);
    Grouped added = ask(List.of(top), totals.toArray(Total[]::new));
    // Medians do not add up, so that rows are told apart first.
    totals.add(Total.of(Aggregate.MEDIAN, "x"));
    Grouped apart = ask(List.of(top), totals.toArray(Total[]::new));
    assertThat(added.leftOut()).isEqualTo(apart.leftOut()).containsExactly(10L);
    assertThat(added.groups())
        .isEqualTo(
            apart.groups().stream()
                .map(group -> new Group(group.keys(), group.rows(), group.totals().subList(0, 6)))
                .toList());
    assertThat(added.groups().getLast().keys()).containsExactly(OTHERS);
  }

  @Test
  void deviationsOfValuesFarFromZeroHaveTheirDigits() throws SQLException {
    List<List<?>> values = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      values.add(Arrays.asList("g" + i % 3, LocalDate.EPOCH, null, 1e12 + i % 7));
    }
    values.add(Arrays.asList("g0", LocalDate.EPOCH, null, Double.NEGATIVE_INFINITY));
    Grouped grouped =
        ask(
            new GroupedQuestion(
                List.of(GroupKey.top("g", 10)), List.of(Total.of(Aggregate.DEVIATION, "x"))),
            FIELDS,
            parquet.of(FIELDS, values));
    assertThat(grouped.groups()).hasSize(3);
    for (Group group : grouped.groups()) {
      String g = String.valueOf(((Grouped.Key.Of) group.keys().getFirst()).value());
      double[] small =
          IntStream.range(0, 5_000)
              .filter(i -> g.equals("g" + i % 3))
              .mapToDouble(i -> i % 7)
              .toArray();
      double mean = Arrays.stream(small).average().orElseThrow();
      double squares = Arrays.stream(small).map(x -> (x - mean) * (x - mean)).sum();
      assertThat((Double) group.totals().getFirst())
          .isCloseTo(Math.sqrt(squares / (small.length - 1)), within(1e-12));
    }
  }

  /** What does not add up is computed of each group once, and of the others together. */
  @ParameterizedTest
  @CsvSource({
    "DISTINCT, GREATEST, 3", "DISTINCT, LEAST, 3", "DISTINCT, GREATEST, 100",
    "MEDIAN, GREATEST, 3", "MEDIAN, LEAST, 12", "MEDIAN, LEAST, 100",
    "DEVIATION, GREATEST, 1", "DEVIATION, LEAST, 3"
  })
  void groupsOfTheGreatestFiguresAreKeptWhereFiguresDoNotAddUp(
      Aggregate aggregate, Rank rank, int most) {
    Total[] totals = {
      Total.of(aggregate, aggregate == Aggregate.DISTINCT ? "v" : "x"), Total.of(Aggregate.SUM, "v")
    };
    Source.Value g = new Source.Value("g");
    Comparator<Group> byFigure =
        Comparator.comparingDouble(
            group -> ((Number) Objects.requireNonNull(group.totals().getFirst())).doubleValue());
    List<Group> all =
        ask(List.of(new GroupKey(g, Rank.KEY, GroupKey.ALL)), totals).groups().stream()
            .sorted(rank == Rank.LEAST ? byFigure : byFigure.reversed())
            .toList();
    Grouped kept = ask(List.of(new GroupKey(g, rank, most)), totals);
    int left = Math.max(0, all.size() - most);
    assertThat(kept.leftOut()).containsExactly((long) left);
    assertThat(kept.groups().subList(0, all.size() - left))
        .usingRecursiveComparison()
        .withComparatorForType(
            (a, b) -> Math.abs(a - b) < 1e-12 ? 0 : Double.compare(a, b), Double.class)
        .isEqualTo(all.subList(0, all.size() - left));
    assertThat(kept.groups()).hasSize(Math.min(all.size(), most + 1));
    if (left > 0) {
      Set<Object> keys = new HashSet<>();
      all.subList(most, all.size()).forEach(group -> keys.add(group.keys().getFirst()));
      List<Row> others =
          rows.stream().filter(row -> keys.contains(new Grouped.Key.Of(row.g))).toList();
      Group last = kept.groups().getLast();
      assertThat(last.keys()).containsExactly(OTHERS);
      assertThat(last.rows()).isEqualTo(others.size());
      assertThat(last.totals().getLast()).isEqualTo(sum(others));
      double[] numbers = numbers(others);
      double mean = Arrays.stream(numbers).average().orElseThrow();
      double squares = Arrays.stream(numbers).map(x -> (x - mean) * (x - mean)).sum();
      assertThat(((Number) Objects.requireNonNull(last.totals().getFirst())).doubleValue())
          .isCloseTo(
              switch (aggregate) {
                case DISTINCT ->
                    others.stream().map(Row::v).filter(Objects::nonNull).distinct().count();
                case MEDIAN ->
                    (numbers[(numbers.length - 1) / 2] + numbers[numbers.length / 2]) / 2;
                default -> Math.sqrt(squares / (numbers.length - 1));
              },
              within(1e-12));
    }
  }

  @Test
  void twoKeysMakeAGroupOfEachPairThatOccurs() {
    Grouped grouped =
        ask(
            List.of(
                GroupKey.steps("d", Bucket.MONTH, ZoneOffset.UTC),
                new GroupKey(new Source.Value("g"), Rank.ROWS, 2)),
            Total.of(Aggregate.SUM, "v"));
    List<Grouped.Key> kept =
        by(Row::g).entrySet().stream()
            .sorted(Comparator.comparingInt(e -> -e.getValue().size()))
            .limit(2)
            .map(Map.Entry::getKey)
            .toList();
    Map<List<Grouped.Key>, List<Row>> expected =
        rows.stream()
            .collect(
                Collectors.groupingBy(row -> {
                  Grouped.Key key = new Grouped.Key.Of(row.g());
                  return List.of(
                      new Grouped.Key.Of(row.d().withDayOfMonth(1)),
                      kept.contains(key) ? key : OTHERS);
                }));
    assertThat(grouped.groups()).hasSize(expected.size());
    for (Group group : grouped.groups()) {
      List<Row> of = expected.getOrDefault(group.keys(), List.of());
      assertThat(group.rows()).isEqualTo(of.size());
      assertThat(group.totals()).containsExactly(sum(of));
    }
    assertThat(grouped.groups().stream().limit(3).map(group -> group.keys().get(1)))
        .containsExactly(kept.get(0), kept.get(1), OTHERS);
    assertThat(new TreeSet<>(grouped.groups().stream().map(g -> month(g)).toList()))
        .containsExactlyElementsOf(
            grouped.groups().stream().map(g -> month(g)).distinct().toList());
  }

  private static LocalDate month(Group group) {
    return group.keys().getFirst() instanceof Grouped.Key.Of(LocalDate start)
        ? start
        : LocalDate.MIN;
  }

  @Test
  void withoutKeysAllRowsAreOneGroup() {
    assertThat(ask(List.of(), Total.of(Aggregate.SUM, "v")).groups())
        .containsExactly(new Group(List.of(), 3_000, List.of(sum(rows))));
  }

  @Test
  void withoutRowsThereIsNoGroup() throws SQLException {
    Grouped grouped =
        ask(
            new GroupedQuestion(List.of(GroupKey.top("g", 3)), List.of(Total.rows())),
            FIELDS,
            parquet.of(FIELDS, List.of()));
    assertThat(grouped).isEqualTo(new Grouped(List.of(), List.of(0L)));
  }

  @Test
  void notANumberIsAGroupOfItsOwnAndNotNull() throws SQLException {
    List<List<?>> values = new ArrayList<>();
    for (Double x : new Double[] {Double.NaN, null, Double.NaN, -0.0, 0.0, 1.5}) {
      values.add(Arrays.asList(x));
    }
    Grouped grouped =
        ask(
            new GroupedQuestion(List.of(GroupKey.top("x", 9)), List.of(Total.rows())),
            List.of(X),
            parquet.of(List.of(X), values));
    Set<Long> counts = new HashSet<>();
    grouped.groups().forEach(group -> counts.add(group.rows()));
    assertThat(counts).containsExactlyInAnyOrder(2L, 1L);
    assertThat(grouped.groups())
        .extracting(group -> group.keys().getFirst())
        .contains(new Grouped.Key.Of(Double.NaN), new Grouped.Key.Of(null), new Grouped.Key.Of(1.5))
        .hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SUM", "MEAN", "MEDIAN", "DEVIATION"})
  void computingWithTextIsRefused(Aggregate aggregate) {
    assertProblem(ProblemCode.QUESTION, "column g", () -> ask(List.of(), Total.of(aggregate, "g")));
    assertThat(aggregate.fits(Simple.STRING)).isFalse();
  }

  @Test
  void questionsThatMakeNoSenseAreRefused() {
    assertProblem(
        ProblemCode.QUESTION, "no place for a group", () -> ask(List.of(GroupKey.top("g", 0))));
    assertProblem(
        ProblemCode.QUESTION,
        "names no column",
        () -> ask(List.of(), new Total(Aggregate.MAX, Optional.empty())));
    assertProblem(
        ProblemCode.QUESTION,
        "dates or timestamps",
        () -> ask(List.of(GroupKey.steps("g", Bucket.DAY, ZoneOffset.UTC))));
  }

  @Test
  void moreGroupsThanAnybodyLooksAtAreRefused() throws SQLException {
    Field n = field("n", Simple.LONG);
    GroupKey all = new GroupKey(new Source.Value("n"), Rank.KEY, GroupKey.ALL);
    GroupedQuestion question = new GroupedQuestion(List.of(all), List.of(Total.rows()));
    LocalFile most = parquet.of("SELECT range AS n FROM range(%d)".formatted(GroupedAnswer.MOST));
    assertThat(ask(question, List.of(n), most).groups()).hasSize(GroupedAnswer.MOST);
    assertProblem(
        ProblemCode.TOO_LARGE,
        "more than 100,000 groups",
        () -> ask(question, List.of(n), most, parquet.of("SELECT -1::BIGINT AS n")));
  }
}
