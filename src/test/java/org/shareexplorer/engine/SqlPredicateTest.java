package org.shareexplorer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.filter.Comparison;
import org.shareexplorer.table.filter.Predicate;
import org.shareexplorer.table.filter.Predicate.Compared;

class SqlPredicateTest {

  @TempDir Path folder;

  /** Whether a value is before itself, itself, or after itself, as the database finds it. */
  private String compared(Simple type, Object value, String sql) throws Exception {
    Field column = new Field("x", type, true);
    SqlPredicate predicate = new SqlPredicate(_ -> sql);
    try (DuckFiles duck = new DuckFiles(folder)) {
      StringBuilder found = new StringBuilder();
      for (Comparison each : List.of(Comparison.LESS, Comparison.EQUAL, Comparison.GREATER)) {
        Predicate condition = new Compared(column, each, value);
        found.append(duck.cell("SELECT " + predicate.of(condition))).append(' ');
      }
      return found.toString().strip();
    }
  }

  @Test
  void daysOfAllYearsAreThemselves() throws Exception {
    for (int year : new int[] {-4_000, 1, 1_582, 9_999, 10_000, 200_000}) {
      LocalDate day = LocalDate.of(year, 2, 3);
      String sql = "make_date(%d, 2, 3)".formatted(year);
      assertThat(compared(Simple.DATE, day, sql)).as(sql).isEqualTo("false true false");
      LocalDateTime at = day.atTime(4, 5, 6);
      String moment = "make_timestamp(%d, 2, 3, 4, 5, 6)".formatted(year);
      assertThat(compared(Simple.TIMESTAMP_NTZ, at, moment)).isEqualTo("false true false");
      Instant instant = at.atZone(java.time.ZoneOffset.UTC).toInstant();
      String zoned = "(SELECT timezone('UTC', " + moment + "))";
      assertThat(compared(Simple.TIMESTAMP, instant, zoned)).isEqualTo("false true false");
    }
  }
}
