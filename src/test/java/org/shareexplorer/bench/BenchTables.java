package org.shareexplorer.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SplittableRandom;

/** Makes the tables to be measured, once: a folder that has its {@link #LINES} is complete. */
final class BenchTables {

  /** The answer to a query, line by line. */
  static final String LINES = "answer.ndjson";

  private static final int LISTED = 400_000;
  private static final int LISTED_FILES = 8;
  private static final int LISTED_ROWS = 500;

  private final Path root;

  BenchTables(Path root) {
    this.root = root;
  }

  /** Makes a table's content. */
  @FunctionalInterface
  private interface Making {
    void in(Path folder, Connection database, BufferedWriter lines)
        throws IOException, SQLException;
  }

  /** Makes a table by its name unless it is there. */
  void make(String name) throws IOException, SQLException {
    switch (name) {
      case "warm" -> table(name, (folder, db, lines) -> indexed(folder, 30_000, db, lines));
      case "indexed" -> table(name, (folder, db, lines) -> indexed(folder, 1_000_000, db, lines));
      case "wide" -> table(name, this::wide);
      case "giant" -> table(name, this::giant);
      case "sales" -> table(name, (folder, db, lines) -> sales(folder, false, db, lines));
      case "deleted" -> {
        make("sales");
        table(name, (folder, db, lines) -> sales(folder, true, db, lines));
      }
      case "listing" -> table(name, this::listing);
      default -> throw new IllegalArgumentException(name);
    }
  }

