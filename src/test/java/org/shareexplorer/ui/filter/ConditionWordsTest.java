package org.shareexplorer.ui.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.DataType.Decimal;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.filter.Comparison;
import org.shareexplorer.table.filter.Predicate;
import org.shareexplorer.table.filter.Predicate.Compared;

class ConditionWordsTest {

  @Test
  void numbersAreBelowAndDaysBeforeTheEndOfARange() {
    assertThat(range(new Decimal(10, 2), new BigDecimal("1.50"), new BigDecimal("2.00")))
        .isEqualTo(new ConditionWords("c", "from", "1.50 to below 2.00"));
    assertThat(range(Simple.DATE, LocalDate.of(2024, 1, 1), LocalDate.of(2024, 2, 1)))
        .isEqualTo(new ConditionWords("c", "from", "2024-01-01 to before 2024-02-01"));
  }

  private static ConditionWords range(DataType type, Object from, Object to) {
    Field column = new Field("c", type, true);
    return ConditionWords.of(
        Predicate.and(
            List.of(
                new Compared(column, Comparison.AT_LEAST, from),
                new Compared(column, Comparison.LESS, to))),
        ZoneOffset.UTC);
  }
}
