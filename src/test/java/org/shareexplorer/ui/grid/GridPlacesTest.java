package org.shareexplorer.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.Field;
import org.shareexplorer.ui.grid.GridPlaces.Hit;

/** Row numbers of 60 pixels, a frozen column of 100 and four of 100, heads of 50, 270 of rows. */
class GridPlacesTest {

  private static GridPlaces places(long rows, double x, double y) {
    List<GridColumn> columns =
        IntStream.range(0, 5)
            .mapToObj(i ->
                new GridColumn(
                    i, new Field("c" + i, DataType.Simple.LONG, true), 100, false, i == 0))
            .toList();
    return new GridPlaces(
        new ColumnLayout(columns), rows, 50, 60, 100, 300, 270, new GridScroll.Place(x, y));
  }

  @ParameterizedTest
  @CsvSource({
    "  0,   0,  70,  50,  0, 0",
    "  0,   0, 159,  76,  0, 0",
    "  0,   0, 160,  77,  1, 1",
    "  0,   0,  30, 130,  2, -1",
    "  0,   0, 900,  60,  0, 4",
    "150,   0, 160,  60,  0, 2",
    "150, 100,  70,  60,  4, 0",
    "  0, 2700000000, 160, 60, 100000000, 1"
  })
  void aPointIsOverOneCell(double left, double top, double x, double y, long row, int place) {
    assertThat(places(1_000_000_000, left, top).hit(x, y)).contains(new Hit(row, place));
  }

  @ParameterizedTest
  @CsvSource({"100, 49", "100, 321", "100, 131"})
  void aPointOverTheHeadsBelowTheViewOrBelowTheLastRowIsOverNoCell(double x, double y) {
    assertThat(places(3, 0, 0).hit(x, y)).isEqualTo(Optional.empty());
  }

  @Test
  void nearToAPointOutsideIsTheCellAtTheEdge() {
    GridPlaces places = places(1_000, 0, 0);
    assertThat(places.nearest(-40, 10)).isEqualTo(new Hit(0, 0));
    assertThat(places.nearest(2_000, 2_000)).isEqualTo(new Hit(9, 4));
    assertThat(places(3, 0, 0).nearest(170, 300)).isEqualTo(new Hit(2, 1));
    assertThat(places.beyond(500, 340)).containsExactly(40, 20);
    assertThat(places.beyond(150, 40)).containsExactly(-10, -10);
    assertThat(places.beyond(200, 100)).containsExactly(0, 0);
  }

  @Test
  void aColumnsEdgesAreWhereItIsSeen() {
    GridPlaces places = places(10, 150, 0);
    assertThat(places.edgeOf(0, false)).isEqualTo(60);
    assertThat(places.edgeOf(0, true)).isEqualTo(160);
    assertThat(places.edgeOf(1, false)).isEqualTo(10);
    assertThat(places.edgeOf(3, true)).isEqualTo(310);
  }
}
