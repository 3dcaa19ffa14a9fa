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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Tables that are legal and ask for much: what is made stays until its folder is deleted. */
final class HostileTables {

  private static final int COLUMNS = 2_000;
  private static final int DEPTH = 25;

  /** A table that asks for little. */
  static final String SMALL = "small";

  static final int SMALL_ROWS = 100_000;

  private final Path root;

  HostileTables(Path root) {
    this.root = root;
  }

  static List<String> names() {
    return List.of("columns", "giant", "long", "cells", "deep", "distinct", "listing");
  }

  /** {@return a table in a few words} */
  static String about(String name) {
    return switch (name) {
      case "columns" -> "a table of 2,000 columns";
      case "giant" -> "one row group of 6 million rows, a page to a column";
      case "long" -> "60 million rows";
      case "cells" -> "cells of megabytes";
      case "deep" -> "values nested 25 levels deep";
      case "distinct" -> "5 million rows, a million different texts";
      case "listing" -> "400,000 files";
      default -> name;
    };
  }

  /** Makes a table by its name unless it is there. */
  void make(String name) throws IOException, SQLException {
    switch (name) {
      case SMALL -> table(name, "SELECT i AS id FROM range(%d, %d) t(i)", 1, SMALL_ROWS, "");
      case "columns" ->
          table(
              name,
              IntStream.range(0, COLUMNS)
                  .mapToObj(c ->
                      (switch (c % 4) {
                                case 0 -> "(i * %d) %% 1000".formatted(c + 7);
                                case 1 -> "(i %% %d) / 7.0".formatted(c + 90);
                                case 2 -> "'text ' || i %% %d".formatted(c + 3);
                                default ->
                                    "TIMESTAMPTZ '2024-01-01 00:00:00+00' + INTERVAL (i %% %d) HOUR"
                                        .formatted(c);
                              })
                              .replace("%", "%%")
                          + " AS c"
                          + c)
                  .collect(Collectors.joining(", ", "SELECT ", " FROM range(%d, %d) t(i)")),
              1,
              30_000,
              "");
      case "giant" ->
          table(
              name,
              "SELECT i AS id, hash(i) / 1e15 AS noise, md5(i::VARCHAR) AS text,"
                  + " TIMESTAMPTZ '2000-01-01 00:00:00+00' + INTERVAL (hash(i) %% 700000000) SECOND"
                  + " AS at, 'group ' || hash(i) %% 40 AS team FROM range(%d, %d) t(i)",
              1,
              6_000_000,
              ", ROW_GROUP_SIZE 6000000");
      case "long" ->
          table(
              name,
              "SELECT (hash(i) %% 1000000000)::INTEGER AS number, (i %% 97)::TINYINT AS team,"
                  + " DATE '2000-01-01' + (hash(i) %% 9000)::INTEGER AS at"
                  + " FROM range(%d, %d) t(i)",
              6,
              10_000_000,
              ", COMPRESSION zstd");
      case "cells" ->
          table(
              name,
              "SELECT i AS id, repeat(md5(i::VARCHAR), 150000) AS text,"
                  + " encode(repeat(chr((65 + i %% 20)::INTEGER), 3000000)) AS bytes,"
                  + " range(i, i + 200000) AS list, i %% 3 AS team FROM range(%d, %d) t(i)",
              3,
              60,
              ", COMPRESSION zstd");
      case "deep" -> {
        String value = "i";
        for (int level = 0; level < DEPTH; level++) {
          value = level % 2 == 0 ? "[" + value + ", NULL]" : "{'a': " + value + ", 'b': i}";
        }
        table(
            name,
            "SELECT i AS id, " + value + " AS tree, i %% 7 AS team FROM range(%d, %d) t(i)",
            1,
            300_000,
            "");
      }
      case "distinct" -> {
        String select =
            "SELECT i AS id, md5((hash(i) %% 1500000)::VARCHAR) AS text, hash(i) / 1e12 AS noise,"
                + " (hash(i) %% 1200000)::INTEGER AS code FROM range(%d, %d) t(i)";
        table(name, select, 2, 2_500_000, "");
        earlier(name, select.replace("hash(i) / 1e12", "hash(i - i %% 50 + 7) / 1e12"));
      }
      default -> new BenchTables(root).make(name);
    }
  }

