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

  /** How large a customer is: how many pieces it orders at a time, and its discount in percent. */
  enum Segment {
    ENTERPRISE("Enterprise", 0.08, 14, 12, 4.0),
    MID_MARKET("Mid-Market", 0.2, 6, 7, 2.0),
    SMB("SMB", 0.44, 2.6, 2, 1.0),
    STARTUP("Startup", 0.28, 1.8, 0, 0.7);

    private final String label;
    private final double share;
    private final double pieces;
    private final int discount;
    private final double activity;

    Segment(String label, double share, double pieces, int discount, double activity) {
      this.label = label;
      this.share = share;
      this.pieces = pieces;
      this.discount = discount;
      this.activity = activity;
    }

    String label() {
      return label;
    }

    double share() {
      return share;
    }

    double pieces() {
      return pieces;
    }

    int discount() {
      return discount;
    }

    double activity() {
      return activity;
    }
  }

  /** Where customers are: how many of them, their region, how companies there are called. */
  enum Country {
    UNITED_STATES("United States", 31, "North America", "Inc.", "LLC", "Corp."),
    GERMANY("Germany", 14, "Europe", "GmbH", "AG"),
    UNITED_KINGDOM("United Kingdom", 11, "Europe", "Ltd", "plc"),
    FRANCE("France", 8, "Europe", "SARL", "SA"),
    CANADA("Canada", 7, "North America", "Inc.", "Ltd"),
    NETHERLANDS("Netherlands", 5, "Europe", "BV"),
    AUSTRALIA("Australia", 4, "Asia Pacific", "Pty Ltd"),
    JAPAN("Japan", 4, "Asia Pacific", "KK"),
    BRAZIL("Brazil", 3.5, "Latin America", "Ltda"),
    SWEDEN("Sweden", 3, "Europe", "AB"),
    SPAIN("Spain", 2.5, "Europe", "SL"),
    MEXICO("Mexico", 2, "Latin America", "SA de CV"),
    INDIA("India", 2, "Asia Pacific", "Pvt Ltd"),
    SINGAPORE("Singapore", 1.2, "Asia Pacific", "Pte Ltd"),
    SOUTH_AFRICA("South Africa", 1, "Middle East & Africa", "Pty Ltd"),
    UNITED_ARAB_EMIRATES("United Arab Emirates", 0.8, "Middle East & Africa", "FZ-LLC");

    private final String label;
    private final double share;
    private final String region;

    @SuppressWarnings("ImmutableEnumChecker") // Made by List.of.
    private final List<String> forms;

    Country(String label, double share, String region, String... forms) {
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

    String region() {
      return region;
    }

    List<String> forms() {
      return forms;
    }
  }
}
