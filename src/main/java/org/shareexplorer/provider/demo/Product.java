package org.shareexplorer.provider.demo;

/** What is sold: the price list in cents, and how often each thing is asked for. */
enum Product {
  GEL_PENS("Gel pens, box of 24", 2_490, 2_590, 6),
  COFFEE("Coffee beans, 2 kg", 3_490, 3_990, 9),
  COPY_PAPER("Copy paper, carton", 3_290, 3_290, 9),
  MOUSE("Ergonomic mouse", 4_990, 4_990, 9),
  DESK_LAMP("Desk lamp, LED", 5_990, 6_290, 7),
  KEYBOARD("Wireless keyboard", 7_990, 7_990, 9),
  BACKPACK("Laptop backpack", 8_990, 9_290, 5),
  WEBCAM("Webcam, full HD", 9_990, 8_990, 7),
  WHITEBOARD("Whiteboard, 120 x 90 cm", 12_900, 13_500, 4),
  HEADSET("Headset, noise cancelling", 15_900, 15_900, 9),
  MONITOR_24("Monitor, 24 inch", 18_900, 17_900, 8),
  DOCK("Docking station", 21_900, 22_900, 7),
  CABINET("Filing cabinet", 25_900, 26_900, 4),
  OFFICE_CHAIR("Office chair, mesh", 32_900, 34_500, 8),
  PRINTER("Laser printer, colour", 38_900, 37_900, 3),
  MONITOR_32("Monitor, 32 inch", 44_900, 42_900, 6),
  TABLET("Tablet, 11 inch", 54_900, 56_900, 4),
  STANDING_DESK("Standing desk, 160 cm", 64_900, 67_900, 5),
  PHONE("Smartphone, 256 GB", 79_900, 81_900, 4),
  COFFEE_MACHINE("Coffee machine, office", 99_000, 104_900, 2),
  LAPTOP("Laptop, 14 inch", 119_900, 122_900, 5),
  PROJECTOR("Meeting room projector", 139_900, 134_900, 2);

  private final String label;
  private final int cents2024;
  private final int cents2025;
  private final double share;

  Product(String label, int cents2024, int cents2025, double share) {
    this.label = label;
    this.cents2024 = cents2024;
    this.cents2025 = cents2025;
    this.share = share;
  }

  String label() {
    return label;
  }

  double share() {
    return share;
  }

  /** {@return the price of a piece in cents, to the ten cents, with a discount in percent off} */
  int cents(int year, int discount) {
    int list = year < 2025 ? cents2024 : cents2025;
    return (list * (100 - discount) + 500) / 1_000 * 10;
  }
}
