import java.nio.file.Path;
import java.util.Map;

/** Tables that Spark and Delta write by themselves. */
final class SparkTables {
  private static final String MAPPED =
      " TBLPROPERTIES ('delta.columnMapping.mode'='name','delta.minReaderVersion'='2','delta.minWriterVersion'='5')";

  private SparkTables() {}

  static void add(Map<String, Generate.Writing> tables) {
    tables.put("scalars", SparkTables::scalars);
    tables.put("timestamps_int96", (g, t) -> timestamps(g, t, "INT96"));
    tables.put("timestamps_millis", (g, t) -> timestamps(g, t, "TIMESTAMP_MILLIS"));
    tables.put("timestamps_micros", (g, t) -> timestamps(g, t, "TIMESTAMP_MICROS"));
    tables.put("legacy_calendar", (g, t) -> legacy(g, t, "TIMESTAMP_MICROS", "UTC"));
    tables.put("legacy_calendar_int96", (g, t) -> legacy(g, t, "INT96", "UTC"));
    tables.put(
        "legacy_calendar_zone", (g, t) -> legacy(g, t, "TIMESTAMP_MICROS", "America/Los_Angeles"));
    tables.put("timestamp_ntz", SparkTables::ntz);
    tables.put("decimals", SparkTables::decimals);
    tables.put(
        "decimals_legacy",
        (g, t) ->
            g.with(
                Map.of("spark.sql.parquet.writeLegacyFormat", "true"),
                () -> {
                  try {
                    decimals(g, t);
                  } catch (Exception e) {
                    throw new RuntimeException(e);
                  }
                }));
    tables.put("nested", SparkTables::nested);
    tables.put(
        "nested_legacy",
        (g, t) ->
            g.with(Map.of("spark.sql.parquet.writeLegacyFormat", "true"), () -> nested(g, t)));
    tables.put("char_varchar", SparkTables::chars);
    tables.put("partitions", SparkTables::partitions);
    tables.put("partition_texts", SparkTables::partitionTexts);
    tables.put("partition_local_times", SparkTables::partitionLocalTimes);
    tables.put("odd_names", SparkTables::oddNames);
    tables.put("mapped_by_name", (g, t) -> mapped(g, t, "name"));
    tables.put("mapped_by_id", (g, t) -> mapped(g, t, "id"));
    tables.put("mapping_added_later", SparkTables::mappingLater);
    tables.put("evolved", SparkTables::evolved);
    tables.put("widened", SparkTables::widened);
    tables.put("widened_nested", SparkTables::widenedNested);
    tables.put("widened_partition", SparkTables::widenedPartition);
    tables.put("widened_mapped_deleted", SparkTables::widenedMappedDeleted);
    tables.put("deletion_vectors", SparkTables::deletionVectors);
    tables.put(
        "empty",
        (g, t) ->
            g.sql(t, "CREATE TABLE TABLE_ (id BIGINT, name STRING, at TIMESTAMP) USING delta"));
    tables.put(
        "emptied",
        (g, t) ->
            g.sql(
                t,
                "CREATE TABLE TABLE_ (id BIGINT, day DATE) USING delta PARTITIONED BY (day)",
                "INSERT INTO TABLE_ VALUES (1, DATE'2024-01-01'), (2, DATE'2024-01-02')",
                "DELETE FROM TABLE_"));
    tables.put(
        "without_statistics",
        (g, t) ->
            g.sql(
                t,
                "CREATE TABLE TABLE_ (id BIGINT, x DOUBLE) USING delta TBLPROPERTIES ('delta.dataSkippingNumIndexedCols'='0')",
                "INSERT INTO TABLE_ SELECT id, id / 7 FROM range(50)",
                "INSERT INTO TABLE_ SELECT id, NULL FROM range(50, 60)"));
    tables.put("variant", SparkTables::variant);
    tables.put("variant_shredded", SparkTables::variantShredded);
    tables.put("void", SparkTables::voids);
    tables.put(
        "collations",
        (g, t) ->
            g.sql(
                t,
                "CREATE TABLE TABLE_ (id BIGINT, ci STRING COLLATE UNICODE_CI, nested STRUCT<a: STRING COLLATE DE, b: ARRAY<STRING COLLATE UTF8_LCASE>>) USING delta",
                "INSERT INTO TABLE_ VALUES (1, 'Ä', named_struct('a', 'x', 'b', array('A', 'a'))), (2, 'ä', NULL), (3, NULL, named_struct('a', NULL, 'b', array()))"));
    tables.put("writer_features", SparkTables::writerFeatures);
    tables.put(
        "iceberg_compat",
        (g, t) ->
            g.sql(
                t,
                "CREATE TABLE TABLE_ (id BIGINT, tags ARRAY<STRING>, m MAP<STRING, STRUCT<a: INT>>) USING delta TBLPROPERTIES ('delta.columnMapping.mode'='name','delta.enableIcebergCompatV2'='true')",
                "INSERT INTO TABLE_ VALUES (1, array('a', NULL), map('k', named_struct('a', 1))), (2, NULL, map()), (3, array(), NULL)"));
    tables.put(
        "reader_features",
        (g, t) ->
            g.sql(
                t,
                "CREATE TABLE TABLE_ (id BIGINT, name STRING) USING delta TBLPROPERTIES ('delta.checkpointPolicy'='v2','delta.feature.vacuumProtocolCheck'='supported','delta.enableDeletionVectors'='true','delta.feature.timestampNtz'='supported')",
                "INSERT INTO TABLE_ VALUES (1, 'a'), (2, 'b'), (3, 'c')",
                "DELETE FROM TABLE_ WHERE id = 2"));
    tables.put("generated_columns", SparkTables::generated);
    tables.put(
        "time",
        (g, t) ->
            g.with(
                Map.of("spark.sql.timeType.enabled", "true"),
                () ->
                    g.sql(
                        t,
                        "CREATE TABLE TABLE_ (id BIGINT, at TIME(6)) USING delta",
                        "INSERT INTO TABLE_ VALUES (1, TIME'00:00:00'), (2, TIME'23:59:59.999999'), (3, NULL)")));
    tables.put(
        "intervals",
        (g, t) ->
            g.sql(
                t,
                "CREATE TABLE TABLE_ (id BIGINT, ym INTERVAL YEAR TO MONTH, ds INTERVAL DAY TO SECOND) USING delta",
                "INSERT INTO TABLE_ VALUES (1, INTERVAL '1-2' YEAR TO MONTH, INTERVAL '3 04:05:06.789' DAY TO SECOND), (2, NULL, NULL)"));
    tables.put(
        "geo",
        (g, t) ->
            g.with(
                Map.of("spark.sql.geospatial.enabled", "true"),
                () ->
                    g.sql(
                        t,
                        "CREATE TABLE TABLE_ (id BIGINT, g GEOMETRY(4326), h GEOGRAPHY(4326)) USING delta",
                        "INSERT INTO TABLE_ VALUES (1, ST_GeomFromWKB(X'0101000000000000000000F03F0000000000000040', 4326), NULL)")));
    tables.put("page_v2", (g, t) -> pages(g, t, Map.of("parquet.writer.version", "v2")));
    tables.put(
        "pages_small",
        (g, t) ->
            pages(
                g,
                t,
                Map.of(
                    "parquet.page.row.count.limit",
                    "7",
                    "parquet.block.size",
                    "1",
                    "parquet.block.row.count.limit",
                    "10")));
    for (String codec :
        new String[] {"uncompressed", "snappy", "gzip", "zstd", "lz4_raw", "lz4", "brotli"}) {
      tables.put(
          "codec_" + codec,
          (g, t) -> pages(g, t, Map.of("spark.sql.parquet.compression.codec", codec)));
    }
  }

