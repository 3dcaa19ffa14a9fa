package org.shareexplorer.provider.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.FileInputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.OffsetIndex;
import org.apache.parquet.format.PageLocation;
import org.apache.parquet.format.Util;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.job.Progress;
import org.shareexplorer.job.Running;
import org.shareexplorer.provider.delta.DeltaSnapshot;
import org.shareexplorer.provider.delta.DeltaTable;
import org.shareexplorer.provider.delta.Json;

class DemoDataTest {

  private static final Scale SCALE = new Scale(1_000, 50_000, 48_000);

  @TempDir private static Path folder;
  private static Jobs jobs;
  private static Path data;
  private static Oracle oracle;

  @BeforeAll
  static void make() throws Exception {
    jobs = new Jobs();
    data = DemoData.in(folder, SCALE, jobs, Job.unattended());
    oracle = new Oracle();
    oracle.view("customers", table("external_retail/retail/customers"), 3);
    oracle.view("sales", table("external_retail/retail/sales_transactions"), 2);
    oracle.view("trips", table("city_mobility/taxi/trips"), 4);
    oracle.view("zones", table("city_mobility/taxi/zones"), 0);
  }

  @AfterAll
  static void close() throws Exception {
    oracle.close();
    jobs.close();
  }

  private static Path table(String path) {
    return data.resolve(path);
  }

  @Test
  void everyTableHasItsRowsAndKeys() throws Exception {
    assertThat(
            oracle.row(
                "SELECT count(*), count(DISTINCT customer_id), min(customer_id), max(customer_id) FROM customers"))
        .containsExactly("1000", "1000", "1", "1000");
    assertThat(
            oracle.row(
                "SELECT count(*), count(DISTINCT transaction_id), min(transaction_date), max(transaction_date) FROM sales"))
        .containsExactly("50000", "50000", "2024-01-01", "2025-12-31");
    assertThat(
            oracle.row(
                "SELECT count(*), count(DISTINCT trip_id), count(DISTINCT month) FROM trips"))
        .containsExactly("48000", "48000", "24");
    assertThat(
            oracle.row(
                "SELECT count(*), count(DISTINCT zone_name), count(DISTINCT borough) FROM zones"))
        .containsExactly("265", "265", "6");
  }

  @Test
  void columnsHaveTheirTypes() throws Exception {
    assertThat(types("customers"))
        .containsExactly("INTEGER", "VARCHAR", "VARCHAR", "VARCHAR", "DATE", "VARCHAR");
    assertThat(types("sales"))
        .containsExactly(
            "INTEGER",
            "INTEGER",
            "VARCHAR",
            "INTEGER",
            "DECIMAL(10,2)",
            "DECIMAL(10,2)",
            "DATE",
            "VARCHAR");
    assertThat(types("trips"))
        .containsExactly(
            "BIGINT",
            "TINYINT",
            "TIMESTAMP WITH TIME ZONE",
            "TIMESTAMP WITH TIME ZONE",
            "DATE",
            "SMALLINT",
            "INTEGER",
            "INTEGER",
            "STRUCT(lat DOUBLE, lon DOUBLE)",
            "STRUCT(lat DOUBLE, lon DOUBLE)",
            "DOUBLE",
            "FLOAT",
            "VARCHAR",
            "VARCHAR",
            "DECIMAL(10,2)",
            "DECIMAL(10,2)",
            "DECIMAL(10,2)",
            "DECIMAL(10,2)",
            "DECIMAL(10,2)",
            "BOOLEAN",
            "TINYINT",
            "FLOAT",
            "VARCHAR[]",
            "MAP(VARCHAR, VARCHAR)",
            "BLOB",
            "VARCHAR",
            "DATE");
  }

  private static List<String> types(String view) throws Exception {
    return oracle.rows("DESCRIBE " + view).stream().map(row -> String.valueOf(row.get(1))).toList();
  }

