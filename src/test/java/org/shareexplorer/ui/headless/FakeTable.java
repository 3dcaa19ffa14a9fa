package org.shareexplorer.ui.headless;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.ProfileQuestion;
import org.shareexplorer.engine.ProviderQuestion;
import org.shareexplorer.engine.Question;
import org.shareexplorer.engine.RowPage;
import org.shareexplorer.engine.View;
import org.shareexplorer.job.Job;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.protocol.ResponseFormat;
import org.shareexplorer.protocol.SignedAddress;
import org.shareexplorer.protocol.TableHead;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.table.DataFile;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.Snapshot;
import org.shareexplorer.table.Values;
import org.shareexplorer.table.filter.Predicate;

/** A table whose values follow from row and column; it can be slow, and it can fail. */
public final class FakeTable implements OpenTable {

  /** A value of a cell. */
  public interface Content {
    /** {@return the value} */
    @Nullable Object at(long row, int column);
  }

  /** One request for rows. */
  public record Asked(long first, int count, List<String> columns, Job job) {}

  private final Snapshot snapshot;
  private final long rows;
  private final boolean countKnown;
  private final Content content;

  /** The requests so far. */
  public final List<Asked> asked = new CopyOnWriteArrayList<>();

  /** Holds answers back until it is counted down, or the job cancelled, if set. */
  public volatile @Nullable CountDownLatch gate;

  /** How many rows are there at first; the others come once the gate is open. */
  public volatile int soFar = Integer.MAX_VALUE;

  /** What requests fail with, if set. */
  public volatile @Nullable Problem problem;

  /** The questions so far. */
  public final List<Question<?>> questions = new CopyOnWriteArrayList<>();

  /** What questions about data fail with, if set. */
  public volatile @Nullable Problem questionsProblem;

  /** What a question about a column is said to fetch. */
  public volatile long bytesPerColumn = 1_000;

  /** A table of these columns. */
  public FakeTable(
      String name,
      List<Field> fields,
      long rows,
      boolean countKnown,
      long version,
      Content content) {
    this.rows = rows;
    this.countKnown = countKnown;
    this.content = content;
    this.snapshot =
        new Snapshot(
            new TableName("external_retail", "retail", name),
            new TableHead(
                version,
                ResponseFormat.DELTA,
                3,
                Set.of("deletionVectors", "columnMapping"),
                "7c1f9a52-5d0e-4a0c-9b62-0d6f4a3f6b1e",
                Optional.of(name),
                Optional.of("Made up for the tests of the window."),
                "{}",
                List.of("region").stream()
                    .filter(p -> fields.stream().anyMatch(f -> f.name().equals(p)))
                    .toList(),
                Map.of("delta.enableDeletionVectors", "true", "delta.columnMapping.mode", "name"),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty()),
            fields,
            IntStream.range(0, 3).mapToObj(i -> file(i, rows / 3)).toList());
  }

  private static DataFile file(int number, long rows) {
    Map<String, @Nullable String> partition = new LinkedHashMap<>();
    partition.put("region", number == 2 ? null : number == 0 ? "EMEA" : "APAC");
    return new DataFile(
        "file-" + number,
        new SignedAddress("https://store.example.com/data/" + number + ".parquet?signature=secret"),
        412_345 + 1_000L * number,
        partition,
        OptionalLong.of(rows),
        Optional.empty(),
        Long.MAX_VALUE,
        Optional.empty());
  }

  /** {@return sales of a shop, as in the demo share} */
  public static FakeTable sales(long rows, boolean countKnown) {
    List<String> products = List.of("Data Platform License", "Storage Add-on", "Analytics Suite");
    List<String> regions = List.of("North America", "APAC", "EMEA");
    List<Field> fields =
        List.of(
            new Field(
                "transaction_id", Simple.INTEGER, false, Map.of("comment", "Unique per sale")),
            new Field("customer_id", Simple.INTEGER, true),
            new Field("product_name", Simple.STRING, true),
            new Field("quantity", Simple.INTEGER, true),
            new Field("unit_price", new DataType.Decimal(10, 2), true),
            new Field("total_amount", new DataType.Decimal(10, 2), true),
            new Field("transaction_date", Simple.DATE, true),
            new Field("region", Simple.STRING, true));
    return new FakeTable(
        "sales_transactions",
        fields,
        rows,
        countKnown,
        12,
        (row, column) ->
            switch (column) {
              case 0 -> (int) (101 + row);
              case 1 -> (int) (row * 37 % 997);
              case 2 -> products.get((int) (row * 7 % 3));
              case 3 -> (int) (row * 13 % 17 + 1);
              case 4 -> new BigDecimal("1000.00").subtract(BigDecimal.valueOf(row % 5 * 200));
              case 5 -> BigDecimal.valueOf(row * 7919 % 1_500_000, 2);
              case 6 -> LocalDate.of(2024, 1, 15).plusDays(row % 700);
              default -> row % 11 == 7 ? null : regions.get((int) (row % 3));
            });
  }

  /** {@return a table of many columns} */
  public static FakeTable wide(int columns, long rows) {
    List<Field> fields =
        IntStream.range(0, columns)
            .mapToObj(
                i -> new Field("measure_" + i, i % 3 == 2 ? Simple.STRING : Simple.DOUBLE, true))
            .toList();
    return new FakeTable(
        "wide",
        fields,
        rows,
        true,
        0,
        (row, column) -> column % 3 == 2 ? "r" + row + "c" + column : row * 0.5 + column);
  }