  private static void scalars(Generate g, Path t) {
    g.sql(
        t,
        "CREATE TABLE TABLE_ (id INT, yes BOOLEAN, b TINYINT, s SMALLINT, i INT, l BIGINT, f FLOAT, d DOUBLE, n DECIMAL(38,18), t STRING, x BINARY, day DATE, at TIMESTAMP) USING delta",
        "INSERT INTO TABLE_ VALUES (0, true, 127, 32767, 2147483647, 9223372036854775807, FLOAT('3.4028235e38'), DOUBLE('1.7976931348623157e308'), 99999999999999999999.999999999999999999BD, 'plain', X'00FF', DATE'9999-12-31', TIMESTAMP'9999-12-31 23:59:59.999999')",
        "INSERT INTO TABLE_ VALUES (1, false, -128, -32768, -2147483648, -9223372036854775808, FLOAT('1.4e-45'), DOUBLE('4.9e-324'), -99999999999999999999.999999999999999999BD, '', X'', DATE'0001-01-01', TIMESTAMP'0001-01-01 00:00:00')",
        "INSERT INTO TABLE_ VALUES (2, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)",
        "INSERT INTO TABLE_ VALUES (3, NULL, 0, 0, 0, 0, FLOAT('NaN'), DOUBLE('NaN'), 0.000000000000000001BD, 'it\\'s \"quoted\"\\n\\t\\\\ 日本 😀 ß', X'DEADBEEF', DATE'1582-10-15', TIMESTAMP'1582-10-15 00:00:00.000001'),"
            + " (4, true, 1, 1, 1, 1, FLOAT('Infinity'), DOUBLE('Infinity'), 1BD, '\\u0000x', X'00', DATE'1582-10-04', TIMESTAMP'1969-12-31 23:59:59.999999'),"
            + " (5, true, -1, -1, -1, -1, FLOAT('-Infinity'), DOUBLE('-Infinity'), -1BD, ' ', X'20', DATE'1970-01-01', TIMESTAMP'1970-01-01 00:00:00'),"
            + " (6, false, 1, 1, 1, 1, FLOAT('-0.0'), DOUBLE('-0.0'), 0BD, 'null', X'0A0B', DATE'1900-02-28', TIMESTAMP'1900-01-01 12:34:56.789'),"
            + " (7, false, 1, 1, 1, 9007199254740993, FLOAT('0.1'), 0.1D, 0.1BD, 'NaN', X'61', DATE'2024-02-29', TIMESTAMP'2024-02-29 12:00:00.5'),"
            + " (8, false, 1, 1, 1, 1, FLOAT('0.0'), DOUBLE('0.0'), 12345678901234567890.123456789012345678BD, repeat('long ', 400), X'7F80', DATE'0099-06-15', TIMESTAMP'2024-03-31 02:30:00')");
  }

  private static void timestamps(Generate g, Path t, String type) {
    g.with(
        Map.of("spark.sql.parquet.outputTimestampType", type),
        () ->
            g.sql(
                t,
                "CREATE TABLE TABLE_ (id INT, at TIMESTAMP, list ARRAY<TIMESTAMP>) USING delta",
                "INSERT INTO TABLE_ VALUES (1, TIMESTAMP'2024-02-29 12:34:56.789', array(TIMESTAMP'1970-01-01 00:00:00', NULL)),"
                    + " (2, TIMESTAMP'1969-12-31 23:59:59.999', array()), (3, NULL, NULL), (4, TIMESTAMP'1900-01-01 00:00:00.001', array(TIMESTAMP'2262-04-12 00:00:00')),"
                    + " (5, TIMESTAMP'2262-04-11 23:47:16.854', NULL), (6, TIMESTAMP'1677-09-21 00:12:43.145', NULL)",
                "INSERT INTO TABLE_ VALUES (7, TIMESTAMP'0001-01-01 00:00:00', NULL), (8, TIMESTAMP'9999-12-31 23:59:59.999', NULL), (9, TIMESTAMP'1582-10-15 00:00:00', NULL), (10, TIMESTAMP'1582-10-04 23:59:59.999', NULL), (11, TIMESTAMP'3000-01-01 00:00:00', NULL)",
                "INSERT INTO TABLE_ VALUES (12, TIMESTAMP'2024-02-29 12:34:56.789123', NULL), (13, TIMESTAMP'1969-12-31 23:59:59.999999', NULL)"));
  }

