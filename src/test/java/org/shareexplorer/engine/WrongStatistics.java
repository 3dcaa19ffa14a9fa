package org.shareexplorer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Has a Parquet file say what is not so of its values. */
final class WrongStatistics {

  private WrongStatistics() {}

  /** Replaces a number in the footer, be it the least or the greatest of a column. */
  static void replace(byte[] file, double told, double instead) {
    ByteBuffer all = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int footer = file.length - 8 - all.getInt(file.length - 8);
    int replaced = 0;
    for (int at = footer; at < file.length - 8; at++) {
      if (all.getDouble(at) == told) {
        all.putDouble(at, instead);
        replaced++;
      }
    }
    assertThat(replaced).isPositive();
  }
}
