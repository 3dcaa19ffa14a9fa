package org.shareexplorer.ui.palette;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shareexplorer.ui.fx.Icon;

class PaletteModelTest {

  private static List<String> found(String query, String... names) {
    PaletteModel model =
        new PaletteModel(
            List.of(names).stream()
                .map(name -> new Choice(Icon.TABLE, name, "demo › retail", "", () -> {}))
                .toList());
    model.query().set(query);
    return model.found().stream().map(Choice::name).toList();
  }

  @Test
  void showsEverythingInItsOrderBeforeAnythingIsTyped() {
    assertThat(found("", "b", "a")).containsExactly("b", "a");
  }

  @Test
  void findsLettersInOrderWithGaps() {
    assertThat(found("slst", "sales_transactions", "customers"))
        .containsExactly("sales_transactions");
  }

  @Test
  void prefersLettersThatFollowOneAnother() {
    assertThat(found("trip", "table_reads_in_parts", "daily_trips", "trips"))
        .containsExactly("trips", "daily_trips", "table_reads_in_parts");
  }

  @Test
  void prefersTheStartsOfWords() {
    assertThat(found("st", "list", "sales_transactions").getFirst())
        .isEqualTo("sales_transactions");
    assertThat(found("slt", "salt", "sales_lost_today").getFirst()).isEqualTo("sales_lost_today");
  }

  @Test
  void findsByPlaceToo() {
    assertThat(found("retail trips", "trips")).containsExactly("trips");
  }

  @Test
  void findsNothingForLettersThatAreNotThere() {
    assertThat(found("xyz", "trips")).isEmpty();
  }
}
