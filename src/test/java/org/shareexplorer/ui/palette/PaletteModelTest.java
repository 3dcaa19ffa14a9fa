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

  private static Choice choice(String name) {
    return new Choice(Icon.TABLE, name, "open tab", "", () -> {});
  }

  @Test
  void keepsWhatWasTypedAndWhatIsChosenWhenMoreIsOffered() {
    PaletteModel model =
        new PaletteModel(List.of(choice("daily_trips"), choice("trips_a"), choice("trips_a")));
    model.query().set("trips");
    assertThat(model.found())
        .extracting(Choice::name)
        .containsExactly("trips_a", "trips_a", "daily_trips");
    List<Choice> more =
        List.of(
            choice("trips"),
            choice("daily_trips"),
            choice("trips_a"),
            choice("trips_a"),
            choice("sales"));
    assertThat(model.offer(more, 1)).isEqualTo(2);
    assertThat(model.found())
        .extracting(Choice::name)
        .containsExactly("trips", "trips_a", "trips_a", "daily_trips");
    assertThat(model.offer(List.of(choice("daily_trips")), 1)).isZero();
    assertThat(model.offer(List.of(), 0)).isZero();
    assertThat(model.found()).isEmpty();
    assertThat(model.offer(more, -1)).isZero();
    assertThat(model.found()).hasSize(4);
  }

  @Test
  void findsNothingForLettersThatAreNotThere() {
    assertThat(found("xyz", "trips")).isEmpty();
  }
}
