package org.shareexplorer.ui.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shareexplorer.engine.sql.SqlFunction;
import org.shareexplorer.engine.sql.SqlTable;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;
import org.shareexplorer.ui.sql.Completion.Proposal;
import org.shareexplorer.ui.sql.Completion.What;

class CompletionTest {

  private static final SqlTable CUSTOMERS = table("Demo", "retail", "customers");
  private static final SqlTable ORDERS = table("Demo", "retail", "orders");
  private static final SqlTable OTHER_ORDERS = table("Other", "retail", "orders");

  private static final Completion COMPLETION =
      new Completion(
          List.of(CUSTOMERS, ORDERS, OTHER_ORDERS, table("Demo", "City Mobility", "trips")),
          Map.of(
              CUSTOMERS,
              List.of(
                  new Field("customer_id", Simple.INTEGER, true),
                  new Field("Full name", Simple.STRING, true))),
          List.of(new SqlFunction("count", "arg", ""), new SqlFunction("concat", "a, b", "")));

  private static SqlTable table(String connection, String share, String table) {
    return new SqlTable(connection, new TableName(share, "s", table));
  }

  /** What is proposed where a bar stands. */
  private static List<String> at(String marked) {
    int caret = marked.indexOf('|');
    return COMPLETION.at(marked.replace("|", ""), caret).all().stream()
        .map(Proposal::text)
        .toList();
  }

  @Test
  void afterFromComeTables() {
    assertThat(at("SELECT * FROM |"))
        .containsExactly(
            "customers",
            "Demo.retail.s.orders".replace("Demo", "\"Demo\""),
            "\"Other\".retail.s.orders",
            "trips");
    assertThat(at("SELECT * FROM cust|")).containsExactly("customers");
    assertThat(at("SELECT * FROM x JOIN tr|")).containsExactly("trips");
  }

  @Test
  void namesGoOnAfterADot() {
    assertThat(at("SELECT * FROM retail.|")).containsExactly("s");
    assertThat(at("SELECT * FROM retail.s.cu|")).containsExactly("customers");
    assertThat(at("SELECT * FROM \"City Mobility\".s.|")).containsExactly("trips");
  }

  @Test
  void anAliasHasTheColumnsOfItsTable() {
    assertThat(at("SELECT c.| FROM customers c")).containsExactly("customer_id", "\"Full name\"");
    assertThat(at("SELECT customers.| FROM retail.s.customers"))
        .containsExactly("customer_id", "\"Full name\"");
    assertThat(at("SELECT x.na| FROM orders o, customers AS x")).containsExactly("\"Full name\"");
  }

  @Test
  void columnsComeBeforeFunctionsAndKeywords() {
    assertThat(at("SELECT cu| FROM customers").getFirst()).isEqualTo("customer_id");
    assertThat(at("SELECT cou| FROM customers")).contains("count(");
    assertThat(at("SEL|")).containsExactly("SELECT");
  }

  @Test
  void whatStandsBeforeTheCaretIsReplaced() {
    assertThat(COMPLETION.at("SELECT cust", 11).from()).isEqualTo(7);
    assertThat(COMPLETION.at("SELECT c.", 9).from()).isEqualTo(9);
  }

  @Test
  void nothingIsProposedInTextsAndComments() {
    assertThat(at("SELECT 'cust|")).isEmpty();
    assertThat(at("-- cust|")).isEmpty();
  }

  @Test
  void nothingIsProposedWhereANameOfThePersonsOwnComes() {
    assertThat(at("SELECT count(*) AS cust|")).isEmpty();
    assertThat(Completion.whole("all")).as("GROUP BY ALL is written out").isTrue();
    assertThat(Completion.whole("al")).isFalse();
  }

  @Test
  void everyProposalSaysWhatItIs() {
    assertThat(COMPLETION.at("SELECT c FROM customers", 8).all())
        .extracting(Proposal::what)
        .contains(What.COLUMN, What.FUNCTION, What.TABLE, What.KEYWORD);
  }
}