  private static void legacy(Generate g, Path t, String type, String zone) {
    g.with(
        Map.of(
            "spark.sql.parquet.datetimeRebaseModeInWrite",
            "LEGACY",
            "spark.sql.parquet.int96RebaseModeInWrite",
            "LEGACY",
            "spark.sql.parquet.outputTimestampType",
            type,
            "spark.sql.session.timeZone",
            zone),
        () ->
            g.sql(
                t,
                "CREATE TABLE TABLE_ (id INT, day DATE, at TIMESTAMP, days ARRAY<DATE>) USING delta",
                "INSERT INTO TABLE_ VALUES (1, DATE'0001-01-01', TIMESTAMP'0001-01-01 00:00:00', array(DATE'1000-02-28', NULL)), (2, DATE'1582-10-04', TIMESTAMP'1582-10-04 23:59:59.999999', array()),"
                    + " (3, DATE'1582-10-15', TIMESTAMP'1582-10-15 00:00:00', NULL), (4, DATE'1000-03-01', TIMESTAMP'1000-03-01 12:00:00.123456', NULL), (5, NULL, NULL, NULL),"
                    + " (6, DATE'1582-10-10', TIMESTAMP'1582-10-10 01:00:00', NULL), (7, DATE'2024-02-29', TIMESTAMP'2024-02-29 12:00:00', NULL), (8, DATE'0200-02-28', TIMESTAMP'1883-01-01 00:00:00', NULL),"
                    + " (9, DATE'1899-12-31', TIMESTAMP'1899-12-31 23:59:59', NULL), (10, DATE'1700-03-01', TIMESTAMP'1700-03-01 06:00:00', NULL), (11, DATE'0300-03-01', TIMESTAMP'0300-03-01 06:00:00', NULL)"));
    g.with(
        Map.of("spark.sql.parquet.outputTimestampType", type),
        () ->
            g.sql(
                t,
                "INSERT INTO TABLE_ VALUES (21, DATE'0001-01-01', TIMESTAMP'0001-01-01 00:00:00', array(DATE'1000-02-28', NULL)), (22, DATE'1582-10-04', TIMESTAMP'1582-10-04 23:59:59.999999', NULL)"));
  }

  private static void ntz(Generate g, Path t) {
    g.sql(
        t,
        "CREATE TABLE TABLE_ (id INT, at TIMESTAMP_NTZ, s STRUCT<at: TIMESTAMP_NTZ>, m MAP<TIMESTAMP_NTZ, INT>) USING delta",
        "INSERT INTO TABLE_ VALUES (1, TIMESTAMP_NTZ'0001-01-01 00:00:00', NULL, map(TIMESTAMP_NTZ'2024-03-31 02:30:00', 1)), (2, TIMESTAMP_NTZ'9999-12-31 23:59:59.999999', named_struct('at', TIMESTAMP_NTZ'1969-12-31 23:59:59.999999'), NULL),"
            + " (3, NULL, named_struct('at', NULL), map()), (4, TIMESTAMP_NTZ'1582-10-10 00:00:00', NULL, NULL)");
  }

  private static void decimals(Generate g, Path t) {
    g.sql(
        t,
        "CREATE TABLE TABLE_ (id INT, a DECIMAL(1,0), b DECIMAL(9,2), c DECIMAL(10,0), d DECIMAL(18,18), e DECIMAL(19,1), f DECIMAL(38,0), g DECIMAL(38,38), h DECIMAL(4,4)) USING delta",
        "INSERT INTO TABLE_ VALUES (1, 9, 9999999.99, 9999999999, 0.999999999999999999BD, 999999999999999999.9BD, 99999999999999999999999999999999999999BD, 0.99999999999999999999999999999999999999BD, 0.0001),"
            + " (2, -9, -9999999.99, -9999999999, -0.999999999999999999BD, -999999999999999999.9BD, -99999999999999999999999999999999999999BD, -0.99999999999999999999999999999999999999BD, -0.9999),"
            + " (3, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL), (4, 0, 0.01, 0, 0.000000000000000001BD, 0.1, 1, 0.00000000000000000000000000000000000001BD, 0)");
  }

