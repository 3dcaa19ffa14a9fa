package org.shareexplorer.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.shareexplorer.dashboard.Placement.Place;

class PlacementTest {

  private static Tile tile(int width, int height) {
    return new Tile("", "", width, height, new TextContent("x"));
  }

  @Test
  void tilesStandAsHighAndAsFarLeftAsTheyFit() {
    Placement placed =
        Placement.of(List.of(tile(6, 4), tile(6, 2), tile(6, 2), tile(12, 1), tile(3, 2)));
    assertThat(placed.places())
        .containsExactly(
            new Place(0, 0, 6, 4),
            new Place(6, 0, 6, 2),
            new Place(6, 2, 6, 2),
            new Place(0, 4, 12, 1),
            new Place(0, 5, 3, 2));
    assertThat(placed.rows()).isEqualTo(7);
    assertThat(Placement.of(List.of())).isEqualTo(new Placement(List.of(), 0));
  }

  @Test
  void noTileLiesOnAnotherOrBesideThePage() {
    Random random = new Random(7);
    for (int page = 0; page < 200; page++) {
      List<Tile> tiles = new ArrayList<>();
      for (int i = random.nextInt(20); i >= 0; i--) {
        tiles.add(tile(2 + random.nextInt(11), 1 + random.nextInt(6)));
      }
      Placement placed = Placement.of(tiles);
      boolean[][] taken = new boolean[placed.rows()][Tile.COLUMNS];
      for (Place place : placed.places()) {
        for (int row = place.row(); row < place.row() + place.height(); row++) {
          for (int column = place.column(); column < place.column() + place.width(); column++) {
            assertThat(taken[row][column]).isFalse();
            taken[row][column] = true;
          }
        }
      }
    }
  }
}
