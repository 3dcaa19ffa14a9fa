package org.shareexplorer.dashboard.retail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shareexplorer.dashboard.TableReference;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.DataType.Decimal;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;

class ShapeTest {

  private static final Candidate CUSTOMERS =
      table(
          "share.retail.customers",
          "customer_id int, customer_name string, email string, country string, signup_date date,"
              + " customer_segment string");
  private static final Candidate SALES =
      table(
          "share.retail.sales_transactions",
          "transaction_id int, customer_id int, product_name string, quantity int,"
              + " unit_price decimal, total_amount decimal, transaction_date date, region string");

  private static Candidate table(String name, String columns) {
    return table("", name, columns);
  }

  private static Candidate table(String connection, String name, String columns) {
    String[] parts = name.split("\\.", -1);
    return new Candidate(
        new TableReference(
            Optional.of(connection).filter(text -> !text.isEmpty()),
            new TableName(parts[0], parts[1], parts[2]),
            OptionalLong.empty()),
        Arrays.stream(columns.split(",", -1))
            .map(String::strip)
            .map(column -> {
              int space = column.lastIndexOf(' ');
              return new Field(column.substring(0, space), type(column.substring(space + 1)), true);
            })
            .toList());
  }

  private static DataType type(String text) {
    return text.equals("decimal")
        ? new Decimal(10, 2)
        : Arrays.stream(Simple.values())
            .filter(simple -> simple.text().equals(text))
            .findFirst()
            .orElseThrow();
  }

  private static Shape shape(Candidate... candidates) {
    return Shape.of(List.of(candidates)).orElseThrow();
  }