  private static void nested(Generate g, Path t) {
    g.sql(
        t,
        "CREATE TABLE TABLE_ (id INT, s STRUCT<a: INT, b: STRUCT<c: STRING, d: ARRAY<INT>>>, l ARRAY<STRUCT<x: DOUBLE, y: STRING>>, ll ARRAY<ARRAY<INT>>,"
            + " m MAP<STRING, ARRAY<INT>>, mi MAP<INT, STRUCT<v: DECIMAL(5,2)>>, ms MAP<STRUCT<a: INT, b: STRING>, STRING>, mm MAP<STRING, MAP<STRING, INT>>, one ARRAY<STRUCT<only: INT>>, w STRUCT<array: ARRAY<STRUCT<array: INT>>>) USING delta",
        "INSERT INTO TABLE_ VALUES"
            + " (1, named_struct('a', 1, 'b', named_struct('c', 'x', 'd', array(1, NULL, 3))), array(named_struct('x', 1.5D, 'y', 'p'), NULL, named_struct('x', NULL, 'y', NULL)), array(array(1), NULL, array(), array(NULL)),"
            + "  map('k', array(1, 2), 'n', NULL, 'e', array()), map(1, named_struct('v', 1.25), -1, NULL), map(named_struct('a', 1, 'b', 'q'), 'v'), map('o', map('i', 1, 'j', NULL), 'p', NULL, 'q', map()), array(named_struct('only', 1), NULL, named_struct('only', NULL)), named_struct('array', array(named_struct('array', 3), NULL))),"
            + " (2, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),"
            + " (3, named_struct('a', NULL, 'b', NULL), array(), array(), map(), map(), map(), map(), array(), named_struct('array', NULL)),"
            + " (4, named_struct('a', NULL, 'b', named_struct('c', NULL, 'd', NULL)), array(NULL), array(NULL), map('', array(NULL)), map(0, named_struct('v', NULL)), map(named_struct('a', NULL, 'b', NULL), NULL), map('', map('', 0)), array(NULL), named_struct('array', array())),"
            + " (5, named_struct('a', 5, 'b', named_struct('c', '', 'd', array())), array(named_struct('x', double('NaN'), 'y', '')), array(array(), array(1, 2, 3)), map('a\"b', array(7), 'c\\\\d', array()), map(2147483647, named_struct('v', -999.99)), map(named_struct('a', 2, 'b', ''), '', named_struct('a', 2, 'b', NULL), 'z'), map('x', map('y', 1)), array(named_struct('only', 5)), named_struct('array', array(named_struct('array', NULL))))");
  }

  private static void chars(Generate g, Path t) {
    g.sql(
        t,
        "CREATE TABLE TABLE_ (id INT, c CHAR(5), v VARCHAR(5), s STRUCT<c: CHAR(3), l: ARRAY<CHAR(2)>>, p CHAR(4)) USING delta PARTITIONED BY (p)",
        "INSERT INTO TABLE_ VALUES (1, 'a', 'a', named_struct('c', 'x', 'l', array('y', NULL)), 'p'), (2, 'abcde', 'abcde', NULL, 'pppp'), (3, NULL, NULL, named_struct('c', NULL, 'l', array()), NULL), (4, '', '', named_struct('c', '', 'l', NULL), 'p'), (5, 'ä😀', 'é ', NULL, 'ü')");
  }

  private static void partitions(Generate g, Path t) {
    g.sql(
        t,
        "CREATE TABLE TABLE_ (id INT, p_bool BOOLEAN, p_byte TINYINT, p_short SMALLINT, p_int INT, p_long BIGINT, p_float FLOAT, p_double DOUBLE, p_decimal DECIMAL(38,18), p_string STRING, p_binary BINARY, p_date DATE, p_timestamp TIMESTAMP, p_ntz TIMESTAMP_NTZ) USING delta"
            + " PARTITIONED BY (p_bool, p_byte, p_short, p_int, p_long, p_float, p_double, p_decimal, p_string, p_binary, p_date, p_timestamp, p_ntz)",
        "INSERT INTO TABLE_ VALUES (1, true, 127, -32768, 2147483647, -9223372036854775808, FLOAT('1.5e-30'), DOUBLE('1.7976931348623157e308'), 12345678901234567890.123456789012345678BD, 'text', X'616263', DATE'0001-01-01', TIMESTAMP'2024-02-29 12:34:56.789012', TIMESTAMP_NTZ'0001-01-01 00:00:00.000001')",
        "INSERT INTO TABLE_ VALUES (2, false, -128, 0, 0, 0, FLOAT('0.1'), 0.1D, -0.000000000000000001BD, '7', X'01', DATE'9999-12-31', TIMESTAMP'1969-12-31 23:59:59', TIMESTAMP_NTZ'9999-12-31 23:59:59')",
        "INSERT INTO TABLE_ VALUES (3, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)",
        "INSERT INTO TABLE_ VALUES (4, true, 0, 1, 1, 1, FLOAT('NaN'), DOUBLE('-Infinity'), 0BD, ' ', X'C3A4', DATE'1582-10-10', TIMESTAMP'0001-01-01 00:00:00', TIMESTAMP_NTZ'2024-03-31 02:30:00.5')",
        "INSERT INTO TABLE_ VALUES (5, true, 0, 1, 1, 1, FLOAT('-0.0'), DOUBLE('NaN'), 1BD, 'true', X'7F', DATE'1970-01-01', TIMESTAMP'9999-12-31 23:59:59.999999', TIMESTAMP_NTZ'1970-01-01 00:00:00')");
  }

  private static void partitionTexts(Generate g, Path t) {
    String[] texts = {
      "plain",
      "",
      " ",
      "a b",
      "a/b",
      "a=b",
      "50%",
      "a%20b",
      "it\\'s",
      "\"q\"",
      "a\\\\b",
      "日本 東京",
      "😀",
      "__HIVE_DEFAULT_PARTITION__",
      "null",
      "a+b",
      "a&b?c#d",
      "tab\\there",
      "line\\nbreak",
      "{}",
      "[x]",
      ":",
      "'';--"
    };
    StringBuilder values = new StringBuilder("INSERT INTO TABLE_ VALUES (100, NULL, 'n')");
    for (int i = 0; i < texts.length; i++)
      values
          .append(", (")
          .append(i)
          .append(", '")
          .append(texts[i])
          .append("', 'r")
          .append(i % 2)
          .append("')");
    g.sql(
        t,
        "CREATE TABLE TABLE_ (id INT, `p` STRING, q STRING) USING delta PARTITIONED BY (p, q)",
        values.toString());
  }

