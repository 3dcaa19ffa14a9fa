package org.shareexplorer.provider.demo;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.shareexplorer.provider.delta.Text;

/**
 * What all trips have in common: the zones and how often each is gone to, drivers, words. Immutable
 * and shared by the files' sources.
 */
record TripTraits(Weights<Zone> zones, List<byte[]> drivers) {

  private static final long SEED = 20240104;
  private static final int DRIVERS = 4_000;

  static final Text STANDARD = Text.of("Standard");
  static final Text AIRPORT = Text.of("Airport");
  static final Text NIGHT = Text.of("Night");
  static final Text NEGOTIATED = Text.of("Negotiated");

  static final Text CARD = Text.of("Card");
  static final Text APP = Text.of("App");
  static final Text CASH = Text.of("Cash");
  static final Text VOUCHER = Text.of("Voucher");

  static final List<Map<Text, Text>> EXTRAS =
      List.of(
          Map.of(Text.of("luggage"), Text.of("2")),
          Map.of(Text.of("luggage"), Text.of("4")),
          Map.of(Text.of("child_seat"), Text.of("1")),
          Map.of(Text.of("wheelchair"), Text.of("yes")),
          Map.of(Text.of("pet"), Text.of("dog")));

  static final List<Text> FEEDBACK =
      List.of(
          Text.of("Friendly driver"),
          Text.of("Clean car"),
          Text.of("Smooth ride, thank you"),
          Text.of("On time"),
          Text.of("Good music"),
          Text.of("Took a detour"),
          Text.of("Car was too warm"),
          Text.of("Waited ten minutes"),
          Text.of("Card reader did not work at first"));

  /** Draws what the trips between these zones have in common. */
  static TripTraits of(List<Zone> zones) {
    Chance chance = new Chance(SEED);
    List<byte[]> drivers = new ArrayList<>(DRIVERS);
    for (int i = 0; i < DRIVERS; i++) {
      drivers.add(ByteBuffer.allocate(Long.BYTES).putLong(chance.below(Long.MAX_VALUE)).array());
    }
    return new TripTraits(Weights.of(zones, Zone::popularity), List.copyOf(drivers));
  }
}
