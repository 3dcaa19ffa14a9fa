package org.shareexplorer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.protocol.AsOf;
import org.shareexplorer.protocol.PredicateHints;
import org.shareexplorer.protocol.TableQuery;
import org.shareexplorer.table.filter.FilterParser;

/** Whatever a server makes of hints, the rows are those that match. */
class MatchingRowsTest {

  @TempDir Path folder;

  private final Jobs jobs = new Jobs();
  private LoopbackTable table;
  private TableEngine engine;

  @BeforeEach
  void open() throws Exception {
    table =
        new LoopbackTable(
            LoopbackTable.schema("id", "long", "region", "string"), List.of("region"));
    try (DuckFiles duck = new DuckFiles(folder)) {
      for (int i = 0; i < 3; i++) {
        String path = List.of("north", "south", "none").get(i);
        table.add(
            path,
            duck.bytes(path, "SELECT %d + i AS id FROM range(10) t(i)".formatted(10 * i), ""),
            i == 2 ? Map.of("region", "") : Map.of("region", path),
            OptionalLong.of(10));
      }
    }
    engine = new TableEngine(jobs, table, folder.resolve("cache"), 1 << 30, new Questions(jobs));
  }

  @AfterEach
  void close() {
    engine.close();
    jobs.close();
  }

  private OpenTable matching(String condition) {
    return new MatchingRows(engine, table, LoopbackTable.NAME)
        .open(
            columns -> new View(FilterParser.parse(condition, columns), List.of()),
            Job.unattended());
  }

  private static List<Object> ids(OpenTable open) {
    return open.rows(0, 100, List.of("id"), Job.unattended()).rows().stream()
        .map(List::getFirst)
        .map(Object.class::cast)
        .toList();
  }

  private static BiPredicate<TableQuery, String> refusing(ProblemCode code) {
    return (query, _) -> {
      if (!query.hints().none()) {
        throw new Problem(code, "No hints here.", "", "").asException();
      }
      return true;
    };
  }

  @Test
  void theServerIsToldAndItsWordIsNotTakenForMore() {
    String condition = "region = 'north' AND id >= 8";
    List<Object> ignored = ids(matching(condition));
    PredicateHints hints = table.told.getLast();
    table.lists((query, path) -> query.hints().none() || path.equals("north"));
    OpenTable fewer = matching(condition);

    assertThat(hints.sql()).containsExactly("region = 'north'");
    assertThat(hints.json().orElseThrow()).contains("north").contains("greaterThanOrEqual");
    assertThat(ignored).containsExactly(8L, 9L);
    assertThat(ids(fewer)).isEqualTo(ignored);
    assertThat(fewer.snapshot().files()).hasSize(1);
  }

  @Test
  void whatIsListedForOneAnswerIsNoOthers() {
    table.lists((query, path) -> query.hints().none() || path.equals("south"));
    assertThat(ids(matching("region = 'south'"))).hasSize(10);
    OpenTable all = engine.open(table, LoopbackTable.NAME, AsOf.LATEST, Job.unattended());
    assertThat(ids(all)).hasSize(30);
    assertThat(all.ask(new SummaryQuestion(List.of("region")), Job.unattended()).rows())
        .isEqualTo(30);
  }

  @ParameterizedTest
  @EnumSource(names = {"SERVER_REJECTED", "SERVER_FAILED", "TABLE_UNSUPPORTED"})
  void aServerThatRefusesHintsIsAskedWithoutThem(ProblemCode code) {
    table.lists(refusing(code));
    assertThat(ids(matching("region = 'south' AND id < 12"))).containsExactly(10L, 11L);
    assertThat(table.told).hasSize(2).endsWith(PredicateHints.NONE);
  }

  @Test
  void otherFailuresAreNotAskedFor() {
    table.lists(refusing(ProblemCode.SERVER_FORBIDDEN));
    assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> matching("id = 1"));
    assertThat(table.queries).hasValue(1);
  }

  @Test
  void hintsOnColumnsThatHaveChangedAreNotTrusted() {
    table.lists((query, path) -> {
      table.schemaIs(LoopbackTable.schema("id", "long", "region", "string", "new", "string"));
      return query.hints().none() || path.equals("north");
    });
    OpenTable open = matching("region = 'north'");
    assertThat(open.snapshot().files()).hasSize(3);
    assertThat(ids(open)).hasSize(10);
    assertThat(table.told).hasSize(2).endsWith(PredicateHints.NONE);
  }

  @Test
  void nothingIsToldOfWhatServersGetWrong() {
    assertThat(ids(matching("region IS NULL AND NOT id = 20"))).hasSize(9);
    assertThat(table.told).containsExactly(PredicateHints.NONE);
  }
}