  @Test
  void customersLookLikeCustomers() throws Exception {
    assertThat(oracle.number("SELECT count(DISTINCT customer_name) FROM customers"))
        .isEqualTo(1_000);
    assertThat(
            oracle.number(
                "SELECT count(*) FROM customers WHERE email NOT SIMILAR TO '[a-z]+\\.[a-z]+@[a-z]+-[a-z]+\\.example'"))
        .isZero();
    // Somebody at that company: its name without the legal form is the mail's domain.
    assertThat(
            oracle.number(
                "SELECT count(*) FROM customers WHERE NOT starts_with(lower(replace(customer_name, ' ', '-')), regexp_extract(email, '@(.*)\\.example', 1) || '-')"))
        .isZero();
    assertThat(
            oracle.number(
                "SELECT count(*) FROM customers WHERE customer_name NOT SIMILAR TO '[A-Z][a-z]+ [A-Z][a-z]+ [A-Za-z][-.A-Za-z ]+'"))
        .isZero();
    assertThat(
            oracle.number(
                "SELECT count(*) FILTER (country = 'United States') / count(*) FROM customers"))
        .isBetween(0.25, 0.37);
    assertThat(oracle.number("SELECT avg((email IS NULL)::INT) FROM customers"))
        .isBetween(0.005, 0.04);
    assertThat(oracle.row("SELECT mode(country), count(DISTINCT country) >= 15 FROM customers"))
        .containsExactly("United States", "true");
    assertThat(
            oracle.rows("SELECT customer_segment FROM customers GROUP BY 1 ORDER BY count(*) DESC"))
        .extracting(List::getFirst)
        .containsExactly("SMB", "Startup", "Mid-Market", "Enterprise");
  }

  @Test
  void tripsLookLikeTrips() throws Exception {
    assertThat(
            oracle.number(
                "SELECT count(*) FROM trips WHERE date_trunc('month', pickup_at)::DATE <> month OR pickup_at::DATE <> pickup_date OR dropoff_at <= pickup_at OR total_amount <> fare_amount + tip_amount + tolls_amount + congestion_fee"))
        .isZero();
    assertThat(
            oracle.number(
                "SELECT count(*) FROM trips LEFT JOIN zones ON pickup_zone_id = zone_id WHERE zone_id IS NULL"))
        .isZero();
    assertThat(oracle.number("SELECT median(trip_distance_km) FROM trips")).isBetween(2.0, 9.0);
    assertThat(oracle.number("SELECT median(total_amount) FROM trips")).isBetween(10.0, 35.0);
    assertThat(
            oracle.number(
                "SELECT max(trip_distance_km) FROM trips WHERE NOT isnan(trip_distance_km)"))
        .isGreaterThan(60);
    assertThat(oracle.number("SELECT count(*) FILTER (isnan(trip_distance_km)) FROM trips"))
        .isBetween(10.0, 100.0);
    assertThat(
            oracle.number(
                "SELECT count(*) FILTER (hour(pickup_at) = 18) / count(*) FILTER (hour(pickup_at) = 4) FROM trips WHERE isodow(pickup_at) <= 5"))
        .isGreaterThan(5);
    assertThat(oracle.number("SELECT avg((rider_rating IS NULL)::INT) FROM trips"))
        .isCloseTo(0.55, within(0.02));
    assertThat(oracle.number("SELECT count(*) FROM trips WHERE octet_length(driver_key) <> 8"))
        .isZero();
    assertThat(
            oracle.row(
                "SELECT count(*) FILTER (stops IS NULL) > 0, count(*) FILTER (len(stops) = 0) > 0, max(len(stops)), count(*) FILTER (extras IS NULL) > 0, count(*) FILTER (cardinality(extras) = 1) > 0, count(*) FILTER (dropoff_point IS NULL) > 0, count(*) FILTER (shared_ride IS NULL) > 0 FROM trips"))
        .containsExactly("true", "true", "2", "true", "true", "true", "true");
    assertThat(
            oracle.row(
                "SELECT DISTINCT unnest(stops) NOT IN (SELECT zone_name FROM zones) FROM trips"))
        .containsExactly("false");
  }

