package org.shareexplorer.provider.demo;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A made-up customer. */
record Customer(
    int id,
    String name,
    @Nullable String email,
    Country country,
    LocalDate signupDate,
    Segment segment) {

  /**
   * How large a customer is: what it spends on an order (EUR), its discount in percent, and how
   * often it orders, compared to others.
   */
  enum Segment {
    ENTERPRISE("Enterprise", 0.08, 2_900, 10, 4.0),
    MID_MARKET("Mid-Market", 0.2, 1_900, 5, 2.0),
    SMB("SMB", 0.44, 1_150, 0, 1.0),
    STARTUP("Startup", 0.28, 700, 0, 0.7);

    private final String label;
    private final double share;
    private final double spending;
    private final int discount;
    private final double activity;

    Segment(String label, double share, double spending, int discount, double activity) {
      this.label = label;
      this.share = share;
      this.spending = spending;
      this.discount = discount;
      this.activity = activity;
    }

    String label() {
      return label;
    }

    double share() {
      return share;
    }

    double spending() {
      return spending;
    }

    int discount() {
      return discount;
    }

    double activity() {
      return activity;
    }
  }

  /** A part of the world, and how much is spent on an order there, compared to others. */
  enum Region {
    NORTH_AMERICA("North America", 1.2),
    EUROPE("Europe", 1.0),
    ASIA_PACIFIC("Asia Pacific", 0.8),
    LATIN_AMERICA("Latin America", 0.6),
    MIDDLE_EAST_AFRICA("Middle East & Africa", 0.7);

    private final String label;
    private final double spending;

    Region(String label, double spending) {
      this.label = label;
      this.spending = spending;
    }

    String label() {
      return label;
    }

    double spending() {
      return spending;
    }
  }

  /** Where customers are: how many of them, their region, how companies there are called. */
  enum Country {
    UNITED_STATES("United States", 31, Region.NORTH_AMERICA, "Inc.", "LLC", "Corp."),
    GERMANY("Germany", 14, Region.EUROPE, "GmbH", "AG"),
    UNITED_KINGDOM("United Kingdom", 11, Region.EUROPE, "Ltd", "plc"),
    FRANCE("France", 8, Region.EUROPE, "SARL", "SA"),
    CANADA("Canada", 7, Region.NORTH_AMERICA, "Inc.", "Ltd"),
    NETHERLANDS("Netherlands", 5, Region.EUROPE, "BV"),
    AUSTRALIA("Australia", 4, Region.ASIA_PACIFIC, "Pty Ltd"),
    JAPAN("Japan", 4, Region.ASIA_PACIFIC, "KK"),
    BRAZIL("Brazil", 3.5, Region.LATIN_AMERICA, "Ltda"),
    SWEDEN("Sweden", 3, Region.EUROPE, "AB"),
    SPAIN("Spain", 2.5, Region.EUROPE, "SL"),
    MEXICO("Mexico", 2, Region.LATIN_AMERICA, "SA de CV"),
    INDIA("India", 2, Region.ASIA_PACIFIC, "Pvt Ltd"),
    SINGAPORE("Singapore", 1.2, Region.ASIA_PACIFIC, "Pte Ltd"),
    SOUTH_AFRICA("South Africa", 1, Region.MIDDLE_EAST_AFRICA, "Pty Ltd"),
    UNITED_ARAB_EMIRATES("United Arab Emirates", 0.8, Region.MIDDLE_EAST_AFRICA, "FZ-LLC");

    private final String label;
    private final double share;
    private final Region region;

    @SuppressWarnings("ImmutableEnumChecker") // Made by List.of.
    private final List<String> forms;

    Country(String label, double share, Region region, String... forms) {
      this.label = label;
      this.share = share;
      this.region = region;
      this.forms = List.of(forms);
    }

    String label() {
      return label;
    }

    double share() {
      return share;
    }

    Region region() {
      return region;
    }

    List<String> forms() {
      return forms;
    }
  }
}
