package org.shareexplorer.ui.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.provider.server.Catalog;
import org.shareexplorer.provider.server.ShareServer;

/**
 * A share of a shop that calls its tables and columns otherwise than the demo does; DuckDB has
 * written its files.
 */
final class ForeignShop implements AutoCloseable {

  static final String TOKEN = "canary-token-of-a-foreign-shop";

  private final ShareServer server;

  /** A shop below a folder. */
  ForeignShop(Path folder, Jobs jobs) throws IOException, SQLException {
    table(
        folder.resolve("Tienda/ventas 2025/clients"),
        "client_no long,company string,industry string,market string,since date",
        "SELECT i, 'Company ' || i, ['Food','Steel','Law'][i % 3 + 1],"
            + " ['ES','FR'][i % 2 + 1], DATE '2020-01-01' + i::INT FROM range(1, 41) t(i)");
    table(
        folder.resolve("Tienda/ventas 2025/orders"),
        "order_no long,client_no long,article string,qty integer,order_total double,"
            + "ordered_at timestamp,store string",
        "SELECT i, i * 7 % 43 + 1, 'Article ' || i % 5, (i % 4 + 1)::INT, (i % 97 * 1.25)::DOUBLE,"
            + " TIMESTAMPTZ '2025-01-01 00:00:00Z' + to_hours(i * 11),"
            + " ['North','South'][i % 2 + 1] FROM range(1, 701) t(i)");
    server =
        ShareServer.start(
            Catalog.below(folder), TOKEN, Duration.ofMinutes(15), Clock.systemUTC(), jobs);
  }

  private static void table(Path folder, String columns, String select)
      throws IOException, SQLException {
    Files.createDirectories(folder.resolve("_delta_log"));
    Path file = folder.resolve("part-0.parquet");
    String names =
        Arrays.stream(columns.split(",", -1))
            .map(column -> column.substring(0, column.indexOf(' ')))
            .collect(Collectors.joining(", ", "t(", ")"));
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "COPY (SELECT * FROM (%s) AS %s) TO '%s' (FORMAT parquet)"
              .formatted(select, names, file));
    }
    String schema =
        Arrays.stream(columns.split(",", -1))
            .map(column -> column.split(" ", 2))
            .map(column ->
                "{\\\"name\\\":\\\"%s\\\",\\\"type\\\":\\\"%s\\\",\\\"nullable\\\":true,\\\"metadata\\\":{}}"
                    .formatted(column[0], column[1]))
            .collect(Collectors.joining(","));
    Files.writeString(
        folder.resolve("_delta_log/00000000000000000000.json"),
        """
        {"commitInfo":{"timestamp":1735689600000,"operation":"WRITE"}}
        {"protocol":{"minReaderVersion":1,"minWriterVersion":2}}
        {"metaData":{"id":"%s","format":{"provider":"parquet","options":{}},"schemaString":"{\\"type\\":\\"struct\\",\\"fields\\":[%s]}","partitionColumns":[],"configuration":{},"createdTime":1735689600000}}
        {"add":{"path":"part-0.parquet","partitionValues":{},"size":%d,"modificationTime":1735689600000,"dataChange":true}}
        """
            .formatted(folder.getFileName(), schema, Files.size(file)),
        UTF_8);
  }

  /** {@return the credential file's text} */
  String profile() {
    return "{\"shareCredentialsVersion\":1,\"endpoint\":\"%s\",\"bearerToken\":\"%s\"}"
        .formatted(server.endpoint(), TOKEN);
  }

  @Override
  public void close() {
    server.close();
  }
}
