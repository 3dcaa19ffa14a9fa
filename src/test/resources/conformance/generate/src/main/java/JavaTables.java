import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.NanoTime;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** Files by parquet-java itself: types, layouts and encodings that Spark does not write. */
final class JavaTables {
  private JavaTables() {}

  static void add(Map<String, Making> tables) {
    tables.put("java_types", JavaTables::types);
    tables.put("java_layouts", JavaTables::layouts);
    tables.put("java_names", JavaTables::names);
    tables.put("java_files", JavaTables::files);
    tables.put("java_encodings", JavaTables::encodings);
    tables.put("java_other_types", JavaTables::otherTypes);
  }

  interface Making {
    void to(Path root, String name) throws Exception;
  }

  @SafeVarargs
  private static void file(
      Path root,
      String table,
      String name,
      String schema,
      UnaryOperator<ExampleParquetWriter.Builder> style,
      Consumer<Group>... rows)
      throws Exception {
    Path file = root.resolve("tables").resolve(table).resolve(name);
    Files.createDirectories(file.getParent());
    MessageType type = MessageTypeParser.parseMessageType("message m {" + schema + "}");
    try (ParquetWriter<Group> writer =
        style
            .apply(
                ExampleParquetWriter.builder(new LocalOutputFile(file))
                    .withConf(new Configuration(false))
                    .withType(type))
            .build()) {
      for (Consumer<Group> row : rows) {
        Group group = new SimpleGroup(type);
        row.accept(group);
        writer.write(group);
      }
    }
  }

