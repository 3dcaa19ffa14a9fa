package org.shareexplorer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.LongStream;
import mockwebserver3.MockResponse;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.net.Http;
import org.shareexplorer.net.HttpRanges;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.protocol.AsOf;
import org.shareexplorer.table.filter.FilterParser;

/**
 * What a filter excludes is not fetched, by the word of the storage. Ids go up: 0 to 29,999 in the
 * file {@code a}, in three row groups, and on in {@code b}, of which the provider tells bounds, and
 * in {@code c}, of which it tells nothing.
 */
class FilteredFetchTest {

  private static final int ROWS = 30_000;

  @TempDir Path folder;

  private final Jobs jobs = new Jobs();
  private final Http http = new Http();
  private final Queue<String> ranges = new ConcurrentLinkedQueue<>();
  private LoopbackTable table;
  private HttpStorage storage;
  private TableEngine engine;

  @BeforeEach
  void open() throws Exception {
    table = new LoopbackTable(LoopbackTable.schema("id", "long", "noise", "string"), List.of());
    try (DuckFiles duck = new DuckFiles(folder)) {
      for (int i = 0; i < 3; i++) {
        String path = List.of("a", "b", "c").get(i);
        long from = (long) i * ROWS;
        table.add(
            path,
            duck.bytes(
                path,
                "SELECT i AS id, md5(i::VARCHAR) AS noise FROM range(%d, %d) t(i)"
                    .formatted(from, from + ROWS),
                ", ROW_GROUP_SIZE 10240, COMPRESSION uncompressed"),
            Map.of(),
            i == 2
                ? Optional.empty()
                : Optional.of(
                    "{\"numRecords\":%d,\"minValues\":{\"id\":%d},\"maxValues\":{\"id\":%d},\"nullCount\":{\"id\":0}}"
                        .formatted(ROWS, from, from + ROWS - 1)));
      }
    }
    storage = new HttpStorage(table);
    storage.fails((_, good) -> noted(good));
    engine =
        new TableEngine(
            jobs, new HttpRanges(http), folder.resolve("cache"), 1 << 30, new Questions(jobs));
  }

  private MockResponse noted(MockResponse good) {
    ranges.add(String.valueOf(good.getHeaders().get("Content-Range")));
    return good;
  }

  @AfterEach
  void close() {
    engine.close();
    storage.close();
    http.close();
    jobs.close();
  }

  private OpenTable viewed(String condition) {
    OpenTable open = engine.open(table, LoopbackTable.NAME, AsOf.LATEST, Job.unattended());
    return open.viewed(
        new View(FilterParser.parse(condition, open.snapshot().fields()), List.of()),
        Job.unattended());
  }

  private long bytes() {
    return ranges.stream()
        .map(range -> range.substring(6, range.indexOf('/')).split("-", -1))
        .mapToLong(ends -> Long.parseLong(ends[1]) - Long.parseLong(ends[0]) + 1)
        .sum();
  }

  @Test
  void statisticsExcludeFilesWithoutARequest() {
    assertThat(viewed("id < 100").rows(0, 200, List.of("id"), Job.unattended()).rows())
        .extracting(List::getFirst)
        .containsExactlyElementsOf(LongStream.range(0, 100).boxed().toList());
    assertThat(table.read).contains("a", "c").doesNotContain("b");
  }

  @Test
  void footersExcludeRowGroups() {
    viewed("id < 100").countRows(Job.unattended());
    // The tails of two files, and the ids of one row group of six.
    assertThat(ranges).hasSize(3);
    assertThat(bytes()).isLessThan(2 * (64 << 10) + 10_240 * 8 + 1_000);
    assertThat(table.bytes("a").length).isGreaterThan(1_000_000);
  }

  @Test
  void whatIsSettledNeedsNoDataAndWhatWasFetchedNoMore() {
    assertThat(viewed("id >= 0 AND id < 60000").countRows(Job.unattended())).isEqualTo(60_000);
    assertThat(table.read).containsExactly("c");
    int first = storage.requests.get();
    viewed("id BETWEEN 5000 AND 35000").countRows(Job.unattended());
    int second = storage.requests.get();
    assertThat(second).isGreaterThan(first);
    viewed("id BETWEEN 5001 AND 34999").countRows(Job.unattended());
    assertThat(storage.requests).hasValue(second);
  }

  @Test
  void theFirstFooterTellsHowMuchToReadForTheOthers() {
    OpenTable open = engine.open(table, LoopbackTable.NAME, AsOf.LATEST, Job.unattended());
    var _ = open.rows(0, 1, List.of("id"), Job.unattended());
    ranges.clear();
    assertThat(open.countRows(Job.unattended())).isEqualTo(3 * ROWS);
    assertThat(ranges).hasSize(1);
    assertThat(bytes()).isLessThan(4 << 10);
  }

  @Test
  void veryManyFilesAreNotOpenedOneByOne() {
    for (int i = 0; i < TableFiles.MOST_FILES; i++) {
      table.add("f" + i, new byte[100], Map.of(), Optional.empty());
    }
    OpenTable open = engine.open(table, LoopbackTable.NAME, AsOf.LATEST, Job.unattended());
    List<ThrowingCallable> questions =
        List.of(
            () -> open.ask(new MomentsQuestion("id"), Job.unattended()),
            () -> open.countRows(Job.unattended()),
            () -> viewed("id = 3"));
    for (ThrowingCallable question : questions) {
      assertThatExceptionOfType(ProblemException.class)
          .isThrownBy(question)
          .satisfies(e -> {
            assertThat(e.problem().code()).isEqualTo(ProblemCode.TOO_LARGE);
            assertThat(e.problem().why()).containsPattern("the data of 20,00\\d files.*MB");
          });
    }
    assertThat(ranges).isEmpty();
  }

  @Test
  void ofVeryManyFilesSomeStandForAll() throws Exception {
    int files = TableFiles.MOST_FILES + 1;
    int step = SampledTable.everyFile(files);
    LoopbackTable many =
        new LoopbackTable(LoopbackTable.schema("id", "long", "n", "integer"), List.of("n"));
    byte[] bytes;
    try (DuckFiles duck = new DuckFiles(folder)) {
      bytes = duck.bytes("same.parquet", "SELECT i AS id FROM range(10) t(i)", "");
    }
    for (int i = 0; i < files; i++) {
      many.add("f" + i, bytes, Map.of("n", Integer.toString(i)), OptionalLong.of(10));
    }
    try (TableEngine other =
        new TableEngine(jobs, many, folder.resolve("many"), 1 << 30, new Questions(jobs))) {
      SampledTable sample =
          SampledTable.of(
              other.open(many, LoopbackTable.NAME, AsOf.LATEST, Job.unattended()),
              Job.unattended());
      assertThat(sample.sample()).isEqualTo(new SampledTable.Sample.Spread(step));
      assertThat(sample.share()).isEqualTo(new SampledTable.Share.Spread(step, 1));
      OpenTable few =
          sample
              .table()
              .viewed(
                  new View(FilterParser.parse("n < 30", sample.snapshot().fields()), List.of()),
                  Job.unattended());
      assertThat(SampledTable.of(few, Job.unattended()).share())
          .isEqualTo(new SampledTable.Share.Spread(1, 2));
      Moments moments = sample.ask(new MomentsQuestion("n"), Job.unattended());
      int taken = files / step;
      assertThat(moments.rows()).isEqualTo(10L * taken);
      assertThat(moments.min()).isEqualTo(step / 2);
      assertThat(moments.max()).isEqualTo((taken - 1) * step + step / 2);
    }
  }
}
