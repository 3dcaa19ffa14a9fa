package org.shareexplorer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.protocol.AsOf;

class DeletedRowsTest {

  private static final String SCHEMA =
      LoopbackTable.schema("id", "long", "file_row_number", "long", "FILE_INDEX", "string");

  @TempDir Path folder;

  private final Jobs jobs = new Jobs();
  private DuckFiles duck;

  @BeforeEach
  void open() throws Exception {
    duck = new DuckFiles(folder);
  }

  @AfterEach
  void close() throws Exception {
    duck.close();
    jobs.close();
  }

  private TableEngine engine(LoopbackTable table) {
    return new TableEngine(jobs, table, folder.resolve("cache"), 1 << 30, new Questions(jobs));
  }

  private static OpenTable opened(TableEngine engine, LoopbackTable table) {
    return engine.open(table, LoopbackTable.NAME, AsOf.LATEST, Job.unattended());
  }

  /** Columns of the database's own names must not stand in for them. */
  private byte[] file(String name, long from, long to, int group) throws Exception {
    return duck.bytes(
        name,
        "SELECT i AS id, -i AS file_row_number, 'x' AS file_index FROM range(%d, %d) t(i)"
            .formatted(from, to),
        ", ROW_GROUP_SIZE " + group);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void rowsAndQuestionsAreThoseOfAPlainFilter(long seed) throws Exception {
    Random random = new Random(seed);
    LoopbackTable table = new LoopbackTable(SCHEMA, List.of("FILE_INDEX"));
    List<Long> left = new ArrayList<>();
    long next = 0;
    for (int number = 0; number < 5; number++) {
      String path = number + ".parquet";
      long rows = random.nextInt(9_000);
      table.add(
          path,
          file(path, next, next + rows, 2048),
          Map.of("FILE_INDEX", "f" + random.nextInt(3)),
          random.nextBoolean() ? OptionalLong.of(rows) : OptionalLong.empty());
      TreeSet<Long> deleted = new TreeSet<>();
      double share = random.nextInt(4) == 0 ? 1 : random.nextDouble();
      int run = 1 + random.nextInt(3_000);
      for (long row = 0; number != 2 && row < rows; row += run) {
        for (long i = row; random.nextDouble() < share && i < Math.min(rows, row + run); i++) {
          deleted.add(i);
        }
      }
      if (number != 2) {
        table.delete(
            path,
            random.nextBoolean()
                ? VectorBytes.inline(deleted, random)
                : VectorBytes.inFile(deleted, random));
      }
      for (long row = 0; row < rows; row++) {
        if (!deleted.contains(row)) {
          left.add(next + row);
        }
      }
      next += rows;
    }
    try (TableEngine engine = engine(table)) {
      OpenTable open = opened(engine, table);
      for (int i = 0; i < 12; i++) {
        int first = random.nextInt(left.size() + 1);
        int count = random.nextInt(400);
        RowPage page = open.rows(first, count, List.of("id", "FILE_INDEX"), Job.unattended());
        List<Long> expected = left.subList(first, Math.min(left.size(), first + count));
        assertThat(page.rows()).extracting(List::getFirst).isEqualTo(expected);
        assertThat(page.end()).isEqualTo(first + count >= left.size());
      }
      Summary summary =
          open.ask(
              new SummaryQuestion(List.of("id", "file_row_number", "FILE_INDEX")),
              Job.unattended());
      assertThat(summary.rows()).isEqualTo(left.size());
      assertThat(open.rowCount()).hasValue(left.size());
      assertThat(summary.columns().getFirst().min()).isEqualTo(least(left));
      assertThat(summary.columns().getFirst().distinct()).isEqualTo((long) left.size());
      assertThat(summary.columns().getFirst().mean())
          .isEqualTo(left.stream().mapToLong(Long::longValue).average().orElseThrow());
      assertThat(summary.columns().get(1).max()).isEqualTo(-least(left));
    }
  }

  private static Long least(List<Long> rows) {
    return rows.getFirst();
  }

  @Test
  void pagesOfDeletedRowsAreNotFetched() throws Exception {
    byte[] bytes =
        duck.bytes(
            "a.parquet",
            "SELECT hash(i)::VARCHAR AS noise FROM range(400000) t(i)",
            ", ROW_GROUP_SIZE 10240");
    TreeSet<Long> deleted = new TreeSet<>();
    for (long row = 20; row < 399_990; row++) {
      deleted.add(row);
    }
    LoopbackTable table =
        new LoopbackTable(LoopbackTable.schema("noise", "string"), List.of())
            .add("a.parquet", bytes, Map.of(), OptionalLong.of(400_000))
            .delete("a.parquet", VectorBytes.inFile(deleted, new Random(1)));
    try (TableEngine engine = engine(table)) {
      Job job = Job.unattended();
      OpenTable open = opened(engine, table);
      assertThat(open.rowCount()).hasValue(30);
      RowPage page = open.rows(0, 100, List.of("noise"), job);
      assertThat(page.rows()).hasSize(30);
      assertThat(page.value(29, 0)).isEqualTo(duck.cell("SELECT hash(399999)::VARCHAR"));
      assertThat(job.cost().bytes()).isLessThan(bytes.length / 8);
    }
  }

  @Test
  void aVectorIsFetchedOnceAndItsAddressRenewed() throws Exception {
    LoopbackTable table =
        new LoopbackTable(SCHEMA, List.of())
            .add("a.parquet", file("a.parquet", 0, 100, 2048), Map.of(), OptionalLong.of(100))
            .delete("a.parquet", VectorBytes.inFile(List.of(0L, 1L, 7L), new Random(1)));
    try (TableEngine engine = engine(table)) {
      OpenTable open = opened(engine, table);
      table.expire();
      assertThat(open.rows(0, 6, List.of("id"), Job.unattended()).rows())
          .extracting(List::getFirst)
          .containsExactly(2L, 3L, 4L, 5L, 6L, 8L);
      assertThat(table.queries.get()).isEqualTo(2);
    }
    Job again = Job.unattended();
    try (TableEngine engine = engine(table)) {
      assertThat(opened(engine, table).rows(0, 6, List.of("id"), again).rows()).hasSize(6);
    }
    assertThat(again.cost().requests()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"checksum", "magic", "size", "cardinality", "cut", "beyond", "inline"})
  void aDamagedVectorIsAProblemAndNeverARowTooMany(String damage) throws Exception {
    VectorBytes.Stored good = VectorBytes.inFile(List.of(3L, 4L, 90L), new Random(3));
    byte[] file = good.file().clone();
    VectorBytes.Stored damaged =
        switch (damage) {
          case "checksum" -> {
            file[good.offset() + 4 + good.size() + 3] ^= 1;
            yield good.with(file);
          }
          case "magic" -> {
            byte[] content = VectorBytes.content(List.of(3L), new Random(3));
            content[0]--;
            yield VectorBytes.framed(content, 1);
          }
          case "size" ->
              new VectorBytes.Stored(
                  file, good.inline(), good.offset(), good.size() - 1, good.cardinality());
          case "cardinality" ->
              new VectorBytes.Stored(file, good.inline(), good.offset(), good.size(), 2);
          case "cut" -> good.with(Arrays.copyOf(file, good.offset() + 10));
          case "beyond" -> VectorBytes.inFile(List.of(3L, 100L), new Random(3));
          default -> {
            VectorBytes.Stored inline = VectorBytes.inline(List.of(3L, 4L, 90L), new Random(3));
            yield new VectorBytes.Stored(
                file,
                inline.inline().map(text -> "~" + text.substring(1)),
                0,
                inline.size(),
                inline.cardinality());
          }
        };
    LoopbackTable table =
        new LoopbackTable(SCHEMA, List.of())
            .add("a.parquet", file("a.parquet", 0, 100, 2048), Map.of(), OptionalLong.of(100))
            .delete("a.parquet", damaged);
    try (TableEngine engine = engine(table)) {
      OpenTable open = opened(engine, table);
      List<Runnable> reads = new ArrayList<>();
      reads.add(() -> open.rows(0, 5, List.of("id"), Job.unattended()));
      reads.add(() -> open.ask(new SummaryQuestion(List.of("id")), Job.unattended()));
      for (Runnable read : reads) {
        assertThatExceptionOfType(ProblemException.class)
            .isThrownBy(read::run)
            .matches(e -> e.problem().code() == ProblemCode.FILE_DAMAGED)
            .withMessageContaining("a.parquet");
      }
      table.delete("a.parquet", good);
      assertThat(opened(engine, table).rows(0, 5, List.of("id"), Job.unattended()).rows())
          .extracting(List::getFirst)
          .containsExactly(0L, 1L, 2L, 5L, 6L);
    }
  }
}
