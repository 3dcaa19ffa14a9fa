package org.shareexplorer.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GridStatusTest {

  @Test
  void ofASmallTableMoreThanItHasIsNotToldAsAPart() {
    assertThat(GridStatus.bytes(516_000, 385_000)).isEqualTo("516 KB");
    assertThat(GridStatus.bytes(385_000, 385_000)).isEqualTo("385 KB of 385 KB");
    assertThat(GridStatus.bytes(0, 1_200_000)).isEqualTo("0 B of 1.2 MB");
  }
}