  private static void types(Path root, String name) throws Exception {
    String schema =
        "optional int32 u8 (INTEGER(8,false)); optional int32 u16 (INTEGER(16,false)); optional int32 u32 (INTEGER(32,false)); optional int64 u64 (INTEGER(64,false));"
            + " optional int32 n32 (DECIMAL(9,2)); optional int64 n64 (DECIMAL(18,3)); optional fixed_len_byte_array(16) nfixed (DECIMAL(38,10)); optional binary nbinary (DECIMAL(38,0));"
            + " optional fixed_len_byte_array(2) f16 (FLOAT16);"
            + " optional int64 t_ms (TIMESTAMP(MILLIS,true)); optional int64 t_us (TIMESTAMP(MICROS,true)); optional int64 t_ns (TIMESTAMP(NANOS,true)); optional int64 l_ms (TIMESTAMP(MILLIS,false)); optional int64 l_us (TIMESTAMP(MICROS,false)); optional int64 l_ns (TIMESTAMP(NANOS,false)); optional int96 t_96;"
            + " optional int32 time_ms (TIME(MILLIS,true)); optional int64 time_us (TIME(MICROS,false)); optional int64 time_ns (TIME(NANOS,true));"
            + " optional fixed_len_byte_array(16) uuid (UUID); optional binary json (JSON); optional binary enum (ENUM); optional binary bson (BSON); optional binary bare; optional binary said (STRING); optional fixed_len_byte_array(3) fixed; optional int32 day (DATE);";
    file(
        root,
        name,
        "a.parquet",
        schema,
        b -> b,
        g -> {
          g.append("u8", 255).append("u16", 65535).append("u32", -1).append("u64", -1L);
          g.append("n32", -123456789)
              .append("n64", 999999999999999999L)
              .append(
                  "nfixed",
                  fixed(new java.math.BigInteger("-99999999999999999999999999999999999999"), 16))
              .append(
                  "nbinary",
                  Binary.fromConstantByteArray(
                      new java.math.BigInteger("99999999999999999999999999999999999999")
                          .toByteArray()));
          g.append("f16", half(1.5f));
          g.append("t_ms", -1L)
              .append("t_us", -1L)
              .append("t_ns", -1L)
              .append("l_ms", 1709210096789L)
              .append("l_us", 1709210096789012L)
              .append("l_ns", 1709210096789012345L)
              .append("t_96", new NanoTime(2460370, 45296789012345L));
          g.append("time_ms", 86399999)
              .append("time_us", 86399999999L)
              .append("time_ns", 86399999999999L);
          g.append(
              "uuid",
              Binary.fromConstantByteArray(
                  ByteBuffer.allocate(16)
                      .putLong(0x0123456789abcdefL)
                      .putLong(0xfedcba9876543210L)
                      .array()));
          g.append("json", "{\"a\": 1}")
              .append("enum", "RED")
              .append("bson", Binary.fromConstantByteArray(new byte[] {5, 0, 0, 0, 0}))
              .append("bare", "größe 😀")
              .append("said", "text")
              .append("fixed", Binary.fromConstantByteArray(new byte[] {1, 2, 3}))
              .append("day", -719162);
        },
        g -> {},
        g -> {
          g.append("u8", 0).append("u16", 0).append("u32", 0).append("u64", 0L);
          g.append("n32", 0)
              .append("n64", -1L)
              .append("nfixed", fixed(java.math.BigInteger.ONE, 16))
              .append("nbinary", Binary.fromConstantByteArray(new byte[] {0}));
          g.append("f16", half(Float.NEGATIVE_INFINITY));
          g.append("t_ms", -62135596800000L)
              .append("t_us", 253402300799999999L)
              .append("t_ns", 0L)
              .append("l_ms", -62135596800000L)
              .append("l_us", 253402300799999999L)
              .append("l_ns", -1L)
              .append("t_96", new NanoTime(2440588, 0));
          g.append("time_ms", 0).append("time_us", 1L).append("time_ns", 1L);
          g.append("uuid", Binary.fromConstantByteArray(new byte[16]))
              .append("json", "[]")
              .append("enum", "")
              .append("bson", Binary.fromConstantByteArray(new byte[0]))
              .append("bare", "")
              .append("said", "")
              .append("fixed", Binary.fromConstantByteArray(new byte[3]))
              .append("day", 2932896);
        });
    Foreign t = new Foreign().file("a.parquet");
    t.column("u8", "short")
        .column("u16", "integer")
        .column("u32", "long")
        .column("u64", "decimal(20,0)");
    t.column("n32", "decimal(9,2)")
        .column("n64", "decimal(18,3)")
        .column("nfixed", "decimal(38,10)")
        .column("nbinary", "decimal(38,0)")
        .column("f16", "float");
    t.column("t_ms", "timestamp")
        .column("t_us", "timestamp")
        .column("t_ns", "timestamp")
        .column("l_ms", "timestamp_ntz")
        .column("l_us", "timestamp_ntz")
        .column("l_ns", "timestamp_ntz")
        .column("t_96", "timestamp");
    t.column("time_ms", "string").column("time_us", "string").column("time_ns", "string");
    t.column("uuid", "string")
        .column("json", "string")
        .column("enum", "string")
        .column("bson", "binary")
        .column("bare", "string")
        .column("said", "binary")
        .column("fixed", "binary")
        .column("day", "date");
    t.row(
        "[\"255\",\"65535\",\"4294967295\",\"18446744073709551615\",\"-1234567.89\",\"999999999999999.999\",\"-9999999999999999999999999999.9999999999\",\"99999999999999999999999999999999999999\",\"1.5\","
            + "\"1969-12-31T23:59:59.999Z\",\"1969-12-31T23:59:59.999999Z\",\"1969-12-31T23:59:59.999999Z\",\"2024-02-29T12:34:56.789\",\"2024-02-29T12:34:56.789012\",\"2024-02-29T12:34:56.789012\",\"2024-02-29T12:34:56.789012Z\","
            + "\"23:59:59.999\",\"23:59:59.999999\",\"23:59:59.999999999\",\"01234567-89ab-cdef-fedc-ba9876543210\",\"{\\\"a\\\": 1}\",\"RED\",\"0500000000\",\"größe 😀\",\"74657874\",\"010203\",\"0001-01-01\"]");
    t.row(
        "[null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null]");
    t.row(
        "[\"0\",\"0\",\"0\",\"0\",\"0.00\",\"-0.001\",\"0.0000000001\",\"0\",\"-Infinity\","
            + "\"0001-01-01T00:00:00Z\",\"9999-12-31T23:59:59.999999Z\",\"1970-01-01T00:00:00Z\",\"0001-01-01T00:00:00\",\"9999-12-31T23:59:59.999999\",\"1969-12-31T23:59:59.999999\",\"1970-01-01T00:00:00Z\","
            + "\"00:00:00\",\"00:00:00.000001\",\"00:00:00.000000001\",\"00000000-0000-0000-0000-000000000000\",\"[]\",\"\",\"\",\"\",\"\",\"000000\",\"9999-12-31\"]");
    t.write(root, name);
  }

