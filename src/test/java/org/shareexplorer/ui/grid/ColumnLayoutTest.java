package org.shareexplorer.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shareexplorer.settings.LeftView;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;
import org.shareexplorer.ui.headless.FakeTable;

class ColumnLayoutTest {

  private final ColumnLayout layout = ColumnLayout.of(FakeTable.wide(5, 1).snapshot().fields());

  private static List<Integer> shown(ColumnLayout layout) {
    return layout.shown().stream().map(GridColumn::index).toList();
  }

  @Test
  void aColumnMovesToWhereAnotherIs() {
    assertThat(shown(layout.move(0, 3))).containsExactly(1, 2, 3, 0, 4);
    assertThat(shown(layout.move(4, 1))).containsExactly(0, 4, 1, 2, 3);
    assertThat(shown(layout.move(2, 2))).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void frozenColumnsComeFirstAndGoBackToTheirPlace() {
    ColumnLayout frozen = layout.freeze(3, true);
    assertThat(shown(frozen)).containsExactly(3, 0, 1, 2, 4);
    assertThat(shown(frozen.freeze(3, false))).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void aColumnMovedBesideAFrozenOneIsFrozenToo() {
    ColumnLayout moved = layout.freeze(3, true).move(1, 3);
    assertThat(moved.column(1).frozen()).isTrue();
  }

  @Test
  void theLastColumnOnScreenStays() {
    ColumnLayout one = layout.hide(0).hide(1).hide(2).hide(3);
    assertThat(shown(one)).containsExactly(4);
    assertThat(shown(one.hide(4))).containsExactly(4);
    assertThat(shown(one.showAll())).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void widthsHaveBounds() {
    assertThat(layout.resize(0, 1).column(0).width()).isEqualTo(GridColumn.NARROWEST);
    assertThat(layout.resize(0, 1e9).column(0).width()).isEqualTo(GridColumn.WIDEST);
  }

  @Test
  void columnsAreFoundByAPartOfTheirNameThoseThatBeginWithItFirst() {
    ColumnLayout sales = ColumnLayout.of(FakeTable.sales(1, true).snapshot().fields());
    assertThat(ColumnFinder.matches(sales, " TRANS"))
        .extracting(GridColumn::name)
        .containsExactly("transaction_id", "transaction_date");
    assertThat(ColumnFinder.matches(sales, "id")).hasSize(2);
    assertThat(ColumnFinder.matches(sales, "")).isEmpty();
  }

  @Test
  void columnsStandAsTheyWereLeftAndNewOnesComeLast() {
    List<LeftView.Column> left =
        List.of(
            new LeftView.Column("c", 200, false, true),
            new LeftView.Column("gone", 90, false, false),
            new LeftView.Column("a", 70, true, false));
    ColumnLayout layout =
        ColumnLayout.of(
                List.of(
                    new Field("a", Simple.LONG, true),
                    new Field("b", Simple.LONG, true),
                    new Field("c", Simple.LONG, true)))
            .as(left);
    assertThat(layout.columns()).extracting(GridColumn::name).containsExactly("c", "a", "b");
    assertThat(layout.shown()).extracting(GridColumn::name).containsExactly("c", "b");
    assertThat(layout.frozen()).extracting(GridColumn::width).containsExactly(200.0);
    assertThat(layout.as(layout.left())).isEqualTo(layout);
    assertThat(layout.as(List.of(new LeftView.Column("b", 50, true, false), left.get(2))).shown())
        .extracting(GridColumn::name)
        .containsExactly("c");
  }

  @Test
  void someColumnIsAlwaysShown() {
    ColumnLayout one = ColumnLayout.of(List.of(new Field("a", Simple.LONG, true)));
    assertThat(one.as(List.of(new LeftView.Column("a", 70, true, false))).shown()).hasSize(1);
  }
}
