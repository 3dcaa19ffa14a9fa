package org.shareexplorer.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Progress;
import org.shareexplorer.table.filter.FilterParser;
import org.shareexplorer.ui.filter.FilterBar;
import org.shareexplorer.ui.filter.FilterModel;
import org.shareexplorer.ui.headless.FakeTable;
import org.shareexplorer.ui.headless.FxTest;
import org.shareexplorer.ui.headless.TableStage;

/** Rows are shown as soon as the first of them are found, and counted once all are. */
@SuppressWarnings("NullAway.Init") // Every test begins by making them.
class WantedRowsTest extends FxTest {

  private static final FakeTable ALL = FakeTable.sales(50_000, true);
  private static final FakeTable MATCHING = FakeTable.sales(1_234, true);

  private final CountDownLatch rest = new CountDownLatch(1);
  private final List<OpenTable> shown = new ArrayList<>();
  private final AtomicInteger counted = new AtomicInteger();
  private TableStage stage;
  private FilterModel filter;
  private WantedRows rows;
  private Scene scene;

  /** A table of which some methods are others. */
  private static OpenTable but(OpenTable table, Function<String, InvocationHandler> others) {
    return (OpenTable)
        Proxy.newProxyInstance(
            OpenTable.class.getClassLoader(),
            new Class<?>[] {OpenTable.class},
            (proxy, method, arguments) -> {
              InvocationHandler other = others.apply(method.getName());
              if (other != null) {
                return other.invoke(proxy, method, arguments);
              }
              if (method.getName().equals("equals")) {
                return System.identityHashCode(proxy) == System.identityHashCode(arguments[0]);
              }
              try {
                return method.invoke(table, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private OpenTable someFound() {
    return but(
        MATCHING,
        method ->
            switch (method) {
              case "complete" -> (_, _, _) -> false;
              case "rowCount" -> (_, _, _) -> OptionalLong.empty();
              case "completed" -> (_, _, arguments) -> completed((Job) arguments[0]);
              default -> null;
            });
  }

  private OpenTable completed(Job job) throws InterruptedException {
    job.progress(Progress.of("Finding rows that match, 700 so far"));
    while (!rest.await(10, TimeUnit.MILLISECONDS)) {
      job.check();
    }
    return MATCHING;
  }

  @BeforeEach
  void begin() {
    OpenTable whole = but(ALL, method -> method.equals("viewed") ? (_, _, _) -> someFound() : null);
    doFx(() -> {
      stage = new TableStage(theme(), false, job -> ALL);
      filter = new FilterModel();
      FilterBar bar = new FilterBar(stage.ui, filter);
      rows =
          new WantedRows(
              filter,
              bar,
              stage.ui.background(),
              shown::add,
              counted::incrementAndGet,
              (_, _) -> {});
      scene = stage.scene(bar, 900, 100);
      rows.of(new RenewedTable(whole));
      filter.add(FilterParser.parse("region = 'APAC'", ALL.snapshot().fields()));
    });
  }

  @AfterEach
  void end() {
    rest.countDown();
    doFx(() -> {
      rows.close();
      stage.close();
    });
  }

  private boolean says(String words) {
    return scene.getRoot().lookupAll(".label").stream()
        .anyMatch(node -> node instanceof Label label && label.getText().contains(words));
  }

  @Test
  void theFirstRowsAreShownWhileTheOthersAreLookedFor() {
    until("some rows", () -> shown.size() == 2);
    until("how far it is", () -> says("700 so far"));
    assertThat(counted).hasValue(0);
    rest.countDown();
    until("all rows", () -> says("1,234 of 50,000 rows"));
    assertThat(counted).hasValue(1);
    assertThat(shown).hasSize(2);
  }

  @Test
  void anotherFilterEndsTheSearch() {
    until("how far it is", () -> says("700 so far"));
    doFx(filter::clear);
    until("all rows again", () -> shown.size() == 3);
    rest.countDown();
    assertThat(onFx(() -> says("1,234"))).isFalse();
    assertThat(counted).hasValue(0);
  }
}