  @Test
  void statisticsOfEveryFileAreTrue() throws Exception {
    for (String path :
        List.of(
            "external_retail/retail/customers",
            "external_retail/retail/sales_transactions",
            "city_mobility/taxi/trips",
            "city_mobility/taxi/zones")) {
      DeltaTable delta = new DeltaTable(table(path));
      int figures = 0;
      for (DeltaSnapshot.File file : delta.snapshot(delta.latestVersion()).files()) {
        JsonNode stats = Json.MAPPER.readTree(file.add().path("stats").asText());
        String from = " FROM read_parquet('" + table(path).resolve(file.path()) + "')";
        assertThat(file.size()).isEqualTo(Files.size(table(path).resolve(file.path())));
        assertThat(oracle.number("SELECT count(*)" + from))
            .isEqualTo(stats.path("numRecords").asDouble());
        for (var column : flat("", stats.path("nullCount")).entrySet()) {
          assertThat(
                  oracle.number("SELECT count(*) FILTER (" + column.getKey() + " IS NULL)" + from))
              .as(column.getKey())
              .isEqualTo(column.getValue().asDouble());
        }
        for (String bound : List.of("min", "max")) {
          for (var column : flat("", stats.path(bound + "Values")).entrySet()) {
            assertThat(
                    agrees(bound + "(" + column.getKey() + ")", from, column.getValue().asText()))
                .as("%s of %s: %s", bound, column.getKey(), column.getValue())
                .isEqualTo("true");
            figures++;
          }
        }
      }
      assertThat(figures).isGreaterThan(5);
    }
  }

  /** Timestamps are cut to milliseconds, long strings to 32 characters. */
  private static String agrees(String bound, String from, String stated) throws Exception {
    String type = String.valueOf(oracle.row("SELECT typeof(" + bound + ")" + from).getFirst());
    String value = "'" + stated.replace("'", "''") + "'::" + type;
    String real = type.startsWith("TIMESTAMP") ? "date_trunc('ms', " + bound + ")" : bound;
    String same =
        type.equals("VARCHAR")
            ? "left(" + real + ", 32) = left(" + value + ", 32)"
            : real + " = " + value;
    return String.valueOf(oracle.row("SELECT " + same + from).getFirst());
  }

  private static Map<String, JsonNode> flat(String prefix, JsonNode values) {
    Map<String, JsonNode> flat = new TreeMap<>();
    for (var value : values.properties()) {
      if (value.getValue().isObject()) {
        flat.putAll(flat(prefix + value.getKey() + ".", value.getValue()));
      } else {
        flat.put(prefix + value.getKey(), value.getValue());
      }
    }
    return flat;
  }