  private static void partitionLocalTimes(Generate g, Path t) {
    g.sql(t, "CREATE TABLE TABLE_ (id INT, at TIMESTAMP) USING delta PARTITIONED BY (at)");
    g.with(
        Map.of(
            "spark.databricks.delta.write.utcTimestampPartitionValues",
            "true",
            "spark.sql.session.timeZone",
            "Asia/Tokyo"),
        () ->
            g.sql(
                t,
                "INSERT INTO TABLE_ VALUES (1, TIMESTAMP'2024-01-01 08:00:00'), (2, TIMESTAMP'2024-07-01 08:00:00.123456')"));
    g.with(
        Map.of("spark.databricks.delta.write.utcTimestampPartitionValues", "false"),
        () ->
            g.sql(
                t,
                "INSERT INTO TABLE_ VALUES (3, TIMESTAMP'2024-01-01 08:00:00'), (4, TIMESTAMP'2024-07-01 08:00:00.12'), (5, NULL)"));
  }

  private static void oddNames(Generate g, Path t) {
    g.sql(
        t,
        "CREATE TABLE TABLE_ (`id` INT, `a b` INT, `a.b` INT, `a,b` INT, `a=b` INT, `it's` INT, `\"q\"` INT, `back``tick` INT, `日本` INT, `😀` INT, `{}` INT, `;` INT, `(x)` INT, `tab\there` INT, `a/b` INT, `%20` INT, `$` INT, `c0` INT, `file_row_number` INT, `filename` INT,"
            + " `select` STRUCT<`in ner`: INT, `x.y`: STRUCT<`z,`: STRING>>, `p art` STRING) USING delta PARTITIONED BY (`p art`)"
            + MAPPED,
        "INSERT INTO TABLE_ VALUES (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, named_struct('in ner', 21, 'x.y', named_struct('z,', 'deep')), 'q 1')",
        "INSERT INTO TABLE_ VALUES (101, NULL, 103, 104, 105, 106, 107, 108, 109, 110, 111, 112, 113, 114, 115, 116, 117, 118, 119, 120, NULL, NULL)");
  }

  private static void mapped(Generate g, Path t, String mode) {
    g.sql(
        t,
        "CREATE TABLE TABLE_ (id INT, old STRING, gone INT, s STRUCT<a: INT, b: STRING, inner: STRUCT<x: INT, y: INT>>, l ARRAY<STRUCT<p: INT, q: STRING>>, m MAP<STRING, STRUCT<u: INT, v: INT>>, part STRING) USING delta PARTITIONED BY (part)"
            + " TBLPROPERTIES ('delta.columnMapping.mode'='"
            + mode
            + "')",
        "INSERT INTO TABLE_ VALUES (1, 'one', 11, named_struct('a', 1, 'b', 'b1', 'inner', named_struct('x', 1, 'y', 2)), array(named_struct('p', 1, 'q', 'q1'), NULL), map('k', named_struct('u', 1, 'v', 2)), 'p1'), (2, NULL, NULL, NULL, NULL, NULL, NULL)",
        "ALTER TABLE TABLE_ RENAME COLUMN old TO `new name`",
        "ALTER TABLE TABLE_ DROP COLUMN gone",
        "ALTER TABLE TABLE_ ADD COLUMN gone STRING",
        "ALTER TABLE TABLE_ RENAME COLUMN s.a TO b2",
        "ALTER TABLE TABLE_ DROP COLUMN s.b",
        "ALTER TABLE TABLE_ ADD COLUMN s.b DOUBLE",
        "ALTER TABLE TABLE_ RENAME COLUMN s.inner.x TO `x y`",
        "ALTER TABLE TABLE_ RENAME COLUMN l.element.p TO pp",
        "ALTER TABLE TABLE_ ADD COLUMN l.element.r INT FIRST",
        "ALTER TABLE TABLE_ RENAME COLUMN m.value.u TO uu",
        "ALTER TABLE TABLE_ DROP COLUMN m.value.v",
        "ALTER TABLE TABLE_ RENAME COLUMN part TO `the part`",
        "INSERT INTO TABLE_ (id, `new name`, gone, s, l, m, `the part`) VALUES (3, 'three', 'back', named_struct('b2', 3, 'inner', named_struct('x y', 31, 'y', 32), 'b', 3.5D), array(named_struct('r', 9, 'pp', 3, 'q', 'q3')), map('z', named_struct('uu', 33)), 'p 3')",
        "ALTER TABLE TABLE_ ALTER COLUMN gone FIRST",
        "INSERT INTO TABLE_ (id, `new name`, gone, s, l, m, `the part`) VALUES (4, 'four', NULL, named_struct('b2', NULL, 'inner', NULL, 'b', NULL), array(), map(), 'p1')");
  }

  private static void mappingLater(Generate g, Path t) {
    g.sql(
        t,
        "CREATE TABLE TABLE_ (id INT, name STRING, s STRUCT<a: INT>) USING delta",
        "INSERT INTO TABLE_ VALUES (1, 'a', named_struct('a', 1))",
        "ALTER TABLE TABLE_ SET TBLPROPERTIES ('delta.columnMapping.mode'='name','delta.minReaderVersion'='2','delta.minWriterVersion'='5')",
        "ALTER TABLE TABLE_ RENAME COLUMN name TO `full name`",
        "ALTER TABLE TABLE_ ADD COLUMN name INT",
        "ALTER TABLE TABLE_ RENAME COLUMN s.a TO aa",
        "INSERT INTO TABLE_ VALUES (2, 'b', named_struct('aa', 2), 22)");
  }

