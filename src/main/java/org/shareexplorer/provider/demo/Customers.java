package org.shareexplorer.provider.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.provider.delta.Column;
import org.shareexplorer.provider.delta.ColumnType.Simple;
import org.shareexplorer.provider.delta.DataFileWriter.RowSource;
import org.shareexplorer.provider.delta.TablePlan;
import org.shareexplorer.provider.demo.Customer.Country;
import org.shareexplorer.provider.demo.Customer.Segment;

/** The table {@code customers}: companies that nobody knows, in order of their sign-up. */
final class Customers {

  private static final long SEED = 20240101;
  private static final LocalDate FIRST_DAY = LocalDate.of(2018, 3, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(2025, 11, 30);

  private static final List<String> BEGINNINGS =
      List.of(
          "Alder", "Amber", "Arbor", "Argo", "Aster", "Beacon", "Birch", "Blue", "Bright", "Cedar",
          "Clear", "Cobalt", "Copper", "Coral", "Crest", "Delta", "East", "Elm", "Ever", "Falcon",
          "Fern", "Fjord", "Golden", "Granite", "Green", "Harbor", "Hazel", "Heron", "High", "Iron",
          "Juniper", "Lake", "Lark", "Linden", "Maple", "Meadow", "Mill", "Moss", "North", "Oak",
          "Orchid", "Pine", "Quartz", "River", "Rowan", "Sable", "Silver", "South", "Spruce",
          "Stone", "Summit", "Swift", "Thorn", "Tide", "Vale", "Walnut", "West", "Willow", "Winter",
          "Wren");
  private static final List<String> ENDINGS =
      List.of(
          "bridge", "brook", "burn", "field", "ford", "gate", "grove", "haven", "hill", "hurst",
          "lane", "leaf", "line", "mark", "mont", "point", "ridge", "shore", "side", "spring",
          "stead", "view", "ward", "water", "way", "well", "wick", "wood", "works", "yard");
  private static final List<String> TRADES =
      List.of(
          "Analytics",
          "Architects",
          "Bakeries",
          "Biotech",
          "Books",
          "Capital",
          "Catering",
          "Clinics",
          "Components",
          "Consulting",
          "Design",
          "Energy",
          "Engineering",
          "Foods",
          "Furniture",
          "Gardens",
          "Health",
          "Hotels",
          "Instruments",
          "Labs",
          "Logistics",
          "Media",
          "Mobility",
          "Optics",
          "Outdoors",
          "Partners",
          "Pharma",
          "Plastics",
          "Robotics",
          "Schools",
          "Software",
          "Studios",
          "Systems",
          "Textiles",
          "Tools",
          "Travel",
          "Ventures");
  private static final List<String> GIVEN_NAMES =
      List.of(
          "Aisha", "Ana", "Anton", "Beatriz", "Carlos", "Chloe", "Daniel", "Diego", "Elena", "Emma",
          "Erik", "Fatima", "Felix", "Grace", "Hana", "Hugo", "Ines", "Ivan", "James", "Jonas",
          "Julia", "Kenji", "Laura", "Leo", "Lina", "Lucas", "Maria", "Marta", "Mei", "Mia", "Noah",
          "Nora", "Oliver", "Omar", "Paula", "Priya", "Rafael", "Rosa", "Samir", "Sara", "Sofia",
          "Thomas", "Tim", "Vera", "William", "Yuki", "Zoe");
  private static final List<String> FAMILY_NAMES =
      List.of(
          "Almeida",
          "Andersson",
          "Bauer",
          "Becker",
          "Bernard",
          "Brown",
          "Carter",
          "Chen",
          "Costa",
          "Davis",
          "Dubois",
          "Evans",
          "Fischer",
          "Garcia",
          "Gupta",
          "Hansen",
          "Hill",
          "Ito",
          "Jansen",
          "Jones",
          "Keller",
          "Khan",
          "Larsen",
          "Lee",
          "Lopez",
          "Martin",
          "Meyer",
          "Miller",
          "Moreau",
          "Nakamura",
          "Novak",
          "Okafor",
          "Patel",
          "Petit",
          "Reyes",
          "Rossi",
          "Sanchez",
          "Santos",
          "Silva",
          "Singh",
          "Smith",
          "Tanaka",
          "Taylor",
          "Visser",
          "Weber",
          "Wilson",
          "Wright",
          "Young");

  private static final List<Column> COLUMNS =
      List.of(
          new Column("customer_id", Simple.INTEGER, "Number of the customer, from 1"),
          new Column("customer_name", Simple.STRING, "Name of the company"),
          new Column("email", Simple.STRING, "Address of the contact, if known"),
          new Column("country", Simple.STRING, "Country of the head office"),
          new Column("signup_date", Simple.DATE, "Day of the first contract"),
          new Column("customer_segment", Simple.STRING, "Enterprise, Mid-Market, SMB or Startup"));

  private Customers() {}

  /** {@return so many customers, the same ones every time, in order of their sign-up} */
  static List<Customer> make(int count) {
    Chance chance = new Chance(SEED);
    Weights<Segment> segments = Weights.of(List.of(Segment.values()), Segment::share);
    Weights<Country> countries = Weights.of(List.of(Country.values()), Country::share);
    LocalDate[] signups = signups(count, chance);
    Set<String> names = new HashSet<>();
    List<Customer> customers = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      Segment segment = segments.draw(chance);
      Country country = countries.draw(chance);
      String brand = brand(chance);
      while (!names.add(brand)) {
        brand = brand(chance);
      }
      String name = brand + ' ' + chance.of(country.forms());
      customers.add(new Customer(i + 1, name, email(brand, chance), country, signups[i], segment));
    }
    return List.copyOf(customers);
  }