  private void table(String name, String select, int files, int rows, String options)
      throws IOException, SQLException {
    Path folder = root.resolve(name);
    Path answer = folder.resolve(BenchTables.LINES);
    if (Files.exists(answer)) {
      return;
    }
    System.out.println("Making the table " + name);
    Files.createDirectories(folder);
    write(folder, "part-", answer, select, files, rows, options);
  }

  /**
   * An earlier version of the same rows, and a feed that tells that all came with the later one.
   */
  private void earlier(String name, String select) throws IOException, SQLException {
    Path folder = root.resolve(name);
    Path answer = folder.resolve(BenchServer.EARLIER);
    if (!Files.exists(answer)) {
      write(folder, "old-", answer, select, 2, 2_500_000, "");
      List<String> feed = new ArrayList<>();
      for (String line : Files.readAllLines(folder.resolve(BenchTables.LINES))) {
        feed.add(
            line.replace("{\"file\":{", "{\"add\":{\"version\":1,\"timestamp\":1700000000000,"));
      }
      Files.write(folder.resolve(BenchServer.FEED), feed);
    }
  }

  private static void write(
      Path folder, String prefix, Path answer, String select, int files, int rows, String options)
      throws IOException, SQLException {
    Path unfinished = folder.resolve("unfinished");
    try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = database.createStatement();
        BufferedWriter lines = Files.newBufferedWriter(unfinished)) {
      statement.execute("SET TimeZone = 'UTC'");
      statement.execute("SET memory_limit = '3GB'");
      statement.execute("SET threads = 1");
      for (int n = 0; n < files; n++) {
        Path file = folder.resolve(prefix + n + ".parquet");
        statement.execute(
            "COPY (%s) TO '%s' (FORMAT parquet%s)"
                .formatted(select.formatted((long) n * rows, (n + 1L) * rows), file, options));
        if (n == 0) {
          lines.write("{\"protocol\":{\"minReaderVersion\":1}}\n");
          lines.write(
              "{\"metaData\":{\"id\":\"%s\",\"format\":{\"provider\":\"parquet\"},\"schemaString\":\"%s\",\"partitionColumns\":[],\"configuration\":{}}}\n"
                  .formatted(folder.getFileName(), schema(statement, file).replace("\"", "\\\"")));
        }
        lines.write(
            "{\"file\":{\"url\":\"%s/files/%s/%s?signature=1\",\"id\":\"%s\",\"partitionValues\":{},\"size\":%d,\"stats\":\"{\\\"numRecords\\\":%d}\"}}\n"
                .formatted(
                    BenchServer.ORIGIN,
                    folder.getFileName(),
                    file.getFileName(),
                    file.getFileName(),
                    Files.size(file),
                    rows));
      }
    }
    Files.move(unfinished, answer);
  }

  private static String schema(Statement statement, Path file) throws SQLException {
    List<String> fields = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery("DESCRIBE SELECT * FROM '" + file + "'")) {
      while (rows.next()) {
        fields.add(field(rows.getString(1), rows.getString(2)));
      }
    }
    return "{\"type\":\"struct\",\"fields\":[" + String.join(",", fields) + "]}";
  }

  private static String field(String name, String type) {
    return "{\"name\":\"%s\",\"type\":%s,\"nullable\":true,\"metadata\":{}}"
        .formatted(name, type(type));
  }

  /** Delta's name of DuckDB's type; of those with parts, of lists and of pairs of a and b. */
  private static String type(String duck) {
    if (duck.endsWith("[]")) {
      return "{\"type\":\"array\",\"elementType\":%s,\"containsNull\":true}"
          .formatted(type(duck.substring(0, duck.length() - 2)));
    }
    if (duck.startsWith("STRUCT(a ")) {
      int b = duck.lastIndexOf(", b ");
      return "{\"type\":\"struct\",\"fields\":[%s,%s]}"
          .formatted(
              field("a", duck.substring("STRUCT(a ".length(), b)),
              field("b", duck.substring(b + ", b ".length(), duck.length() - 1)));
    }
    return switch (duck) {
      case "BIGINT" -> "\"long\"";
      case "INTEGER" -> "\"integer\"";
      case "TINYINT" -> "\"byte\"";
      case "DOUBLE" -> "\"double\"";
      case "VARCHAR" -> "\"string\"";
      case "BLOB" -> "\"binary\"";
      case "DATE" -> "\"date\"";
      case "TIMESTAMP WITH TIME ZONE" -> "\"timestamp\"";
      default -> throw new IllegalArgumentException(duck);
    };
  }
}