  /** {@return a value of each kind, also the odd ones} */
  public static FakeTable odd() {
    DataType.Struct place =
        new DataType.Struct(
            List.of(
                new Field("city", Simple.STRING, true, Map.of("comment", "In English")),
                new Field("at", new DataType.Array(Simple.DOUBLE, false), true)));
    Map<String, @Nullable Object> berlin = new LinkedHashMap<>();
    berlin.put("city", "Berlin");
    berlin.put("at", List.of(52.52, 13.405));
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("a", 1);
    counts.put("b", 2);
    Object[][] values = {
      {
        1,
        "null",
        Double.NaN,
        Instant.parse("2026-03-29T01:30:00.123456Z"),
        new Values.StructValue(berlin),
        List.of("x", "y"),
        counts,
        new Values.Bytes(new byte[] {1, -1, 16}),
        true,
        LocalDateTime.of(2026, 1, 2, 3, 4, 5)
      },
      {
        2,
        "",
        Double.POSITIVE_INFINITY,
        Instant.parse("1969-07-20T20:17:40Z"),
        null,
        List.of(),
        Map.of(),
        new Values.Bytes(new byte[0]),
        false,
        null
      },
      {null, null, null, null, null, null, null, null, null, null},
      {
        3,
        "two\nlines\tand a tab",
        -0.0,
        new Values.Undecodable("the page's checksum is wrong"),
        null,
        Arrays.asList("only", null),
        null,
        null,
        true,
        LocalDateTime.of(1, 1, 1, 0, 0)
      },
    };
    List<Field> fields =
        List.of(
            new Field("id", Simple.LONG, true),
            new Field("text", Simple.STRING, true),
            new Field("number", Simple.DOUBLE, true),
            new Field("moment", Simple.TIMESTAMP, true),
            new Field("place", place, true),
            new Field("tags", new DataType.Array(Simple.STRING, true), true),
            new Field("counts", new DataType.MapOf(Simple.STRING, Simple.INTEGER, false), true),
            new Field("bytes", Simple.BINARY, true),
            new Field("flag", Simple.BOOLEAN, true),
            new Field("local", Simple.TIMESTAMP_NTZ, true));
    return new FakeTable(
        "odd", fields, values.length, true, 3, (row, column) -> values[(int) row][column]);
  }

  @Override
  public Snapshot snapshot() {
    return snapshot;
  }

  @Override
  public OptionalLong rowCount() {
    return countKnown ? OptionalLong.of(rows) : OptionalLong.empty();
  }

  @Override
  public RowPage rows(long first, int count, List<String> columns, Job job) {
    asked.add(new Asked(first, count, columns, job));
    job.countRequest();
    CountDownLatch held = gate;
    if (held != null && (soFar == Integer.MAX_VALUE || first >= soFar)) {
      try (var _ = job.onCancel(held::countDown)) {
        held.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      job.check();
    }
    Problem trouble = problem;
    if (trouble != null) {
      throw trouble.asException();
    }
    List<String> names = snapshot.fields().stream().map(Field::name).toList();
    List<List<@Nullable Object>> page = new ArrayList<>();
    long end = first < soFar ? Math.min(first + count, soFar) : first + count;
    for (long row = first; row < Math.min(rows, end); row++) {
      List<@Nullable Object> line = new ArrayList<>();
      for (String column : columns) {
        line.add(content.at(row, names.indexOf(column)));
      }
      page.add(line);
    }
    job.countBytes(4L * page.size() * columns.size());
    return new RowPage(
        columns.stream().map(c -> snapshot.field(c).orElseThrow()).toList(),
        first,
        page,
        first + page.size() >= rows);
  }

  @Override
  @SuppressWarnings("unchecked") // Each question's answer is of its own type.
  public <A> A ask(Question<A> question, Job job) {
    questions.add(question);
    Problem trouble = questionsProblem;
    if (trouble != null && !(question instanceof ProviderQuestion)) {
      throw trouble.asException();
    }
    return (A)
        switch (question) {
          case ProviderQuestion _ ->
              snapshot.fields().stream()
                  .map(field -> FakeProfiles.provider(field, values(field.name())))
                  .toList();
          case ProfileQuestion(String column, var extent) ->
              FakeProfiles.of(snapshot.field(column).orElseThrow(), values(column), extent, rows);
          default -> throw new UnsupportedOperationException("questions");
        };
  }

  private List<@Nullable Object> values(String column) {
    int index = snapshot.fields().stream().map(Field::name).toList().indexOf(column);
    List<@Nullable Object> values = new ArrayList<>();
    for (int row = 0; row < Math.min(rows, 2_000); row++) {
      values.add(content.at(row, index));
    }
    return values;
  }

  @Override
  public long bytesToFetch(List<String> columns, Job job) {
    return bytesPerColumn * columns.size();
  }

  @Override
  public long countRows(Job job) {
    return rowCount().orElseThrow();
  }

  @Override
  public OpenTable matching(Predicate filter, Job job) {
    return viewed(new View(filter, List.of()), job);
  }

  @Override
  public OpenTable viewed(View view, Job job) {
    throw new UnsupportedOperationException("views");
  }
}
