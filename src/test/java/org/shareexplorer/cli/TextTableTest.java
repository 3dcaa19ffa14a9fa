package org.shareexplorer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.shareexplorer.cli.TextTable.Column;

class TextTableTest {

  @Test
  void numbersLeanRightAndWideCharactersTakeTwoColumns() {
    TextTable table =
        new TextTable(List.of(Column.left("name"), Column.right("n")))
            .row("東京", "7")
            .row("e\u0301", "12");

    assertThat(table.layout(OptionalInt.empty()).lines())
        .containsExactly("name   n", "────  ──", "東京   7", "e\u0301     12");
  }

  @Test
  void aScreenShortensLongCellsAndCountsTheColumnsLeftOut() {
    TextTable table =
        new TextTable(List.of(Column.left("a"), Column.left("b"), Column.left("c")))
            .row("x".repeat(100), "second", "third");

    TextTable.Layout narrow = table.layout(OptionalInt.of(54));
    TextTable.Layout full = table.layout(OptionalInt.empty());

    assertThat(narrow.columnsLeftOut()).isEqualTo(1);
    assertThat(narrow.lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(54));
    assertThat(narrow.lines().get(2)).startsWith("x".repeat(39) + "…").endsWith("second  …");
    assertThat(full.columnsLeftOut()).isZero();
    assertThat(full.lines().get(2)).contains("x".repeat(100)).endsWith("third");
  }

  @Test
  void controlCharactersCannotReachTheTerminal() {
    TextTable table =
        new TextTable(List.of(Column.left("a"))).row("one\ntwo\u001b[2J\u202Eback\u007F");

    assertThat(String.join("", table.layout(OptionalInt.empty()).lines()))
        .contains("one␊two␛[2J\uFFFDback␡");
  }

  @Test
  void nullEmptyTextAndTheMarkItselfDiffer() {
    assertThat(Cell.text(null, ZoneOffset.UTC)).isEqualTo("(null)");
    assertThat(Cell.text("(null)", ZoneOffset.UTC)).isEqualTo("\"(null)\"");
    assertThat(Cell.text("", ZoneOffset.UTC)).isEqualTo("\"\"");
    assertThat(Cell.text("null", ZoneOffset.UTC)).isEqualTo("null");
    assertThat(Cell.text("\"\"", ZoneOffset.UTC)).isEqualTo("\"\"\"\"");
  }
}
