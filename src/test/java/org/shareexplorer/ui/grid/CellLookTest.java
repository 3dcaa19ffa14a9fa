package org.shareexplorer.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.Values;

class CellLookTest {

  private static CellLook look(@Nullable Object value, DataType type) {
    return CellLook.of(value, type, ZoneId.of("Asia/Tokyo"));
  }

  @Test
  void nullAnEmptyTextAndTheWordNullAreThreeThings() {
    assertThat(look(null, Simple.STRING).kind()).isEqualTo(CellLook.Kind.NULL);
    assertThat(look("", Simple.STRING).kind()).isEqualTo(CellLook.Kind.EMPTY);
    assertThat(look("null", Simple.STRING).kind()).isEqualTo(CellLook.Kind.VALUE);
  }

  @Test
  void numbersAndTimesAreFigures() {
    assertThat(look(new BigDecimal("1234.50"), new DataType.Decimal(10, 2)))
        .isEqualTo(new CellLook("1,234.50", CellLook.Kind.VALUE, true));
    assertThat(look(Instant.parse("2026-01-01T00:00:00Z"), Simple.TIMESTAMP).text())
        .isEqualTo("2026-01-01 09:00:00");
    assertThat(look(Double.NaN, Simple.DOUBLE).text()).isEqualTo("NaN");
    assertThat(look("x", Simple.STRING).figure()).isFalse();
  }

  @Test
  void aCellHasOneLineAndAnEnd() {
    assertThat(look("a\r\nb\tc", Simple.STRING).text()).isEqualTo("a⏎b⇥c");
    assertThat(look("x".repeat(10_000), Simple.STRING).text()).hasSize(401).endsWith("…");
  }

  @Test
  void whatCannotBeDecodedSpoilsOnlyItsCell() {
    assertThat(look(new Values.Undecodable("broken page"), Simple.INTEGER).kind())
        .isEqualTo(CellLook.Kind.SPOILT);
  }

  @Test
  void copiedTextsThatHoldTabsOrBreaksAreQuoted() {
    List<Field> columns =
        List.of(new Field("a\tb", Simple.STRING, true), new Field("c", Simple.STRING, true));
    org.shareexplorer.ui.headless.FakeTable table =
        new org.shareexplorer.ui.headless.FakeTable(
            "quotes",
            columns,
            3,
            true,
            1,
            (row, column) ->
                column == 0
                    ? List.of("two\nlines", "\"said\"", "plain \"x\"").get((int) row)
                    : null);
    assertThat(
            new CopiedCells(table, columns, 0, 2, true).run(org.shareexplorer.job.Job.unattended()))
        .isEqualTo("\"a\tb\"\tc\n\"two\nlines\"\t\n\"\"\"said\"\"\"\t\nplain \"x\"\t");
  }

  @Test
  void rowNumbersAreReadAsPeopleWriteThem() {
    assertThat(RowNumber.parse(" 1,234,567 ")).contains(1_234_567L);
    assertThat(RowNumber.parse("1 000")).contains(1_000L);
    assertThat(RowNumber.parse("0")).isEmpty();
    assertThat(RowNumber.parse("-3")).isEmpty();
    assertThat(RowNumber.parse("x")).isEmpty();
    assertThat(RowNumber.parse("")).isEmpty();
  }
}
