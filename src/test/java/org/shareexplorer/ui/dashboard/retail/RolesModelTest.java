package org.shareexplorer.ui.dashboard.retail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.shareexplorer.dashboard.TableReference;
import org.shareexplorer.dashboard.retail.Candidate;
import org.shareexplorer.dashboard.retail.Part;
import org.shareexplorer.dashboard.retail.Role;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;

class RolesModelTest {

  private static final Field PRICE = new Field("unit_price", Simple.DOUBLE, true);

  private static final Candidate SALES =
      table(
          "Shop",
          "sales",
          new Field("customer_id", Simple.LONG, true),
          new Field("amount", Simple.DOUBLE, true),
          PRICE,
          new Field("sale_date", Simple.DATE, true),
          new Field("note", Simple.STRING, true));
  private static final Candidate CLIENTS =
      table(
          "CRM",
          "clients",
          new Field("client_id", Simple.LONG, true),
          new Field("segment", Simple.STRING, true));

  private static Candidate table(String connection, String name, Field... fields) {
    return new Candidate(
        new TableReference(
            Optional.of(connection), new TableName("a", "b", name), OptionalLong.empty()),
        List.of(fields));
  }

  @Test
  void tablesOfAnotherConnectionCompleteTheGuess() {
    RolesModel model = new RolesModel(List.of(SALES));
    assertThat(model.complete()).isFalse();
    assertThat(model.enough()).isTrue();
    assertThat(model.missing()).contains("a table of customers");
    model.add(List.of(SALES, CLIENTS));
    assertThat(model.complete()).isTrue();
    assertThat(model.tables()).containsExactly(SALES, CLIENTS);
    assertThat(model.missing()).doesNotContain("a table of customers");
  }

  @Test
  void whatAPersonHasChosenNoGuessUndoes() {
    RolesModel model = new RolesModel(List.of(SALES));
    model.choose(Role.AMOUNT, Optional.of(PRICE));
    model.add(List.of(CLIENTS));
    assertThat(model.shape().get().column(Role.AMOUNT)).contains(PRICE);
    assertThat(model.complete()).isFalse();
    model.choose(Part.CUSTOMERS, Optional.of(CLIENTS));
    assertThat(model.complete()).isTrue();
    assertThat(model.shape().get().column(Role.AMOUNT)).contains(PRICE);
    assertThat(model.shape().get().column(Role.SEGMENT)).isPresent();
    model.choose(Part.CUSTOMERS, Optional.empty());
    assertThat(model.complete()).isFalse();
  }

  @Test
  void aRoleCanBePlayedByColumnsOfItsTypesOnly() {
    RolesModel model = new RolesModel(List.of(SALES, CLIENTS));
    assertThat(model.columns(Role.AMOUNT))
        .extracting(Field::name)
        .containsExactly("customer_id", "amount", "unit_price");
    assertThat(model.columns(Role.SOLD)).extracting(Field::name).containsExactly("sale_date");
    assertThat(model.columns(Role.SIGNUP)).isEmpty();
  }

  @Test
  void aColumnThatIsCalledLikeItButHoldsTextsIsNamed() {
    Candidate texts =
        table(
            "CRM",
            "orders",
            new Field("client_id", Simple.LONG, true),
            new Field("order_total", Simple.STRING, true),
            new Field("order_date", Simple.STRING, true),
            new Field("note", Simple.STRING, true));
    RolesModel model = new RolesModel(List.of(CLIENTS, texts));
    model.choose(Part.SALES, Optional.of(texts));
    assertThat(model.missing())
        .contains(
            "a column for “Date of the sale” (order_date holds texts) and a column for “Amount”"
                + " (order_total holds texts): no Revenue per month")
        .doesNotContain("note holds");
  }

  @Test
  void withoutAnyTableThereIsNothingToOpen() {
    RolesModel model = new RolesModel(List.of());
    assertThat(model.enough()).isFalse();
    assertThat(model.columns(Role.AMOUNT)).isEmpty();
  }
}
