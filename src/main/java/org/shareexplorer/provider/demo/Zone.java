package org.shareexplorer.provider.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shareexplorer.provider.delta.Column;
import org.shareexplorer.provider.delta.ColumnType.Simple;
import org.shareexplorer.provider.delta.ColumnType.Struct;
import org.shareexplorer.provider.delta.DataFileWriter.RowSource;
import org.shareexplorer.provider.delta.TablePlan;
import org.shareexplorer.provider.delta.Text;

/**
 * A zone of a made-up city, and the table {@code zones} of all of them.
 *
 * @param popularity how often trips begin here, relative to other zones
 */
record Zone(
    int id,
    String borough,
    Text name,
    boolean airport,
    double areaKm2,
    double latitude,
    double longitude,
    double popularity) {

  private static final long SEED = 20240103;
  private static final int COUNT = 265;
  private static final int AIRPORT = 132;
  private static final double CENTRE_LATITUDE = 44.21;
  private static final double CENTRE_LONGITUDE = 12.47;

  /** Kilometres of a degree of latitude. */
  static final double KM_PER_DEGREE = 111.2;

  private static final List<String> BOROUGHS =
      List.of("Old Town", "Harbor", "Northside", "Eastfield", "Westgate", "Southbank");
  private static final List<String> BEGINNINGS =
      List.of(
          "Anchor",
          "Arsenal",
          "Bishop",
          "Bridge",
          "Canal",
          "Castle",
          "Chapel",
          "Charter",
          "Clock",
          "College",
          "Cooper",
          "Court",
          "Custom House",
          "Dock",
          "Ferry",
          "Fountain",
          "Garden",
          "Guild",
          "Hill",
          "King",
          "Lantern",
          "Library",
          "Lighthouse",
          "Market",
          "Mill",
          "Mint",
          "Museum",
          "Observatory",
          "Opera",
          "Orchard",
          "Palace",
          "Pier",
          "Quarry",
          "Queen",
          "River",
          "Saint Anna",
          "Saint Mark",
          "Station",
          "Theatre",
          "Tower",
          "University",
          "Vine",
          "Wall",
          "Water");
  private static final List<String> ENDINGS =
      List.of(
          "Square", "Park", "Street", "Heights", "Quarter", "Gardens", "Green", "Gate", "Row",
          "Cross");

  static final Struct POINT =
      new Struct(
          List.of(
              new Column("lat", Simple.DOUBLE, "Degrees north"),
              new Column("lon", Simple.DOUBLE, "Degrees east")));

  private static final List<Column> COLUMNS =
      List.of(
          new Column("zone_id", Simple.INTEGER, "Number of the zone, from 1"),
          new Column("borough", Simple.STRING, "Part of the city"),
          new Column("zone_name", Simple.STRING, "Name of the zone"),
          new Column("is_airport", Simple.BOOLEAN, "Whether it is the airport"),
          new Column("area_km2", Simple.DOUBLE, "Area in square kilometres"),
          new Column("centroid", POINT, "Its middle"));

  /** {@return all zones, the same ones every time; the farther from the centre, the quieter} */
  static List<Zone> make() {
    Chance chance = new Chance(SEED);
    Set<String> names = new HashSet<>();
    List<Zone> zones = new ArrayList<>(COUNT);
    for (int id = 1; id <= COUNT; id++) {
      boolean airport = id == AIRPORT;
      int borough = airport ? 2 : chance.below(BOROUGHS.size());
      String name = airport ? "City Airport" : name(chance);
      while (!names.add(name)) {
        name = name(chance);
      }
      // The old town lies in the middle, the others around it.
      double angle = borough * 1.2566 + chance.normal(0, 0.35);
      double distance = borough == 0 ? chance.share() * 2.2 : 2 + chance.share() * 9;
      distance = airport ? 14 : distance;
      double latitude = CENTRE_LATITUDE + distance * StrictMath.cos(angle) / KM_PER_DEGREE;
      double longitude =
          CENTRE_LONGITUDE + distance * StrictMath.sin(angle) / (KM_PER_DEGREE * 0.717);
      double popularity =
          airport ? 12 : chance.logNormal(1, 0.8) * StrictMath.exp(-distance / 4.5) + 0.02;
      zones.add(
          new Zone(
              id,
              BOROUGHS.get(borough),
              Text.of(name),
              airport,
              rounded(0.3 + chance.logNormal(0.6, 0.5) * (1 + distance / 5), 100),
              rounded(latitude, 10_000),
              rounded(longitude, 10_000),
              popularity));
    }
    return List.copyOf(zones);
  }

  private static String name(Chance chance) {
    return chance.of(BEGINNINGS) + ' ' + chance.of(ENDINGS);
  }

  /** {@return the nearest multiple of one part in so many} */
  static double rounded(double value, double parts) {
    return StrictMath.rint(value * parts) / parts;
  }

  /** {@return the table, of one version} */
  static TablePlan plan(List<Zone> zones) {
    return new TablePlan(
        "city_mobility/taxi/zones",
        "Zones of the city, in which trips begin and end",
        COLUMNS,
        List.of(),
        List.of(
            new TablePlan.Commit(
                Instant.parse("2024-01-01T00:30:00Z"),
                "WRITE",
                List.of(
                    new TablePlan.Part("part-00000", Map.of(), zones.size(), () -> rows(zones))),
                List.of())));
  }

  private static RowSource rows(List<Zone> zones) {
    var left = zones.iterator();
    return row -> {
      Zone zone = left.next();
      row.number(zone.id());
      row.text(zone.borough());
      row.text(zone.name());
      row.truth(zone.airport());
      row.real(zone.areaKm2());
      row.structOf(zone.latitude(), zone.longitude());
    };
  }
}