  /**
   * Columns whose files hold something else than the table says: each cell is spoilt, or read where
   * no doubt is left.
   */
  private static void otherTypes(Path root, String name) throws Exception {
    file(
        root,
        name,
        "a.parquet",
        "optional binary number (STRING); optional double whole; optional int64 narrow; optional group s { optional int32 a; } optional int64 day; optional int32 fine;",
        b -> b,
        g -> {
          g.append("number", "12")
              .append("whole", 1.5)
              .append("narrow", 7L)
              .append("day", 5L)
              .append("fine", 3);
          g.addGroup("s").append("a", 1);
        },
        g -> {});
    Foreign t = new Foreign().file("a.parquet");
    t.column("number", "integer")
        .column("whole", "long")
        .column("narrow", "integer")
        .column("s", "string")
        .column("day", "date")
        .column("fine", "long");
    t.row("[\"?\",\"?\",\"7\",\"?\",\"?\",\"3\"]");
    t.row("[null,null,null,null,null,null]");
    t.write(root, name);
  }

  private static void layouts(Path root, String name) throws Exception {
    String schema =
        "optional group two (LIST) { repeated int32 array; } optional group twog (LIST) { repeated group array { optional int32 a; optional binary b (STRING); } } optional group tup (LIST) { repeated group tup_tuple { optional int32 a; } }"
            + " optional group bag (LIST) { repeated group bag { optional int32 array_element; } } optional group three (LIST) { repeated group list { optional int32 element; } } repeated int32 bare;"
            + " optional group kv (MAP_KEY_VALUE) { repeated group map (MAP_KEY_VALUE) { required binary key (STRING); optional int32 value; } } optional group m (MAP) { repeated group key_value { required int32 key; optional group value (LIST) { repeated group list { optional binary element (STRING); } } } }"
            + " optional group lone (LIST) { repeated group list { optional group element { optional int32 only; } } }";
    file(
        root,
        name,
        "a.parquet",
        schema,
        b -> b,
        g -> {
          g.addGroup("two").append("array", 1).append("array", 2);
          Group list = g.addGroup("twog");
          list.addGroup("array").append("a", 1).append("b", "x");
          list.addGroup("array");
          g.addGroup("tup").addGroup("tup_tuple").append("a", 7);
          Group bag = g.addGroup("bag");
          bag.addGroup("bag").append("array_element", 1);
          bag.addGroup("bag");
          Group three = g.addGroup("three");
          three.addGroup("list");
          three.addGroup("list").append("element", 3);
          g.append("bare", 5).append("bare", 6);
          Group kv = g.addGroup("kv");
          kv.addGroup("map").append("key", "k").append("value", 1);
          kv.addGroup("map").append("key", "n");
          Group m = g.addGroup("m");
          m.addGroup("key_value")
              .append("key", 1)
              .addGroup("value")
              .addGroup("list")
              .append("element", "e");
          m.addGroup("key_value").append("key", 2);
          m.addGroup("key_value").append("key", 1).addGroup("value");
          g.addGroup("lone").addGroup("list").addGroup("element").append("only", 1);
        },
        g -> {},
        g -> {
          g.addGroup("two");
          g.addGroup("twog");
          g.addGroup("tup");
          g.addGroup("bag");
          g.addGroup("three");
          g.addGroup("kv");
          g.addGroup("m");
          g.addGroup("lone");
        });
    Foreign t = new Foreign().file("a.parquet");
    String ints = array("\"integer\"");
    t.column("two", ints)
        .column("twog", array(struct("a", "\"integer\"", "b", "\"string\"")))
        .column("tup", array(struct("a", "\"integer\"")))
        .column("bag", ints)
        .column("three", ints)
        .column("bare", ints);
    t.column("kv", map("\"string\"", "\"integer\""))
        .column("m", map("\"integer\"", array("\"string\"")))
        .column("lone", array(struct("only", "\"integer\"")));
    // Of equal keys the last one counts, as in Spark's maps.
    t.row(
        "[[\"1\",\"2\"],[{\"a\":\"1\",\"b\":\"x\"},{\"a\":null,\"b\":null}],[{\"a\":\"7\"}],[\"1\",null],[null,\"3\"],[\"5\",\"6\"],{\"map\":[[\"k\",\"1\"],[\"n\",null]]},{\"map\":[[\"1\",[]],[\"2\",null]]},[{\"only\":\"1\"}]]");
    t.row("[null,null,null,null,null,[],null,null,null]");
    t.row("[[],[],[],[],[],[],{\"map\":[]},{\"map\":[]},[]]");
    t.write(root, name);
  }

