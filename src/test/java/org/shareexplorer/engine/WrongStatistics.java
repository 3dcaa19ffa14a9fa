package org.shareexplorer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;

/** Has a Parquet file say what is not so of its values. */
final class WrongStatistics {

  private WrongStatistics() {}

  /**
   * {@return a file of a query's rows}
   *
   * @param sql of a column that goes from 0 to 1,000; the file says that it ends at 990
   */
  static LocalFile file(Path folder, String sql) throws IOException, SQLException {
    try (DuckFiles duck = new DuckFiles(folder)) {
      byte[] bytes = duck.bytes("rows.parquet", sql, "");
      replace(bytes, 1_000.0, 990.0);
      return new LocalFile(Files.write(folder.resolve("rows.parquet"), bytes), Map.of());
    }
  }

  /** Asks about such a file: it is said to be damaged, and there is no figure. */
  static void refused(ThrowingCallable asking) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(asking)
        .satisfies(e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.FILE_DAMAGED));
  }

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