  /** More and more customers sign up as years go by. */
  private static LocalDate[] signups(int count, Chance chance) {
    long days = LAST_DAY.toEpochDay() - FIRST_DAY.toEpochDay();
    LocalDate[] signups = new LocalDate[count];
    for (int i = 0; i < count; i++) {
      signups[i] = FIRST_DAY.plusDays((long) (days * StrictMath.pow(chance.share(), 0.7)));
    }
    Arrays.sort(signups);
    return signups;
  }

  private static String brand(Chance chance) {
    return chance.of(BEGINNINGS) + chance.of(ENDINGS) + ' ' + chance.of(TRADES);
  }

  private static @Nullable String email(String brand, Chance chance) {
    String person = chance.of(GIVEN_NAMES) + '.' + chance.of(FAMILY_NAMES);
    String address = person + '@' + brand.replace(' ', '-') + ".example";
    return chance.happens(0.02) ? null : address.toLowerCase(Locale.ROOT);
  }

  /**
   * {@return the table: most customers at first, then more, then a correction of the segments of
   * some, which rewrites all files so far, then the rest; in every version, files listed as they
   * were added hold customers in order}
   */
  static TablePlan plan(List<Customer> customers) {
    int first = customers.size() * 7 / 10;
    int second = customers.size() * 9 / 10;
    List<Customer> oldest = customers.subList(0, first);
    List<Customer> middle = customers.subList(first, second);
    List<Customer> newest = customers.subList(second, customers.size());
    return new TablePlan(
        "external_retail/retail/customers",
        "Companies that buy from us, one row each",
        COLUMNS,
        List.of(),
        List.of(
            commit("2025-06-01T02:00:00Z", part("part-00000", beforeCorrection(oldest))),
            commit("2025-09-01T02:00:00Z", part("part-00001", beforeCorrection(middle))),
            new TablePlan.Commit(
                Instant.parse("2025-10-15T09:30:00Z"),
                "UPDATE",
                List.of(part("part-00002", oldest), part("part-00003", middle)),
                List.of("part-00000", "part-00001")),
            commit("2025-12-01T02:00:00Z", part("part-00004", newest))));
  }

  private static TablePlan.Commit commit(String at, TablePlan.Part part) {
    return new TablePlan.Commit(Instant.parse(at), "WRITE", List.of(part), List.of());
  }

  private static List<Customer> beforeCorrection(List<Customer> customers) {
    return customers.stream().map(Customers::beforeCorrection).toList();
  }

  private static Customer beforeCorrection(Customer customer) {
    return customer.id() % 25 != 0
        ? customer
        : new Customer(
            customer.id(),
            customer.name(),
            customer.email(),
            customer.country(),
            customer.signupDate(),
            Segment.STARTUP);
  }

  private static TablePlan.Part part(String name, List<Customer> customers) {
    return new TablePlan.Part(name, Map.of(), customers.size(), () -> rows(customers));
  }

  private static RowSource rows(List<Customer> customers) {
    var left = customers.iterator();
    return row -> {
      Customer customer = left.next();
      row.number(customer.id());
      row.text(customer.name());
      row.text(customer.email());
      row.text(customer.country().label());
      row.date((int) customer.signupDate().toEpochDay());
      row.text(customer.segment().label());
    };
  }
}