  private static void names(Path root, String name) throws Exception {
    file(
        root,
        name,
        "both.parquet",
        "optional int32 Name; optional int32 name; optional int32 NAME; optional group s { optional int32 A; optional int32 a; }",
        b -> b,
        g -> {
          g.append("Name", 1).append("name", 2).append("NAME", 3);
          g.addGroup("s").append("A", 4).append("a", 5);
        });
    file(
        root,
        name,
        "lower.parquet",
        "optional group S { optional int32 A; } optional int32 name;",
        b -> b,
        g -> {
          g.append("name", 7);
          g.addGroup("S").append("A", 8);
        });
    file(
        root,
        name,
        "other.parquet",
        "optional int32 something;",
        b -> b,
        g -> g.append("something", 9),
        g -> {});
    new Foreign()
        .file("both.parquet")
        .file("lower.parquet")
        .file("other.parquet")
        .column("name", "integer")
        .column("s", struct("a", "\"integer\""))
        .row("[\"2\",{\"a\":\"5\"}]")
        .row("[\"7\",{\"a\":\"8\"}]")
        .row("[null,null]")
        .row("[null,null]")
        .write(root, name);
  }

  private static void files(Path root, String name) throws Exception {
    String schema = "optional int32 a; optional binary b (STRING);";
    file(root, name, "none.parquet", schema, b -> b);
    Foreign t =
        new Foreign()
            .column("a", "integer")
            .column("b", "string")
            .file("none.parquet")
            .file("groups.parquet")
            .file("none2.parquet")
            .file("one.parquet");
    @SuppressWarnings("unchecked")
    Consumer<Group>[] rows = new Consumer[300];
    for (int i = 0; i < rows.length; i++) {
      int n = i;
      rows[i] =
          g -> {
            if (n % 5 != 0) g.append("a", n);
            g.append("b", "b" + n);
          };
      t.row("[" + (n % 5 == 0 ? "null" : "\"" + n + "\"") + ",\"b" + n + "\"]");
    }
    file(root, name, "groups.parquet", schema, b -> b.withRowGroupRowCountLimit(1), rows);
    file(root, name, "none2.parquet", schema, b -> b);
    file(root, name, "one.parquet", schema, b -> b, g -> g.append("a", 1000));
    t.row("[\"1000\",null]").write(root, name);
  }