  private static Map<Role, String> columns(Shape shape) {
    return shape.columns().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, column -> column.getValue().name()));
  }

  private static String name(Shape shape, Part part) {
    return shape.table(part).orElseThrow().table().name().text();
  }

  @Test
  void theDemosTablesAreRecognisedAmongOthers() {
    Shape shape =
        shape(
            table(
                "share.taxi.trips",
                "trip_id bigint, vendor_id int, pickup_at timestamp, dropoff_at timestamp,"
                    + " pickup_zone_id int, fare_amount decimal, tip_amount decimal, payment_type"
                    + " string"),
            SALES,
            table("share.taxi.zones", "zone_id int, borough string, zone_name string"),
            table("share.retail.price_list", "product_name string, year int, unit_price decimal"),
            CUSTOMERS);
    assertThat(name(shape, Part.CUSTOMERS)).isEqualTo("share.retail.customers");
    assertThat(name(shape, Part.SALES)).isEqualTo("share.retail.sales_transactions");
    assertThat(columns(shape))
        .isEqualTo(
            Map.ofEntries(
                Map.entry(Role.CUSTOMER, "customer_id"),
                Map.entry(Role.CUSTOMER_NAME, "customer_name"),
                Map.entry(Role.SEGMENT, "customer_segment"),
                Map.entry(Role.COUNTRY, "country"),
                Map.entry(Role.SIGNUP, "signup_date"),
                Map.entry(Role.SALE, "transaction_id"),
                Map.entry(Role.BUYER, "customer_id"),
                Map.entry(Role.PRODUCT, "product_name"),
                Map.entry(Role.AMOUNT, "total_amount"),
                Map.entry(Role.QUANTITY, "quantity"),
                Map.entry(Role.SOLD, "transaction_date"),
                Map.entry(Role.REGION, "region")));
    assertThat(shape.missing()).isEmpty();
  }

  @Test
  void namesMayBeOfOtherCaseAndOtherLanguages() {
    Shape german =
        shape(
            table(
                "s.de.Kunden",
                "Kundennummer int, Kundenname string, Land string, Kundengruppe string"),
            table(
                "s.de.Bestellungen",
                "Bestellnummer int, Kundennummer int, Artikel string, Menge int, Einzelpreis"
                    + " decimal, Gesamtbetrag decimal, Bestelldatum date"));
    assertThat(columns(german))
        .containsEntry(Role.CUSTOMER, "Kundennummer")
        .containsEntry(Role.CUSTOMER_NAME, "Kundenname")
        .containsEntry(Role.COUNTRY, "Land")
        .containsEntry(Role.SEGMENT, "Kundengruppe")
        .containsEntry(Role.SALE, "Bestellnummer")
        .containsEntry(Role.BUYER, "Kundennummer")
        .containsEntry(Role.PRODUCT, "Artikel")
        .containsEntry(Role.QUANTITY, "Menge")
        .containsEntry(Role.AMOUNT, "Gesamtbetrag")
        .containsEntry(Role.SOLD, "Bestelldatum");
    assertThat(german.missing()).containsExactly(Role.SIGNUP, Role.REGION);
    Shape camel =
        shape(
            table(
                "s.crm.DimClient",
                "ClientKey bigint, FullName string, Tier string, CreatedAt timestamp"),
            table(
                "s.crm.FactOrderLines",
                "OrderLineKey bigint, ClientKey bigint, NetAmount double, OrderedQty int, OrderTS"
                    + " timestamp, StoreCity string"));
    assertThat(columns(camel))
        .containsEntry(Role.CUSTOMER, "ClientKey")
        .containsEntry(Role.CUSTOMER_NAME, "FullName")
        .containsEntry(Role.SEGMENT, "Tier")
        .containsEntry(Role.SIGNUP, "CreatedAt")
        .containsEntry(Role.BUYER, "ClientKey")
        .containsEntry(Role.AMOUNT, "NetAmount")
        .containsEntry(Role.QUANTITY, "OrderedQty")
        .containsEntry(Role.SOLD, "OrderTS")
        .containsEntry(Role.REGION, "StoreCity");
    Shape french =
        shape(
            table("s.fr.clients", "id_client int, nom string, pays string, segment string"),
            table(
                "s.fr.ventes",
                "id_vente int, id_client int, produit string, quantité int, montant decimal, date_vente date"));
    assertThat(columns(french))
        .containsEntry(Role.CUSTOMER, "id_client")
        .containsEntry(Role.QUANTITY, "quantité")
        .containsEntry(Role.AMOUNT, "montant")
        .containsEntry(Role.SOLD, "date_vente");
  }

  /** What a column is called decides only among columns whose values can be that. */
  @ParameterizedTest
  @CsvSource({
    "total_amount string, ''",
    "unit_price decimal, ''",
    "discount_amount decimal, ''",
    "tax_total decimal, ''",
    "price decimal, price",
    "order_value double, order_value",
    "sales bigint, sales",
    "net_revenue float, net_revenue",
    "line_total decimal, line_total",
    "customer_id bigint, ''",
    "quantity int, ''",
  })
  void anAmountIsANumberThatIsCalledSo(String column, String found) {
    Shape shape =
        new Shape(Map.of(), Map.of())
            .with(Part.SALES, table("s.r.sales", "customer_id bigint, quantity int, " + column));
    assertThat(shape.column(Role.AMOUNT).map(Field::name).orElse("")).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource({
    "store_id int, ''",
    "employee_id int, ''",
    "product_id int, ''",
    "customer_segment string, ''",
    "customer_email string, ''",
    "customer_id double, ''",
    "customer_id string, customer_id",
    "CUST_NO decimal, CUST_NO",
    "buyer bigint, buyer",
    "user_id bigint, user_id",
    "account_number string, account_number",
  })
  void theCustomerOfASaleIsNoOtherKey(String column, String found) {
    Shape shape =
        new Shape(Map.of(), Map.of())
            .with(Part.SALES, table("s.r.orders", "order_id int, amount decimal, " + column));
    assertThat(shape.column(Role.BUYER).map(Field::name).orElse("")).isEqualTo(found);
    assertThat(shape.column(Role.SALE).map(Field::name)).contains("order_id");
  }

  @Test
  void tablesOfSomethingElseAreNeither() {
    assertThat(
            Shape.of(
                List.of(
                    table("s.h.measurements", "sensor_id int, measured_at timestamp, value double"),
                    table("s.h.sensors", "sensor_id int, name string, country string"),
                    table(
                        "s.h.employees",
                        "employee_id int, name string, salary decimal, country string"),
                    table("s.h.customer_notes", "note_id int, text string"),
                    table("s.h.empty", "a string"))))
        .isEmpty();
  }

  @Test
  void ofTwoSalesTablesTheOneThatGoesWithTheCustomersIsTaken() {
    Candidate elsewhere =
        table(
            "other.shop.orders",
            "order_id int, client_code string, product_name string, quantity int, total_amount"
                + " decimal, order_date date, region string");
    assertThat(name(shape(elsewhere, CUSTOMERS, SALES), Part.SALES))
        .isEqualTo("share.retail.sales_transactions");
    assertThat(name(shape(SALES, elsewhere, CUSTOMERS), Part.SALES))
        .isEqualTo("share.retail.sales_transactions");
  }

  @Test
  void ofTwoThatAreEquallyLikelyTheFirstByNameIsTakenInWhateverOrderTheyCome() {
    Candidate first = table("a", "share.retail.customers", "customer_id int, country string");
    Candidate second = table("b", "share.retail.customers", "customer_id int, country string");
    for (Shape shape : List.of(shape(first, second), shape(second, first))) {
      assertThat(shape.table(Part.CUSTOMERS)).contains(first);
    }
  }

  @Test
  void returnsAndCustomersOrdersAreNotTakenForTheTablesThemselves() {
    Shape shape =
        shape(
            table(
                "share.retail.sales_returns",
                "return_id int, customer_id int, amount decimal, return_date date"),
            table(
                "share.retail.customer_orders_summary",
                "customer_id int, orders int, region string, name string"),
            SALES,
            CUSTOMERS);
    assertThat(name(shape, Part.CUSTOMERS)).isEqualTo("share.retail.customers");
    assertThat(name(shape, Part.SALES)).isEqualTo("share.retail.sales_transactions");
  }

  @Test
  void salesOfOneConnectionGoWithCustomersOfAnother() {
    Candidate customers =
        table("crm", "c.main.clients", "client_id string, name string, tier string");
    Candidate sales =
        table(
            "shop",
            "d.main.orders",
            "order_id string, client_id string, total double, order_date timestamp");
    Shape shape = shape(sales, customers);
    assertThat(shape.joinable()).isTrue();
    assertThat(shape.table(Part.CUSTOMERS)).contains(customers);
    assertThat(shape.table(Part.SALES)).contains(sales);
  }

  @Test
  void oneTableAloneIsAShape() {
    assertThat(shape(SALES).joinable()).isFalse();
    assertThat(shape(SALES).missing())
        .containsExactly(
            Role.CUSTOMER, Role.CUSTOMER_NAME, Role.SEGMENT, Role.COUNTRY, Role.SIGNUP);
    assertThat(Shape.part(SALES)).contains(Part.SALES);
    assertThat(Shape.part(CUSTOMERS)).contains(Part.CUSTOMERS);
    assertThat(Shape.part(table("s.t.zones", "zone_id int, name string"))).isEmpty();
  }

  @Test
  void aPersonMayChooseOtherwise() {
    Shape shape = shape(CUSTOMERS, SALES);
    Field price = SALES.column("unit_price").orElseThrow();
    Shape chosen = shape.with(Role.AMOUNT, Optional.of(price)).with(Role.REGION, Optional.empty());
    assertThat(chosen.column(Role.AMOUNT)).contains(price);
    assertThat(chosen.missing()).containsExactly(Role.REGION);
    assertThat(chosen.without(Part.CUSTOMERS).joinable()).isFalse();
    assertThat(chosen.with(Part.SALES, SALES).columns()).isEqualTo(shape.columns());
    assertThat(shape.missing()).isEmpty();
  }
}
