package org.shareexplorer.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shareexplorer.chart.ChartColumns;
import org.shareexplorer.chart.Picked;
import org.shareexplorer.table.DataType.Decimal;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.filter.Comparison;
import org.shareexplorer.table.filter.Predicate;
import org.shareexplorer.table.filter.Predicate.Compared;

class PickedRowsTest {

  private static final ZoneId ZONE = ZoneId.of("America/New_York");

  private static List<Predicate> of(Field field, Picked... picked) {
    return PickedRows.of(List.of(picked), new ChartColumns(List.of(field)), ZONE);
  }

  private static Field c(org.shareexplorer.table.DataType type) {
    return new Field("c", type, true);
  }

  private static Predicate range(Field field, Object from, Comparison end, Object to) {
    return Predicate.and(
        List.of(new Compared(field, Comparison.AT_LEAST, from), new Compared(field, end, to)));
  }

  @Test
  void aGroupIsItsValueAndTheGroupWithoutOneIsNull() {
    Field text = c(Simple.STRING);
    assertThat(of(text, new Picked.Value("c", "Europe")))
        .containsExactly(new Predicate.OneOf(text, List.of("Europe")));
    assertThat(of(text, new Picked.Value("c", null))).containsExactly(new Predicate.IsNull(text));
  }

  @Test
  void aBinIncludesItsLowerEdgeAndTheLastOneBoth() {
    Field amount = c(new Decimal(10, 2));
    java.math.BigDecimal from = new java.math.BigDecimal("12.50");
    java.math.BigDecimal to = new java.math.BigDecimal("20.00");
    assertThat(of(amount, new Picked.Between("c", from, to, false)))
        .containsExactly(range(amount, from, Comparison.LESS, to));
    assertThat(of(amount, new Picked.Between("c", from, to, true)))
        .containsExactly(range(amount, from, Comparison.AT_MOST, to));
  }

  @Test
  void aSingleNumberIsThatNumber() {
    Field whole = c(Simple.LONG);
    java.math.BigDecimal most = java.math.BigDecimal.valueOf(Long.MAX_VALUE);
    assertThat(of(whole, new Picked.Between("c", most, most, true)))
        .containsExactly(new Compared(whole, Comparison.EQUAL, Long.MAX_VALUE));
  }

  @Test
  void daysBeginInTheZoneThatIsShown() {
    Picked month = new Picked.Days("c", LocalDate.of(2024, 3, 1), LocalDate.of(2024, 4, 1));
    Field day = c(Simple.DATE);
    Field instant = c(Simple.TIMESTAMP);
    Field local = c(Simple.TIMESTAMP_NTZ);
    assertThat(of(day, month))
        .containsExactly(
            range(day, LocalDate.of(2024, 3, 1), Comparison.LESS, LocalDate.of(2024, 4, 1)));
    assertThat(of(instant, month))
        .containsExactly(
            range(
                instant,
                Instant.parse("2024-03-01T05:00:00Z"),
                Comparison.LESS,
                Instant.parse("2024-04-01T04:00:00Z")));
    assertThat(of(local, month))
        .containsExactly(
            range(
                local,
                LocalDateTime.of(2024, 3, 1, 0, 0),
                Comparison.LESS,
                LocalDateTime.of(2024, 4, 1, 0, 0)));
  }

  @Test
  void rowsThatCannotBeToldInWholeAreNotToldInPart() {
    assertThat(of(c(Simple.STRING), new Picked.Value("c", "a"), new Picked.Value("gone", 1)))
        .isEmpty();
  }
}
