package org.shareexplorer.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.ui.headless.FakeTable;

class GridStateTest {

  private static final long FAR = Long.MAX_VALUE / 4;

  private final Jobs jobs = new Jobs();

  @AfterEach
  void end() {
    jobs.close();
  }

  private GridState state(FakeTable table) {
    return new GridState(new GridModel(table, (work, onAnswer, onProblem) -> jobs.start(work)));
  }

  @Test
  void theCursorStaysInTheTable() {
    GridState state = state(FakeTable.sales(20_000_000, true));
    state.move(1, 0, false);
    assertThat(state.selection()).isEqualTo(GridSelection.cell(0, 0));
    state.move(-1, -1, false);
    assertThat(state.selection()).isEqualTo(GridSelection.cell(0, 0));
    state.move(FAR, 1_000, false);
    assertThat(state.selection()).isEqualTo(GridSelection.cell(19_999_999, 7));
    state.move(1, 1, false);
    assertThat(state.selection()).isEqualTo(GridSelection.cell(19_999_999, 7));
  }

  @Test
  void aTableWithoutRowsHasNoCursor() {
    GridState state = state(FakeTable.sales(0, true));
    state.move(1, 0, false);
    assertThat(state.selection().empty()).isTrue();
    assertThat(state.copied(false, false)).isEmpty();
  }

  @Test
  void aRectangleIsCopiedWithTabsInTheOrderOnScreen() {
    GridState state = state(FakeTable.sales(100, true));
    state.arrange(state.layout().move(3, 0));
    state.select(1, 0, false);
    state.select(0, 1, true);
    assertThat(text(state, false, true)).isEqualTo("quantity\ttransaction_id\n1\t101\n14\t102");
    assertThat(text(state, false, false)).isEqualTo("1\t101\n14\t102");
  }

  @Test
  void wholeRowsLeaveOutHiddenColumns() {
    GridState state = state(FakeTable.sales(100, true));
    ColumnLayout layout = state.layout();
    for (int hidden : new int[] {1, 2, 4, 5, 6}) {
      layout = layout.hide(hidden);
    }
    state.arrange(layout);
    state.select(7, 1, false);
    assertThat(text(state, true, false)).isEqualTo("108\t7\t");
  }

  @Test
  void aColumnIsCopiedFromTheFirstRowToTheLast() {
    GridState state = state(FakeTable.sales(2_345, true));
    state.selectColumn(0, false);
    String[] lines = text(state, false, true).split("\n");
    assertThat(lines).hasSize(2_346).startsWith("transaction_id", "101").endsWith("2445");
  }

  @Test
  void freezingKeepsTheCursorOnItsColumn() {
    GridState state = state(FakeTable.sales(100, true));
    state.select(5, 6, false);
    state.arrange(state.layout().freeze(6, true));
    assertThat(state.column().orElseThrow().name()).isEqualTo("transaction_date");
    assertThat(state.selection().place()).isZero();
    state.arrange(state.layout().hide(6));
    assertThat(state.selection().empty()).isFalse();
  }

  private static String text(GridState state, boolean rows, boolean headers) {
    return state.copied(rows, headers).orElseThrow().run(Job.unattended());
  }
}