  private static void evolved(Generate g, Path t) {
    g.sql(
        t,
        "CREATE TABLE TABLE_ (id INT, s STRUCT<a: INT>, l ARRAY<STRUCT<x: INT>>, m MAP<STRING, STRUCT<v: INT>>) USING delta",
        "INSERT INTO TABLE_ VALUES (1, named_struct('a', 1), array(named_struct('x', 1), NULL), map('k', named_struct('v', 1))), (2, NULL, NULL, NULL)",
        "ALTER TABLE TABLE_ ADD COLUMNS (added STRING FIRST)",
        "ALTER TABLE TABLE_ ADD COLUMNS (s.b STRING FIRST, s.deep STRUCT<z: INT>, l.element.y INT FIRST, m.value.w STRING)",
        "INSERT INTO TABLE_ VALUES ('new', 3, named_struct('b', 'b3', 'a', 3, 'deep', named_struct('z', 9)), array(named_struct('y', 4, 'x', 3)), map('k', named_struct('v', 3, 'w', 'w3')))",
        "ALTER TABLE TABLE_ ALTER COLUMN id AFTER m",
        "ALTER TABLE TABLE_ ALTER COLUMN s.a FIRST",
        "INSERT INTO TABLE_ VALUES (NULL, named_struct('a', 4, 'b', NULL, 'deep', NULL), array(), map(), 4)");
  }

  private static void widened(Generate g, Path t) {
    g.sql(
        t,
        "CREATE TABLE TABLE_ (id INT, b_s TINYINT, b_i TINYINT, b_l TINYINT, s_i SMALLINT, s_l SMALLINT, i_l INT, f_d FLOAT, b_d TINYINT, s_d SMALLINT, i_d INT, b_n TINYINT, s_n SMALLINT, i_n INT, l_n BIGINT, n_p DECIMAL(5,2), n_s DECIMAL(9,2), n_w DECIMAL(18,4), day_ntz DATE, chain TINYINT) USING delta TBLPROPERTIES ('delta.enableTypeWidening'='true','delta.feature.timestampNtz'='supported')",
        "INSERT INTO TABLE_ VALUES (1, 127, -128, 1, 32767, -32768, 2147483647, FLOAT('0.1'), 127, -32768, 2147483647, 127, -32768, -2147483648, 9223372036854775807, 999.99, -9999999.99, 99999999999999.9999BD, DATE'2024-02-29', 1),"
            + " (2, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL), (3, 0, 0, 0, 0, 0, -2147483648, FLOAT('NaN'), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, DATE'0001-01-01', -1)",
        "ALTER TABLE TABLE_ ALTER COLUMN b_s TYPE SMALLINT",
        "ALTER TABLE TABLE_ ALTER COLUMN b_i TYPE INT",
        "ALTER TABLE TABLE_ ALTER COLUMN b_l TYPE BIGINT",
        "ALTER TABLE TABLE_ ALTER COLUMN s_i TYPE INT",
        "ALTER TABLE TABLE_ ALTER COLUMN s_l TYPE BIGINT",
        "ALTER TABLE TABLE_ ALTER COLUMN i_l TYPE BIGINT",
        "ALTER TABLE TABLE_ ALTER COLUMN f_d TYPE DOUBLE",
        "ALTER TABLE TABLE_ ALTER COLUMN b_d TYPE DOUBLE",
        "ALTER TABLE TABLE_ ALTER COLUMN s_d TYPE DOUBLE",
        "ALTER TABLE TABLE_ ALTER COLUMN i_d TYPE DOUBLE",
        "ALTER TABLE TABLE_ ALTER COLUMN b_n TYPE DECIMAL(10,0)",
        "ALTER TABLE TABLE_ ALTER COLUMN s_n TYPE DECIMAL(12,2)",
        "ALTER TABLE TABLE_ ALTER COLUMN i_n TYPE DECIMAL(38,10)",
        "ALTER TABLE TABLE_ ALTER COLUMN l_n TYPE DECIMAL(38,18)",
        "ALTER TABLE TABLE_ ALTER COLUMN n_p TYPE DECIMAL(12,2)",
        "ALTER TABLE TABLE_ ALTER COLUMN n_s TYPE DECIMAL(11,4)",
        "ALTER TABLE TABLE_ ALTER COLUMN n_w TYPE DECIMAL(38,10)",
        "ALTER TABLE TABLE_ ALTER COLUMN day_ntz TYPE TIMESTAMP_NTZ",
        "ALTER TABLE TABLE_ ALTER COLUMN chain TYPE SMALLINT",
        "INSERT INTO TABLE_ VALUES (4, 32767, 2147483647, 9223372036854775807, -2147483648, 9223372036854775807, -9223372036854775808, 0.1D, 1e300D, -0.0D, 1.5D, 9999999999, 0.25, 1234567890123456789012345678.0123456789BD, 0.000000000000000001BD, 9999999999.99BD, 9999999.9999, 1234567890123456789012345678.0123456789BD, TIMESTAMP_NTZ'2024-02-29 12:34:56.789', 300)",
        "ALTER TABLE TABLE_ ALTER COLUMN chain TYPE INT",
        "INSERT INTO TABLE_ (id, chain) VALUES (5, 70000)",
        "ALTER TABLE TABLE_ ALTER COLUMN chain TYPE BIGINT",
        "INSERT INTO TABLE_ (id, chain) VALUES (6, 3000000000)");
  }

