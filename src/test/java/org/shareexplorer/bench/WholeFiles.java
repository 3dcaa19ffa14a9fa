package org.shareexplorer.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What clients do that take files as a whole, such as the official Python client: ask for the list,
 * download file after file, compute locally. Here DuckDB computes, which is faster and smaller than
 * what they use.
 */
final class WholeFiles {

  private static final Pattern ADDRESS = Pattern.compile("\"(?:url|path)\":\"([^\"]+)\"");

  private WholeFiles() {}

  /**
   * Downloads a table and computes.
   *
   * @param sql over {@code files}; its first cell is returned
   * @param most files to download at most
   */
  static String answer(Box box, String table, String sql, int most)
      throws IOException, SQLException {
    Path folder = Files.createDirectories(box.folder().resolve("whole"));
    HttpURLConnection query =
        (HttpURLConnection)
            URI.create(box.server() + "/sharing/shares/b/schemas/b/tables/" + table + "/query")
                .toURL()
                .openConnection();
    query.setRequestMethod("POST");
    int count = 0;
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(query.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Matcher address = ADDRESS.matcher(line);
        if (line.startsWith("{\"file\"") && count < most && address.find()) {
          try (InputStream in = URI.create(address.group(1)).toURL().openStream()) {
            Files.copy(in, folder.resolve(count++ + ".parquet"));
          }
        }
      }
    }
    try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = database.createStatement();
        ResultSet row =
            statement.executeQuery(
                sql.replace("files", "read_parquet('" + folder + "/*.parquet')"))) {
      row.next();
      return row.getString(1);
    }
  }
}