  @Test
  void filesHaveSmallPagesThatCanBeFoundWithoutReadingThem() throws Exception {
    Path file = table("external_retail/retail/sales_transactions/part-00000.zstd.parquet");
    assertThat(
            oracle.row(
                "SELECT count(*) > 0, min(compression), max(compression) FROM parquet_metadata('"
                    + file
                    + "')"))
        .containsExactly("true", "ZSTD", "ZSTD");
    try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "r")) {
      raw.seek(raw.length() - 8);
      raw.seek(raw.length() - 8 - Integer.reverseBytes(raw.readInt()));
      FileMetaData footer = Util.readFileMetaData(new FileInputStream(raw.getFD()));
      assertThat(footer.getRow_groups()).hasSize(1);
      for (ColumnChunk chunk : footer.getRow_groups().getFirst().getColumns()) {
        raw.seek(chunk.getOffset_index_offset());
        OffsetIndex pages = Util.readOffsetIndex(new FileInputStream(raw.getFD()));
        assertThat(pages.getPage_locations())
            .hasSize((int) Math.ceilDiv(footer.getNum_rows(), 8_192L))
            .extracting(PageLocation::getFirst_row_index)
            .contains(0L, 8_192L);
        assertThat(chunk.getColumn_index_length()).isPositive();
      }
    }
  }

  @Test
  void filesAsTheyAreListedHoldRowsInOrder() throws Exception {
    for (String key :
        List.of(
            "external_retail/retail/customers:customer_id:1",
            "external_retail/retail/sales_transactions:transaction_id:1",
            "city_mobility/taxi/trips:trip_id:1000001")) {
      String[] parts = key.split(":", -1);
      DeltaTable delta = new DeltaTable(table(parts[0]));
      for (long version = 0; version <= delta.latestVersion(); version++) {
        double next = Double.parseDouble(parts[2]);
        for (DeltaSnapshot.File file : delta.snapshot(version).files()) {
          JsonNode stats = Json.MAPPER.readTree(file.add().path("stats").asText());
          assertThat(stats.path("minValues").path(parts[1]).asDouble()).as(key).isEqualTo(next);
          next = stats.path("maxValues").path(parts[1]).asDouble() + 1;
        }
      }
    }
  }

  @Test
  void versionsOfCustomersDiffer() throws Exception {
    try (Oracle past = new Oracle()) {
      for (int version = 0; version < 4; version++) {
        past.view("v" + version, table("external_retail/retail/customers"), version);
      }
      assertThat(
              past.row(
                  "SELECT (SELECT count(*) FROM v0), (SELECT count(*) FROM v1), (SELECT count(*) FROM v2), (SELECT count(*) FROM v3)"))
          .containsExactly("700", "900", "900", "1000");
      assertThat(
              past.number(
                  "SELECT count(*) FROM v1 JOIN v2 USING (customer_id) WHERE v1.customer_segment <> v2.customer_segment"))
          .isBetween(10.0, 28.0);
    }
  }

  @Test
  void theSameDataComeOutEveryTime(@TempDir Path elsewhere) throws Exception {
    Scale small = new Scale(150, 1_000, 2_400);
    Map<String, String> first =
        contents(DemoData.in(elsewhere.resolve("a"), small, jobs, Job.unattended()));
    Map<String, String> second =
        contents(DemoData.in(elsewhere.resolve("b"), small, jobs, Job.unattended()));
    assertThat(second).isEqualTo(first).hasSizeGreaterThan(40);
  }

  private static Map<String, String> contents(Path root) throws Exception {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(
            root.relativize(file).toString(),
            new java.math.BigInteger(
                    1,
                    java.security.MessageDigest.getInstance("MD5").digest(Files.readAllBytes(file)))
                .toString(16));
      }
    }
    return contents;
  }

  @Test
  void dataThatAreThereAreNotMadeAgain() throws Exception {
    Path mark = Files.writeString(data.resolve("mark"), "here");
    assertThat(DemoData.in(folder, SCALE, jobs, Job.unattended())).isEqualTo(data);
    assertThat(mark).exists();
    Files.delete(mark);
  }

  @Test
  void twoAtOnceGetTheSameData(@TempDir Path shared) throws Exception {
    Scale small = new Scale(150, 1_000, 24_000);
    Running<Path> one = jobs.start(job -> DemoData.in(shared, small, jobs, job));
    Running<Path> other = jobs.start(job -> DemoData.in(shared, small, jobs, job));
    assertThat(one.join()).isEqualTo(other.join()).isDirectory();
    assertThat(children(shared)).containsExactlyInAnyOrder("demo-v3", "demo.lock");
  }

  @Test
  void whatAKilledProgramLeftIsSweptAway(@TempDir Path shared) throws Exception {
    Path left = Files.createDirectories(shared.resolve("demo-v3.making/external_retail/retail"));
    Files.writeString(left.resolve("half"), "made");
    Path made = DemoData.in(shared, new Scale(150, 100, 2_400), jobs, Job.unattended());
    assertThat(made.resolve("external_retail/retail/half")).doesNotExist();
    assertThat(children(shared)).containsExactlyInAnyOrder("demo-v3", "demo.lock");
  }

  @Test
  void cancellingLeavesNothing(@TempDir Path shared) throws Exception {
    Scale large = new Scale(150, 1_000, 10_000_000);
    Running<Path> running = jobs.start(job -> DemoData.in(shared, large, jobs, new Canceller(job)));
    assertThatThrownBy(running::join).isInstanceOf(CancellationException.class);
    assertThat(children(shared)).containsExactly("demo.lock");
  }

  private static List<String> children(Path parent) throws Exception {
    try (Stream<Path> children = Files.list(parent)) {
      return children.map(child -> child.getFileName().toString()).toList();
    }
  }

  /** A job that is cancelled once some rows were written. */
  private static final class Canceller implements Job {

    private final Job job;
    private volatile boolean cancelled;

    Canceller(Job job) {
      this.job = job;
    }

    @Override
    public void progress(Progress progress) {
      job.progress(progress);
      cancelled |= progress.fraction() > 0;
    }

    @Override
    public boolean cancelled() {
      return cancelled;
    }

    @Override
    public void countRequest() {}

    @Override
    public void countBytes(long bytes) {}

    @Override
    public org.shareexplorer.job.Cost cost() {
      return job.cost();
    }

    @Override
    public Hold onCancel(Runnable action) {
      return () -> {};
    }
  }
}
