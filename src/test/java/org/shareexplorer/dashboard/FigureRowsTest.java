package org.shareexplorer.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FigureRowsTest {

  /** Figures of ten letters half as wide as high, their names below them. */
  private static FigureRows of(int count, double width, double height) {
    return FigureRows.of(count, width, height, 5, 1.25, 16, 44);
  }

  @Test
  void aBroadAndLowRoomHasThemInARow() {
    assertThat(of(6, 950, 76))
        .extracting(FigureRows::rows, FigureRows::columns)
        .containsExactly(1, 6);
  }

  @Test
  void aHighRoomHasThemInRowsThatMakeThemLarger() {
    FigureRows slide = of(6, 640, 300);
    assertThat(slide).isEqualTo(new FigureRows(3, 2, 44));
    assertThat(of(5, 200, 600))
        .extracting(FigureRows::rows, FigureRows::columns)
        .containsExactly(5, 1);
  }

  @Test
  void rowsThatMakeNoDifferenceAreNotMade() {
    assertThat(of(3, 2000, 600)).isEqualTo(new FigureRows(1, 3, 44));
    assertThat(of(1, 100, 100).rows()).isEqualTo(1);
  }

  @Test
  void noRowIsEmpty() {
    for (int count = 1; count < 12; count++) {
      for (int width = 50; width < 2000; width += 50) {
        FigureRows stand = of(count, width, 400);
        assertThat(stand.rows() * stand.columns()).isGreaterThanOrEqualTo(count);
        assertThat((stand.rows() - 1) * stand.columns()).isLessThan(count);
      }
    }
  }
}