  private static void widenedNested(Generate g, Path t) {
    g.sql(
        t,
        "CREATE TABLE TABLE_ (id INT, s STRUCT<a: TINYINT, d: DATE>, l ARRAY<SMALLINT>, m MAP<INT, FLOAT>, deep ARRAY<STRUCT<n: DECIMAL(5,2)>>) USING delta TBLPROPERTIES ('delta.enableTypeWidening'='true','delta.feature.timestampNtz'='supported')",
        "INSERT INTO TABLE_ VALUES (1, named_struct('a', 1, 'd', DATE'2024-01-01'), array(1, NULL, -32768), map(7, FLOAT('0.1')), array(named_struct('n', 1.25))), (2, NULL, NULL, NULL, NULL)",
        "ALTER TABLE TABLE_ ALTER COLUMN s.a TYPE INT",
        "ALTER TABLE TABLE_ ALTER COLUMN s.d TYPE TIMESTAMP_NTZ",
        "ALTER TABLE TABLE_ ALTER COLUMN l.element TYPE BIGINT",
        "ALTER TABLE TABLE_ ALTER COLUMN m.key TYPE BIGINT",
        "ALTER TABLE TABLE_ ALTER COLUMN m.value TYPE DOUBLE",
        "ALTER TABLE TABLE_ ALTER COLUMN deep.element.n TYPE DECIMAL(20,6)",
        "INSERT INTO TABLE_ VALUES (3, named_struct('a', 70000, 'd', TIMESTAMP_NTZ'2024-01-01 01:02:03'), array(9223372036854775807), map(9223372036854775807, 0.1D), array(named_struct('n', 0.000001), NULL))");
  }

  private static void widenedPartition(Generate g, Path t) {
    g.sql(
        t,
        "CREATE TABLE TABLE_ (id INT, p SMALLINT, d DATE, n DECIMAL(5,2)) USING delta PARTITIONED BY (p, d, n) TBLPROPERTIES ('delta.enableTypeWidening'='true','delta.feature.timestampNtz'='supported')",
        "INSERT INTO TABLE_ VALUES (1, 5, DATE'2024-02-29', 1.25), (2, NULL, NULL, NULL)",
        "ALTER TABLE TABLE_ ALTER COLUMN p TYPE BIGINT",
        "ALTER TABLE TABLE_ ALTER COLUMN d TYPE TIMESTAMP_NTZ",
        "ALTER TABLE TABLE_ ALTER COLUMN n TYPE DECIMAL(20,4)",
        "INSERT INTO TABLE_ VALUES (3, 9223372036854775807, TIMESTAMP_NTZ'2024-02-29 01:02:03.5', 1.0001)");
  }

  private static void widenedMappedDeleted(Generate g, Path t) {
    g.sql(
        t,
        "CREATE TABLE TABLE_ (id INT, x INT, s STRUCT<a: INT>) USING delta TBLPROPERTIES ('delta.enableTypeWidening'='true','delta.columnMapping.mode'='name','delta.enableDeletionVectors'='true')",
        "INSERT INTO TABLE_ SELECT id, id * 10, named_struct('a', id) FROM range(100)",
        "ALTER TABLE TABLE_ RENAME COLUMN x TO `wide x`",
        "ALTER TABLE TABLE_ ALTER COLUMN `wide x` TYPE BIGINT",
        "ALTER TABLE TABLE_ RENAME COLUMN s.a TO b",
        "ALTER TABLE TABLE_ ALTER COLUMN s.b TYPE DOUBLE",
        "DELETE FROM TABLE_ WHERE id % 3 = 0",
        "INSERT INTO TABLE_ SELECT id, id * 10000000000, named_struct('b', id / 8) FROM range(100, 150)",
        "DELETE FROM TABLE_ WHERE id > 140");
  }

  private static void deletionVectors(Generate g, Path t) {
    g.sql(
        t,
        "CREATE TABLE TABLE_ (id BIGINT, name STRING, part INT) USING delta PARTITIONED BY (part) TBLPROPERTIES ('delta.enableDeletionVectors'='true')",
        "INSERT INTO TABLE_ SELECT id, concat('n', id), id % 3 FROM range(3000)",
        "DELETE FROM TABLE_ WHERE id % 7 = 0",
        "UPDATE TABLE_ SET name = 'changed' WHERE id % 11 = 0",
        "DELETE FROM TABLE_ WHERE id BETWEEN 1000 AND 1999 AND part = 1",
        "DELETE FROM TABLE_ WHERE part = 2 AND id > 100");
  }

  private static void variant(Generate g, Path t) {
    g.sql(
        t,
        "CREATE TABLE TABLE_ (id INT, v VARIANT, s STRUCT<v: VARIANT>, l ARRAY<VARIANT>, m MAP<STRING, VARIANT>) USING delta",
        "INSERT INTO TABLE_ VALUES (1, parse_json('{\"a\": 1, \"b\": [true, null, \"x\", 1.5, {\"c\": \"deep\"}], \"ä\": \"日本 😀\"}'), named_struct('v', parse_json('[]')), array(parse_json('1'), NULL, parse_json('null')), map('k', parse_json('{}'))),"
            + " (2, NULL, NULL, NULL, NULL), (3, parse_json('null'), named_struct('v', NULL), array(), map('n', NULL)),"
            + " (4, parse_json('9223372036854775807'), NULL, NULL, NULL), (5, parse_json('-1.25e-300'), NULL, NULL, NULL), (6, parse_json('12345678901234567890.123456789'), NULL, NULL, NULL), (7, parse_json('\"it\\'s \\\\\"quoted\\\\\" \\\\n\"'), NULL, NULL, NULL),"
            + " (8, to_variant_object(named_struct('d', DATE'0001-01-01', 't', TIMESTAMP'2024-02-29 12:34:56.789012', 'n', TIMESTAMP_NTZ'1969-12-31 23:59:59.999999', 'x', X'00FF', 'f', FLOAT('0.1'), 'e', 0.1D, 'p', 1.25BD, 'i', 3)), NULL, NULL, NULL),"
            + " (9, parse_json(concat('\"', repeat('long ', 50), '\"')), NULL, NULL, NULL), (10, parse_json('false'), NULL, NULL, NULL), (11, parse_json('{\"z\": {\"y\": {\"x\": [[[]]]}}, \"a\": {}}'), NULL, NULL, NULL),"
            + " (12, to_variant_object(array(double('NaN'), double('Infinity'), double('-0.0'))), NULL, NULL, NULL)");
  }

