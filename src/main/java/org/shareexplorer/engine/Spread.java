package org.shareexplorer.engine;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * How far values lie apart. They are first laid between 0 and 1, so that squares neither overflow
 * nor lose the digits that matter.
 *
 * @param mean mean
 * @param deviation standard deviation of a sample (n − 1); null for fewer than two values
 */
record Spread(double mean, @Nullable Double deviation) {

  /**
   * Asks for the spread of some values, of which there is at least one.
   *
   * @param value SQL of the value, of type double
   * @param least the least of the values
   * @param greatest the greatest of them
   */
  static Spread of(Session session, String value, String relation, double least, double greatest)
      throws SQLException {
    double width = greatest / 2 - least / 2;
    if (width == 0) {
      return session.row(
          "SELECT count(" + value + ") FROM " + relation,
          row -> new Spread(least, row.getLong(1) > 1 ? 0.0 : null));
    }
    String laid = laid(value, least, greatest);
    return session.row(
        "SELECT favg(%s), stddev_samp(%s) FROM %s".formatted(laid, laid, relation),
        row -> {
          double mean = row.getDouble(1);
          double deviation = row.getDouble(2);
          return new Spread(
              least + 2 * (mean * width), row.wasNull() ? null : 2 * (deviation * width));
        });
  }

  /** {@return SQL of where between the least and the greatest value, as 0 and 1, a value lies} */
  static String laid(String value, double least, double greatest) {
    return "((%s) / 2 - %s) / %s"
        .formatted(value, SqlText.number(least / 2), SqlText.number(greatest / 2 - least / 2));
  }
}