  private void table(String name, Making making) throws IOException, SQLException {
    Path folder = root.resolve(name);
    Path lines = folder.resolve(LINES);
    if (Files.exists(lines)) {
      return;
    }
    System.out.println("Making the table " + name);
    Files.createDirectories(folder);
    Path unfinished = folder.resolve(LINES + ".tmp");
    try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
        BufferedWriter out = Files.newBufferedWriter(unfinished)) {
      run(database, "SET TimeZone = 'UTC'");
      making.in(folder, database, out);
    }
    Files.move(unfinished, lines);
  }

  private void indexed(Path folder, long rows, Connection db, BufferedWriter lines)
      throws IOException, SQLException {
    indexed(folder, rows, BenchColumns.ORDER, db, lines);
  }

  private void wide(Path folder, Connection db, BufferedWriter lines)
      throws IOException, SQLException {
    indexed(folder, 200_000, BenchColumns.WIDE, db, lines);
  }

  private void indexed(
      Path folder, long rows, BenchColumns columns, Connection db, BufferedWriter lines)
      throws IOException, SQLException {
    Path file = folder.resolve("part-0.snappy.parquet");
    Files.deleteIfExists(file);
    IndexedFile.write(file, columns, IndexedFile.stored(columns, columns.select(0, rows)), db);
    head(columns, false, lines);
    file(file, columns, "", db, lines);
  }

  private void giant(Path folder, Connection db, BufferedWriter lines)
      throws IOException, SQLException {
    Path file = folder.resolve("part-0.parquet");
    copy(db, BenchColumns.ORDER.select(0, 1_000_000), file);
    head(BenchColumns.ORDER, false, lines);
    file(file, BenchColumns.ORDER, "", db, lines);
  }

  /** Eight million rows; of the second table's, every twentieth or so is deleted. */
  private void sales(Path folder, boolean deleted, Connection db, BufferedWriter lines)
      throws IOException, SQLException {
    head(BenchColumns.ORDER, deleted, lines);
    for (int n = 0; n < 4; n++) {
      Path file = folder.resolve("part-" + n + ".parquet");
      String vector = "";
      if (deleted) {
        Files.deleteIfExists(file);
        Files.createLink(file, root.resolve("sales").resolve("part-" + n + ".parquet"));
        SplittableRandom random = new SplittableRandom(n);
        VectorFile written =
            VectorFile.write(folder, "vector-" + n, 2_000_000, _ -> random.nextInt(20) == 0);
        vector =
            ",\"deletionVector\":{\"storageType\":\"p\",\"pathOrInlineDv\":\"%s\",\"offset\":%d,\"sizeInBytes\":%d,\"cardinality\":%d}"
                .formatted(
                    address("deleted", "vector-" + n, ""),
                    written.offset(),
                    written.size(),
                    written.cardinality());
      } else {
        copy(db, BenchColumns.ORDER.select(n * 2_000_000L, (n + 1) * 2_000_000L), file);
      }
      file(file, BenchColumns.ORDER, vector, db, lines);
    }
  }

  /** Many lines about few files: nobody reads more than some of them. */
  private void listing(Path folder, Connection db, BufferedWriter lines)
      throws IOException, SQLException {
    BenchColumns columns = BenchColumns.ORDER;
    head(columns, false, lines);
    String[] statistics = new String[LISTED_FILES];
    long[] sizes = new long[LISTED_FILES];
    for (int n = 0; n < LISTED_FILES; n++) {
      Path file = folder.resolve("part-" + n + ".parquet");
      copy(db, columns.select(n * (long) LISTED_ROWS, (n + 1L) * LISTED_ROWS), file);
      statistics[n] = statistics(file, columns, db).replace("\"", "\\\"");
      sizes[n] = Files.size(file);
    }
    Random random = new Random(7);
    for (int n = 0; n < LISTED; n++) {
      int of = n % LISTED_FILES;
      String name = "part-%05d-%s.c000.snappy.parquet".formatted(n, hex(random, 16));
      lines.write(
          "{\"file\":{\"url\":\"%s\",\"id\":\"%s\",\"partitionValues\":{},\"size\":%d,\"stats\":\"%s\",\"expirationTimestamp\":%d}}%n"
              .formatted(
                  address("listing", "part-" + of + ".parquet", "/" + name, hex(random, 32)),
                  hex(random, 16),
                  sizes[of],
                  // No two files have the same.
                  statistics[of].replaceFirst(
                      "(customer_id\\\\\":)\\d+", "$1" + random.nextInt(1 << 30)),
                  4_102_444_800_000L));
    }
  }

  private static String hex(Random random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static String address(String table, String file, String ornament) {
    return address(table, file, ornament, "0".repeat(64));
  }

  /** As long as those of a cloud's storage are. */
  private static String address(String table, String file, String ornament, String signature) {
    return BenchServer.ORIGIN
        + "/files/"
        + table
        + "/"
        + file
        + ornament
        + "?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Date=20261121T101500Z&X-Amz-SignedHeaders=host"
        + "&X-Amz-Expires=3600&X-Amz-Credential=AKIAXXXXXXXXXXXXXXXX%2F20261121%2Feu-central-1%2F"
        + "s3%2Faws4_request&X-Amz-Signature="
        + signature;
  }

  private static void copy(Connection db, String select, Path file) throws SQLException {
    run(db, "COPY (%s) TO '%s' (FORMAT parquet, COMPRESSION snappy)".formatted(select, file));
  }

  private static void run(Connection db, String sql) throws SQLException {
    try (Statement statement = db.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void head(BenchColumns columns, boolean deleted, BufferedWriter lines)
      throws IOException {
    String metaData =
        "{\"id\":\"%s\",\"format\":{\"provider\":\"parquet\"},\"schemaString\":\"%s\",\"partitionColumns\":[],\"configuration\":{}}"
            .formatted(
                "bench-" + columns.columns().size() + deleted,
                columns.schemaString().replace("\"", "\\\""));
    if (deleted) {
      lines.write(
          "{\"protocol\":{\"deltaProtocol\":{\"minReaderVersion\":3,\"minWriterVersion\":7,\"readerFeatures\":[\"deletionVectors\"],\"writerFeatures\":[\"deletionVectors\"]}}}\n");
      lines.write("{\"metaData\":{\"deltaMetadata\":" + metaData + "}}\n");
    } else {
      lines.write("{\"protocol\":{\"minReaderVersion\":1}}\n");
      lines.write("{\"metaData\":" + metaData + "}\n");
    }
  }

  private void file(
      Path file, BenchColumns columns, String vector, Connection db, BufferedWriter lines)
      throws IOException, SQLException {
    Path place = root.relativize(file);
    String table = place.getName(0).toString();
    String address = address(table, place.getFileName().toString(), "");
    String rest =
        "\"partitionValues\":{},\"size\":%d,\"stats\":\"%s\"%s"
            .formatted(
                Files.size(file), statistics(file, columns, db).replace("\"", "\\\""), vector);
    lines.write(
        vector.isEmpty()
            ? "{\"file\":{\"url\":\"%s\",\"id\":\"%s\",%s}}\n".formatted(address, place, rest)
            : "{\"file\":{\"id\":\"%s\",\"size\":%d,\"deltaSingleAction\":{\"add\":{\"path\":\"%s\",%s,\"dataChange\":true,\"modificationTime\":0}}}}\n"
                .formatted(place, Files.size(file), address, rest));
  }

  /** Delta's statistics: number of records, least, greatest, nulls. */
  private static String statistics(Path file, BenchColumns columns, Connection db)
      throws SQLException {
    StringBuilder select = new StringBuilder("SELECT count(*)");
    List<BenchColumns.Column> counted = columns.columns();
    for (BenchColumns.Column column : counted) {
      String text =
          switch (column.type()) {
            case "timestamp" ->
                "strftime(%s(" + column.name() + "), '%%Y-%%m-%%dT%%H:%%M:%%S.%%gZ')";
            default -> "CAST(%s(" + column.name() + ") AS VARCHAR)";
          };
      select
          .append(", ")
          .append(text.formatted("min"))
          .append(", ")
          .append(text.formatted("max"))
          .append(", count(*) - count(")
          .append(column.name())
          .append(")");
    }
    try (Statement statement = db.createStatement();
        ResultSet row = statement.executeQuery(select + " FROM '" + file + "'")) {
      row.next();
      return "{\"numRecords\":%d,\"minValues\":{%s},\"maxValues\":{%s},\"nullCount\":{%s}}"
          .formatted(
              row.getLong(1), part(counted, row, 2), part(counted, row, 3), part(counted, row, 4));
    }
  }

  private static String part(List<BenchColumns.Column> columns, ResultSet row, int from)
      throws SQLException {
    StringBuilder text = new StringBuilder();
    for (int c = 0; c < columns.size(); c++) {
      String type = columns.get(c).type();
      String value = row.getString(from + 3 * c);
      boolean quoted =
          from < 4
              && List.of("string", "date", "timestamp").contains(type.toLowerCase(Locale.ROOT));
      text.append(c == 0 ? "\"" : ",\"")
          .append(columns.get(c).name())
          .append("\":")
          .append(quoted ? '"' + value + '"' : value);
    }
    return text.toString();
  }
}
