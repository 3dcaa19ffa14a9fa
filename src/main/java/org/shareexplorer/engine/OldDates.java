package org.shareexplorer.engine;

import org.shareexplorer.parquet.ProjectedFile;

/**
 * Dates and times that files count by a calendar that was Julian before 15 October 1582, as SQL of
 * those that are meant.
 */
final class OldDates {

  /** From which day on, in today's calendar, how many days too late a date is; latest first. */
  private static final Object[][] STEPS = {
    {"1582-10-15", 0},
    {"1500-03-11", 10},
    {"1400-03-10", 9},
    {"1300-03-09", 8},
    {"1100-03-08", 7},
    {"1000-03-07", 6},
    {"0900-03-06", 5},
    {"0700-03-05", 4},
    {"0600-03-04", 3},
    {"0500-03-03", 2},
    {"0300-03-02", 1},
    {"0200-03-01", 0},
    {"0100-02-28", -1},
  };

  private static final int FIRST = -2;

  private static final String UNKNOWN =
      "It has times before 1900 that were written by an older calendar and in a zone other than"
          + " UTC: its rows can be looked at, but not computed with.";

  private OldDates() {}

  /**
   * {@return SQL of the date or time that is meant}
   *
   * @param value SQL of the one that the file counts
   * @param type its type in DuckDB
   * @param calendar the name of the file's schema
   * @param column the name of the column
   */
  static String meant(String value, String type, String calendar, String column) {
    boolean local = calendar.equals(ProjectedFile.LEGACY_LOCAL);
    if (!local && !calendar.equals(ProjectedFile.LEGACY_UTC)) {
      return value;
    }
    if (local && type.startsWith("TIMESTAMP")) {
      return "CASE WHEN %1$s < TIMESTAMP '1900-01-02 00:00:00' THEN %2$s ELSE %1$s END"
          .formatted("CAST(" + value + " AS TIMESTAMP)", SqlFailure.sql(column, UNKNOWN));
    }
    boolean date = type.equals("DATE");
    StringBuilder sql = new StringBuilder("CASE");
    for (Object[] step : STEPS) {
      sql.append(
          " WHEN %s >= DATE '%s' THEN %s"
              .formatted(day(value, date), step[0], date ? step[1] : days(step[1])));
    }
    sql.append(" ELSE ").append(date ? FIRST : days(FIRST)).append(" END");
    return "(" + (date ? value : "CAST(" + value + " AS TIMESTAMP)") + " - " + sql + ")";
  }

  private static String day(String value, boolean date) {
    return date ? value : "CAST(CAST(" + value + " AS TIMESTAMP) AS DATE)";
  }

  private static String days(Object count) {
    return "INTERVAL (" + count + ") DAY";
  }
}