  private static void variantShredded(Generate g, Path t) {
    g.with(
        Map.of(
            "spark.sql.variant.writeShredding.enabled",
            "true",
            "spark.sql.variant.forceShreddingSchemaForTest",
            "a BIGINT, b STRING, c DECIMAL(9,2), d STRUCT<x: INT, y: ARRAY<STRING>>, e BOOLEAN, t TIMESTAMP, day DATE, f DOUBLE",
            "spark.sql.variant.allowReadingShredded",
            "true"),
        () -> {
          g.sql(
              t,
              "CREATE TABLE TABLE_ (id INT, v VARIANT) USING delta TBLPROPERTIES ('delta.enableVariantShredding'='true')",
              "INSERT INTO TABLE_ VALUES (1, parse_json('{\"a\": 1, \"b\": \"x\", \"c\": 1.25, \"d\": {\"x\": 7, \"y\": [\"p\", null, 3]}, \"e\": true, \"other\": [1, {\"k\": null}]}')),"
                  + " (2, NULL), (3, parse_json('null')), (4, parse_json('{}')), (5, parse_json('{\"a\": \"not a number\", \"b\": 7, \"c\": null, \"d\": [], \"e\": {}}')), (6, parse_json('[1, 2]')), (7, parse_json('\"text\"')), (8, parse_json('42')),"
                  + " (9, parse_json('{\"d\": {\"x\": null, \"extra\": 1}}')), (10, parse_json('{\"d\": {\"y\": []}, \"zz\": 1}')),"
                  + " (11, to_variant_object(named_struct('t', TIMESTAMP'2024-02-29 12:34:56.789012', 'day', DATE'2024-02-29', 'f', 0.1D, 'a', 9223372036854775807)))");
        });
  }

  private static void voids(Generate g, Path t) {
    g.sql(
        t,
        "CREATE TABLE TABLE_ (id INT, nothing VOID, s STRUCT<a: INT, v: VOID>) USING delta",
        "INSERT INTO TABLE_ (id, s) VALUES (1, named_struct('a', 1, 'v', NULL)), (2, NULL)");
  }

  private static void writerFeatures(Generate g, Path t) throws Exception {
    io.delta.tables.DeltaTable.create(g.spark)
        .addColumn(
            io.delta.tables.DeltaTable.columnBuilder(g.spark, "key")
                .dataType("LONG")
                .generatedAlwaysAsIdentity(1, 10)
                .build())
        .addColumn("id", "INT")
        .addColumn("name", "STRING")
        .addColumn("day", "DATE")
        .location(t.toString())
        .property("delta.enableRowTracking", "true")
        .property("delta.enableInCommitTimestamps", "true")
        .property("delta.feature.allowColumnDefaults", "supported")
        .property("delta.appendOnly", "false")
        .property("delta.enableChangeDataFeed", "true")
        .clusterBy("day", "id")
        .execute();
    g.sql(
        t,
        "ALTER TABLE TABLE_ ADD CONSTRAINT positive CHECK (id > 0)",
        "INSERT INTO TABLE_ (id, name, day) VALUES (1, 'a', DATE'2024-01-01'), (2, 'b', DATE'2024-01-02')",
        "ALTER TABLE TABLE_ ADD COLUMN later STRING",
        "ALTER TABLE TABLE_ ALTER COLUMN later SET DEFAULT 'given'",
        "INSERT INTO TABLE_ (id, name, day) VALUES (3, 'c', DATE'2024-01-03')",
        "UPDATE TABLE_ SET name = 'B' WHERE id = 2",
        "OPTIMIZE TABLE_");
  }

  private static void generated(Generate g, Path t) throws Exception {
    io.delta.tables.DeltaTable.create(g.spark)
        .addColumn("id", "INT")
        .addColumn("at", "TIMESTAMP")
        .addColumn(
            io.delta.tables.DeltaTable.columnBuilder(g.spark, "day")
                .dataType("DATE")
                .generatedAlwaysAs("CAST(at AS DATE)")
                .build())
        .partitionedBy("day")
        .location(t.toString())
        .execute();
    g.sql(
        t,
        "INSERT INTO TABLE_ (id, at) VALUES (1, TIMESTAMP'2024-02-29 23:00:00'), (2, NULL), (3, TIMESTAMP'0001-01-01 00:00:00')");
  }

  private static void pages(Generate g, Path t, Map<String, String> settings) {
    settings.forEach((k, v) -> g.spark.sparkContext().hadoopConfiguration().set(k, v));
    try {
      g.with(
          settings,
          () ->
              g.sql(
                  t,
                  "CREATE TABLE TABLE_ (id BIGINT, x DOUBLE, name STRING, s STRUCT<a: INT, l: ARRAY<STRING>>, at TIMESTAMP, yes BOOLEAN, n DECIMAL(20,3), b BINARY) USING delta",
                  "INSERT INTO TABLE_ SELECT /*+ COALESCE(1) */ id, IF(id % 5 = 0, NULL, sin(id)), IF(id % 7 = 0, NULL, concat('n', id % 13)), IF(id % 11 = 0, NULL, named_struct('a', CAST(id AS INT), 'l', transform(sequence(0, id % 4), i -> IF(i = 2, NULL, string(i))))), timestamp_micros(id * 86400000001), id % 3 = 0, CAST(id / 7 AS DECIMAL(20,3)), CAST(string(id * id) AS BINARY) FROM range(0, 300, 1, 1)"));
    } finally {
      settings.forEach((k, v) -> g.spark.sparkContext().hadoopConfiguration().unset(k));
    }
  }
}
