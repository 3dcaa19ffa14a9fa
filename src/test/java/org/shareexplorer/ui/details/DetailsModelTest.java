package org.shareexplorer.ui.details;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shareexplorer.ui.details.DetailsModel.Fact;
import org.shareexplorer.ui.headless.FakeTable;

class DetailsModelTest {

  private final DetailsModel sales = new DetailsModel(FakeTable.sales(50_000, true));
  private final DetailsModel odd = new DetailsModel(FakeTable.odd());

  @Test
  void columnsAreFoundByNameTypeAndComment() {
    assertThat(sales.columns("")).hasSize(8);
    assertThat(sales.columns("DECIMAL(10"))
        .extracting(SchemaNode::name)
        .containsExactly("unit_price", "total_amount");
    assertThat(sales.columns("unique per sale"))
        .extracting(SchemaNode::name)
        .containsExactly("transaction_id");
    assertThat(sales.columns("nothing like it")).isEmpty();
  }

  @Test
  void aPartIsFoundWithTheColumnAroundIt() {
    List<SchemaNode> found = odd.columns("in english");
    assertThat(found).extracting(SchemaNode::name).containsExactly("place");
    assertThat(found.getFirst().parts()).extracting(SchemaNode::name).containsExactly("city");
    assertThat(odd.columns("place").getFirst().parts()).hasSize(2);
  }

  @Test
  void partitionColumnsAndNeverNullAreMarked() {
    assertThat(sales.columns("region").getFirst().partition()).isTrue();
    assertThat(sales.columns("quantity").getFirst().partition()).isFalse();
    assertThat(sales.columns("transaction_id").getFirst().nullable()).isFalse();
  }

  @Test
  void factsTellVersionProtocolAndFiles() {
    assertThat(sales.facts())
        .contains(
            new Fact("Version", "12"),
            new Fact("Rows", "50,000"),
            new Fact("Partitioned by", "region"),
            new Fact("Reader version", "3"),
            new Fact("Reader features", "columnMapping, deletionVectors"));
    assertThat(sales.fileFacts())
        .containsExactly(
            new Fact("Files", "3"),
            new Fact("Size", "1.2 MB (1,240,035 bytes)"),
            new Fact("Largest", "414 KB (414,345 bytes)"));
    assertThat(sales.files())
        .extracting(DetailsModel.FileRow::partition)
        .containsExactly("region = EMEA", "region = APAC", "region = null");
  }

  @Test
  void noAddressOfAFileIsTold() {
    String told =
        Stream.of(sales.facts(), sales.fileFacts(), sales.properties(), sales.files())
            .map(Object::toString)
            .reduce(sales.ddl() + sales.json(), String::concat);
    assertThat(told).doesNotContain("store.example.com").doesNotContain("signature");
  }

  @Test
  void theColumnsAreCopiedAsDdlAndJson() {
    assertThat(sales.ddl())
        .startsWith("CREATE TABLE `sales_transactions` (")
        .contains("`unit_price` DECIMAL(10,2)")
        .contains("PARTITIONED BY (`region`)");
    assertThat(sales.json()).contains("\"name\" : \"unit_price\"").contains("decimal(10,2)");
  }
}
