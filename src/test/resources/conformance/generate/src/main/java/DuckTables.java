import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;

/** Files by DuckDB, one giant page a chunk; the truth is what it reads again. */
final class DuckTables {
  private DuckTables() {}

  static void add(Map<String, JavaTables.Making> tables) {
    for (String codec :
        new String[] {"snappy", "brotli", "lz4_raw", "zstd", "gzip", "uncompressed"}) {
      tables.put(
          "duck_" + codec,
          (root, name) -> types(root, name, codec, codec.equals("zstd") ? "V2" : "V1"));
    }
    tables.put("duck_variant", DuckTables::variant);
  }

  private static void types(Path root, String name, String codec, String version) throws Exception {
    String rows =
        "SELECT CAST(i AS BIGINT) AS id, CAST(i % 100 AS TINYINT) AS t, CAST(i % 200 AS UTINYINT) AS ut, CAST(i AS UINTEGER) AS ui, CAST(i AS UBIGINT) AS ub, CASE WHEN i % 7 = 0 THEN NULL ELSE i / 7 END AS d, CAST(i / 3 AS FLOAT) AS f,"
            + " CAST(i / 9 AS DECIMAL(4,1)) AS n4, CAST(i / 9 AS DECIMAL(18,6)) AS n18, CAST(i / 9 AS DECIMAL(38,12)) AS n38, 'text ' || i % 5 AS s, CASE i % 3 WHEN 0 THEN 'a' WHEN 1 THEN 'b' END::ENUM('a','b') AS e, ('\\x0' || i % 8)::BLOB AS b, DATE '0001-01-01' + CAST(i * 3000 AS INTEGER) AS day,"
            + " TIMESTAMP '1969-12-31 23:59:59.5' + INTERVAL (i * 86399) SECOND AS us, (TIMESTAMP '2024-02-29 12:34:56' + INTERVAL (i) HOUR)::TIMESTAMP_MS AS ms, (TIMESTAMP '2024-02-29 12:34:56' + INTERVAL (i) HOUR)::TIMESTAMP_S AS sec, (TIMESTAMP '2024-02-29 12:34:56.123456' + INTERVAL (i) HOUR)::TIMESTAMP_NS AS ns, TIMESTAMPTZ '2024-02-29 12:34:56.123456+00' + INTERVAL (i) DAY AS tz,"
            + " TIME '12:34:56.789' AS tm, CAST(('00000000-0000-0000-0000-' || lpad(CAST(i AS VARCHAR), 12, '0')) AS UUID) AS u, i % 2 = 0 AS z, [i, NULL, i + 1]::INTEGER[] AS l, {'a': i, 'b': ['x', NULL]} AS st, MAP {'k': i, 'n': NULL} AS m FROM range(60) r(i)";
    Path table = root.resolve("tables").resolve(name);
    Files.createDirectories(table);
    Foreign t = new Foreign().file("a.parquet");
    String[] types = {
      "id",
      "long",
      "t",
      "byte",
      "ut",
      "short",
      "ui",
      "long",
      "ub",
      "decimal(20,0)",
      "d",
      "double",
      "f",
      "float",
      "n4",
      "decimal(4,1)",
      "n18",
      "decimal(18,6)",
      "n38",
      "decimal(38,12)",
      "s",
      "string",
      "e",
      "string",
      "b",
      "binary",
      "day",
      "date",
      "us",
      "timestamp_ntz",
      "ms",
      "timestamp_ntz",
      "sec",
      "timestamp_ntz",
      "ns",
      "timestamp_ntz",
      "tz",
      "timestamp",
      "tm",
      "string",
      "u",
      "string",
      "z",
      "boolean",
      "l",
      "{\"type\":\"array\",\"elementType\":\"integer\",\"containsNull\":true}",
      "st",
      "{\"type\":\"struct\",\"fields\":[{\"name\":\"a\",\"type\":\"long\",\"nullable\":true,\"metadata\":{}},{\"name\":\"b\",\"type\":{\"type\":\"array\",\"elementType\":\"string\",\"containsNull\":true},\"nullable\":true,\"metadata\":{}}]}",
      "m",
      "{\"type\":\"map\",\"keyType\":\"string\",\"valueType\":\"long\",\"valueContainsNull\":true}"
    };
    StringBuilder json = new StringBuilder();
    for (int i = 0; i < types.length; i += 2) {
      t.column(types[i], types[i + 1]);
      String c = types[i];
      String text =
          switch (types[i + 1]) {
            case "timestamp" -> time("(" + c + " AT TIME ZONE 'UTC')") + " || 'Z'";
            case "timestamp_ntz" -> time(c + "::TIMESTAMP");
            case "binary" -> "hex(" + c + ")";
            default -> "CAST(" + c + " AS VARCHAR)";
          };
      String cell =
          switch (c) {
            case "l" -> "to_json([CAST(x AS VARCHAR) FOR x IN l])";
            case "st" -> "to_json({'a': CAST(st.a AS VARCHAR), 'b': st.b})";
            case "m" -> "to_json({'map': [[k, CAST(m[k] AS VARCHAR)] FOR k IN map_keys(m)]})";
            default -> "to_json(" + text + ")";
          };
      json.append(i == 0 ? "" : " || ',' || ")
          .append("coalesce(CAST(")
          .append(cell)
          .append(" AS VARCHAR), 'null')");
    }
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      statement.execute("SET TimeZone = 'UTC'");
      statement.execute(
          "COPY ("
              + rows
              + ") TO '"
              + table.resolve("a.parquet")
              + "' (FORMAT parquet, COMPRESSION "
              + codec
              + ", PARQUET_VERSION "
              + version
              + ", ROW_GROUP_SIZE 2048)");
      try (ResultSet result =
          statement.executeQuery(
              "SELECT '[' || " + json + " || ']' FROM '" + table.resolve("a.parquet") + "'")) {
        while (result.next()) t.row(result.getString(1));
      }
    }
    t.write(root, name);
  }

  /** Seconds always, fractions without zeros at their end. */
  private static String time(String value) {
    return "regexp_replace(strftime(" + value + ", '%Y-%m-%dT%H:%M:%S.%f'), '\\.?0*$', '')";
  }

  private static void variant(Path root, String name) throws Exception {
    Path table = root.resolve("tables").resolve(name);
    Files.createDirectories(table);
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      statement.execute(
          "COPY (SELECT 1::BIGINT AS id, {'a': 1, 'b': ['x', NULL], 'c': 1.5::DOUBLE}::VARIANT AS v UNION ALL SELECT 2, 'text'::VARIANT UNION ALL SELECT 3, NULL UNION ALL SELECT 4, 42::BIGINT::VARIANT UNION ALL SELECT 5, [1, 2]::VARIANT UNION ALL SELECT 6, true::VARIANT) TO '"
              + table.resolve("a.parquet")
              + "' (FORMAT parquet)");
    }
    new Foreign()
        .file("a.parquet")
        .column("id", "long")
        .column("v", "variant")
        .row(
            "[\"1\",{\"variant\":{\"a\":\"number 1\",\"b\":[\"text x\",null],\"c\":\"number 1.5\"}}]")
        .row("[\"2\",{\"variant\":\"text text\"}]")
        .row("[\"3\",null]")
        .row("[\"4\",{\"variant\":\"number 42\"}]")
        .row("[\"5\",{\"variant\":[\"number 1\",\"number 2\"]}]")
        .row("[\"6\",{\"variant\":true}]")
        .write(root, name);
  }
}
