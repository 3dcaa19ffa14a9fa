package org.shareexplorer.ui.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shareexplorer.chart.ChartSpec;
import org.shareexplorer.engine.sql.SqlTable;
import org.shareexplorer.protocol.TableName;

class TourModelTest {

  private final List<String> calls = new ArrayList<>();
  private boolean busy;
  private final TourModel tour =
      new TourModel(new ToldStage(), TourScript.steps(TourTables.demo()));

  @Test
  void beginsAtTheStartPage() {
    assertThat(calls).containsExactly("start");
    assertThat(tour.first().get()).isTrue();
  }

  @Test
  void walksToTheLastStopAndNotBeyond() {
    for (int i = 0; i < 50; i++) {
      tour.next();
    }
    assertThat(tour.last().get()).isTrue();
    assertThat(tour.position().get()).isEqualTo(tour.steps().size() - 1);
  }

  @Test
  void everyStopCanBeReachedFromTheStart() {
    while (!tour.last().get()) {
      calls.clear();
      tour.next();
      assertThat(calls).as(tour.step().title()).first().isIn("start", "connected");
    }
  }

  @Test
  void goesBackToTheStopBefore() {
    tour.next();
    calls.clear();
    tour.back();
    assertThat(calls).containsExactly("start");
    tour.back();
    assertThat(tour.position().get()).isZero();
  }

  @Test
  void anActionWaitsUntilTheWindowHasSettled() {
    tour.next();
    busy = true;
    tour.next();
    calls.clear();
    tour.pulse();
    assertThat(calls).isEmpty();
    assertThat(tour.settled()).isFalse();
    busy = false;
    tour.pulse();
    tour.pulse();
    tour.pulse();
    assertThat(calls).containsExactly("connected", "external_retail/retail");
    assertThat(tour.settled()).isTrue();
  }

  @Test
  void theStopsHaveNamesOfTheirOwn() {
    assertThat(new HashSet<>(tour.steps().stream().map(TourStep::name).toList()))
        .hasSameSizeAs(tour.steps());
  }

  /** Tells what it was asked. */
  private final class ToldStage implements TourStage {

    @Override
    public void showStart() {
      calls.add("start");
    }

    @Override
    public void connect() {
      calls.add("connected");
    }

    @Override
    public void reveal(String share, String schema) {
      calls.add(share + "/" + schema);
    }

    @Override
    public void openTable(TableName table) {
      calls.add(table.text());
    }

    @Override
    public void showScreen(String title) {
      calls.add(title);
    }

    @Override
    public void draw(List<ChartSpec> charts) {
      calls.add("charts " + charts.size());
    }

    @Override
    public void join(SqlTable left, SqlTable right) {
      calls.add(left.sql() + " with " + right.sql());
    }

    @Override
    public void query(String sql) {
      calls.add(sql);
    }

    @Override
    public void press(String words) {
      calls.add("press " + words);
    }

    @Override
    public boolean busy() {
      return busy;
    }
  }
}
