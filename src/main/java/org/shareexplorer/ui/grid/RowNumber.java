package org.shareexplorer.ui.grid;

import java.util.Optional;

/** The number of a row as people type it. */
final class RowNumber {

  private RowNumber() {}

  /**
   * {@return the number, from 1; digits may be grouped by commas, points, spaces or underscores}
   */
  static Optional<Long> parse(String typed) {
    String digits = typed.strip().replaceAll("[,.\\s_\\u00a0\\u202f']", "");
    return digits.matches("[0-9]{1,17}") && Long.parseLong(digits) > 0
        ? Optional.of(Long.parseLong(digits))
        : Optional.empty();
  }
}