  private static void encodings(Path root, String name) throws Exception {
    String schema =
        "optional int32 i; optional int64 l; optional float f; optional double d; optional boolean z; optional binary s (STRING); optional fixed_len_byte_array(4) x;";
    Foreign t =
        new Foreign()
            .column("i", "integer")
            .column("l", "long")
            .column("f", "float")
            .column("d", "double")
            .column("z", "boolean")
            .column("s", "string")
            .column("x", "binary");
    @SuppressWarnings("unchecked")
    Consumer<Group>[] rows = new Consumer[120];
    for (int i = 0; i < rows.length; i++) {
      int n = i;
      rows[i] =
          g -> {
            if (n % 7 == 3) return;
            g.append("i", n * 31 - 1000)
                .append("l", n * 1_000_000_007L)
                .append("f", n / 8f)
                .append("d", -n / 16d)
                .append("z", n % 3 == 0)
                .append("s", "prefix " + n / 10 + "/" + n)
                .append(
                    "x",
                    Binary.fromConstantByteArray(
                        ByteBuffer.allocate(4).putInt(n * 16777213).array()));
          };
    }
    int number = 0;
    for (WriterVersion version : WriterVersion.values()) {
      for (boolean dictionary : new boolean[] {true, false}) {
        for (boolean split : new boolean[] {true, false}) {
          String file = "f" + number++ + ".parquet";
          file(
              root,
              name,
              file,
              schema,
              b ->
                  b.withWriterVersion(version)
                      .withDictionaryEncoding(dictionary)
                      .withByteStreamSplitEncoding(split)
                      .withPageRowCountLimit(17),
              rows);
          t.file(file);
          for (int n = 0; n < rows.length; n++) {
            t.row(
                n % 7 == 3
                    ? "[null,null,null,null,null,null,null]"
                    : "[\""
                        + (n * 31 - 1000)
                        + "\",\""
                        + n * 1_000_000_007L
                        + "\",\""
                        + n / 8f
                        + "\",\""
                        + -n / 16d
                        + "\",\""
                        + (n % 3 == 0)
                        + "\",\"prefix "
                        + n / 10
                        + "/"
                        + n
                        + "\",\""
                        + String.format("%08X", n * 16777213)
                        + "\"]");
          }
        }
      }
    }
    t.write(root, name);
  }

  private static String array(String element) {
    return "{\"type\":\"array\",\"elementType\":" + element + ",\"containsNull\":true}";
  }

  private static String map(String key, String value) {
    return "{\"type\":\"map\",\"keyType\":"
        + key
        + ",\"valueType\":"
        + value
        + ",\"valueContainsNull\":true}";
  }

  private static String struct(String... namesAndTypes) {
    StringBuilder fields = new StringBuilder();
    for (int i = 0; i < namesAndTypes.length; i += 2) {
      fields
          .append(i == 0 ? "" : ",")
          .append(
              "{\"name\":\""
                  + namesAndTypes[i]
                  + "\",\"type\":"
                  + namesAndTypes[i + 1]
                  + ",\"nullable\":true,\"metadata\":{}}");
    }
    return "{\"type\":\"struct\",\"fields\":[" + fields + "]}";
  }

  private static Binary fixed(java.math.BigInteger value, int length) {
    byte[] bytes = new byte[length];
    java.util.Arrays.fill(bytes, (byte) (value.signum() < 0 ? -1 : 0));
    byte[] some = value.toByteArray();
    System.arraycopy(some, 0, bytes, length - some.length, some.length);
    return Binary.fromConstantByteArray(bytes);
  }

  private static Binary half(float value) {
    // 1.5 and minus infinity, the only ones used here.
    int bits = value == 1.5f ? 0x3E00 : 0xFC00;
    return Binary.fromConstantByteArray(
        ByteBuffer.allocate(2).order(ByteOrder.LITTLE_ENDIAN).putShort((short) bits).array());
  }
}
