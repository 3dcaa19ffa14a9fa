package org.shareexplorer.parquet;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.Values.Bytes;
import org.shareexplorer.table.Values.StructValue;

/** A file of random values of all types, written by parquet-java; knows what it holds. */
final class RandomFile {

  static final MessageType SCHEMA =
      MessageTypeParser.parseMessageType(
          """
          message spark_schema {
            optional boolean flag;
            optional int32 tiny (INTEGER(8,true));
            optional int32 small (INTEGER(16,true));
            required int32 number;
            optional int32 unsigned (INTEGER(32,false));
            optional int64 big;
            optional float single;
            optional double real;
            optional int32 dec9 (DECIMAL(9,2));
            optional int64 dec18 (DECIMAL(18,4));
            optional fixed_len_byte_array(16) dec38 (DECIMAL(38,10));
            optional binary decb (DECIMAL(20,3));
            optional binary word (STRING);
            optional binary text (STRING);
            optional binary bytes;
            optional int32 day (DATE);
            optional int64 micros (TIMESTAMP(MICROS,true));
            optional int64 millis (TIMESTAMP(MILLIS,true));
            optional int64 nanos (TIMESTAMP(NANOS,true));
            optional int64 local (TIMESTAMP(MICROS,false));
            optional int96 legacy;
            optional int32 widened;
            optional group point { optional int32 x; optional binary label (STRING); }
            optional group list (LIST) { repeated group list { optional int32 element; } }
            optional group two (LIST) { repeated int32 array; }
            repeated int64 bare;
            optional group deep (LIST) { repeated group list { optional group element {
              optional int64 id;
              optional group tags (LIST) { repeated group list { optional binary element (STRING); } }
            } } }
            optional group map (MAP) { repeated group key_value {
              required binary key (STRING); optional int64 value; } }
          }
          """);

  static final List<Field> FIELDS =
      List.of(
          field("flag", Simple.BOOLEAN),
          field("tiny", Simple.BYTE),
          field("small", Simple.SHORT),
          field("number", Simple.INTEGER),
          field("unsigned", Simple.LONG),
          field("big", Simple.LONG),
          field("single", Simple.FLOAT),
          field("real", Simple.DOUBLE),
          field("dec9", new DataType.Decimal(9, 2)),
          field("dec18", new DataType.Decimal(18, 4)),
          field("dec38", new DataType.Decimal(38, 10)),
          field("decb", new DataType.Decimal(20, 3)),
          field("word", Simple.STRING),
          field("text", Simple.STRING),
          field("bytes", Simple.BINARY),
          field("day", Simple.DATE),
          field("micros", Simple.TIMESTAMP),
          field("millis", Simple.TIMESTAMP),
          field("nanos", Simple.TIMESTAMP),
          field("local", Simple.TIMESTAMP_NTZ),
          field("legacy", Simple.TIMESTAMP),
          field("widened", Simple.LONG),
          field(
              "point",
              new DataType.Struct(
                  List.of(field("x", Simple.INTEGER), field("label", Simple.STRING)))),
          field("list", new DataType.Array(Simple.INTEGER, true)),
          field("two", new DataType.Array(Simple.INTEGER, false)),
          field("bare", new DataType.Array(Simple.LONG, false)),
          field(
              "deep",
              new DataType.Array(
                  new DataType.Struct(
                      List.of(
                          field("id", Simple.LONG),
                          field("tags", new DataType.Array(Simple.STRING, true)))),
                  true)),
          field("map", new DataType.MapOf(Simple.STRING, Simple.LONG, true)));

  final List<List<@Nullable Object>> rows = new ArrayList<>();
  private final Random random;

  RandomFile(long seed) {
    random = new Random(seed);
  }

  static Field field(String name, DataType type) {
    return new Field(name, type, true);
  }

  /** How a file is written. */
  record Style(
      CompressionCodecName codec,
      WriterVersion version,
      boolean dictionary,
      int pageRows,
      int pageBytes,
      long groupBytes,
      boolean byteStreamSplit) {

    static Style random(Random random) {
      List<CompressionCodecName> codecs =
          List.of(
              CompressionCodecName.UNCOMPRESSED,
              CompressionCodecName.SNAPPY,
              CompressionCodecName.GZIP,
              CompressionCodecName.ZSTD,
              CompressionCodecName.LZ4_RAW);
      return new Style(
          codecs.get(random.nextInt(codecs.size())),
          random.nextBoolean() ? WriterVersion.PARQUET_1_0 : WriterVersion.PARQUET_2_0,
          random.nextBoolean(),
          List.of(1, 7, 100, 20_000).get(random.nextInt(4)),
          List.of(64, 1_000, 1 << 20).get(random.nextInt(3)),
          List.of(20_000L, 200_000L, 128L << 20).get(random.nextInt(3)),
          random.nextBoolean());
    }
  }

  /** Writes so many rows. */
  void write(Path file, int count, Style style) throws IOException {
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(file))
            .withType(SCHEMA)
            .withConf(new PlainParquetConfiguration())
            .withCodecFactory(new PlainCodecs())
            .withCompressionCodec(style.codec)
            .withWriterVersion(style.version)
            .withDictionaryEncoding(style.dictionary)
            .withPageRowCountLimit(style.pageRows)
            .withPageSize(style.pageBytes)
            .withMinRowCountForPageSizeCheck(1)
            .withRowGroupSize(style.groupBytes)
            .withByteStreamSplitEncoding(style.byteStreamSplit)
            .build()) {
      for (Group row : draw(count)) {
        writer.write(row);
      }
    }
  }

  /** Draws so many rows more. */
  List<Group> draw(int count) {
    List<Group> drawn = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<@Nullable Object> row = new ArrayList<>();
      SimpleGroup group = new SimpleGroup(SCHEMA);
      for (int column = 0; column < FIELDS.size(); column++) {
        Object value = top(FIELDS.get(column), SCHEMA.getType(column));
        row.add(value);
        put(group, SCHEMA.getType(column), value);
      }
      rows.add(row);
      drawn.add(group);
    }
    return drawn;
  }

  private @Nullable Object top(Field field, Type type) {
    if (field.name().equals("widened") || field.name().equals("unsigned")) {
      return random.nextInt(5) == 0
          ? null
          : field.name().equals("widened")
              ? (Object) (long) random.nextInt()
              : (Object) Integer.toUnsignedLong(random.nextInt());
    }
    Object value = value(field.type(), type.isRepetition(Type.Repetition.OPTIONAL));
    // A file of milliseconds holds no finer ones.
    return field.name().equals("millis") && value instanceof Instant at
        ? Instant.ofEpochMilli(at.toEpochMilli())
        : field.name().equals("nanos") && value instanceof Instant at
            ? Instant.ofEpochSecond(at.getEpochSecond() % 9_000_000_000L, at.getNano())
            : value;
  }

  private @Nullable Object value(DataType type, boolean nullable) {
    if (nullable && random.nextInt(6) == 0) {
      return null;
    }
    return switch (type) {
      case DataType.Decimal d -> new BigDecimal(digits(d.precision()), d.scale());
      case DataType.Array a -> {
        List<@Nullable Object> list = new ArrayList<>();
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
          list.add(value(a.element(), a.containsNull()));
        }
        yield list;
      }
      case DataType.MapOf m -> {
        Map<Object, @Nullable Object> map = new LinkedHashMap<>();
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
          map.put("key" + i + random.nextInt(100), value(m.value(), true));
        }
        yield map;
      }
      case DataType.Struct s -> {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        s.fields().forEach(f -> map.put(f.name(), value(f.type(), true)));
        yield new StructValue(map);
      }
      case Simple simple -> simple(simple);
      case DataType.Unknown u -> throw new IllegalArgumentException(u.text());
    };
  }

  private BigInteger digits(int most) {
    BigInteger number = new BigInteger(random.nextInt(most * 3) + 1, random);
    number = number.mod(BigInteger.TEN.pow(most));
    return random.nextBoolean() ? number : number.negate();
  }

  private Object simple(Simple type) {
    return switch (type) {
      case BOOLEAN -> random.nextBoolean();
      case BYTE -> random.nextInt(256) - 128;
      case SHORT -> random.nextInt(65536) - 32768;
      case INTEGER -> random.nextBoolean() ? random.nextInt(10) : random.nextInt();
      case LONG -> random.nextLong();
      case FLOAT ->
          List.of(Float.NaN, Float.NEGATIVE_INFINITY, -0f, random.nextFloat())
              .get(random.nextInt(4));
      case DOUBLE -> List.of(Double.NaN, 1e300, random.nextGaussian()).get(random.nextInt(3));
      case STRING ->
          random.nextBoolean()
              ? List.of("", "null", "é€𝄞", "a").get(random.nextInt(4))
              : "row " + random.nextInt();
      case BINARY -> {
        byte[] bytes = new byte[random.nextInt(20)];
        random.nextBytes(bytes);
        yield new Bytes(bytes);
      }
      case DATE -> LocalDate.ofEpochDay(random.nextInt(3_600_000) - 719_000);
      case TIMESTAMP -> instant();
      case TIMESTAMP_NTZ -> LocalDateTime.ofInstant(instant(), ZoneOffset.UTC);
      default -> throw new IllegalArgumentException(type.text());
    };
  }

  private Instant instant() {
    long seconds = (long) random.nextInt() * 4;
    return Instant.ofEpochSecond(seconds, random.nextInt(1_000_000) * 1_000L);
  }

  private static void put(Group into, Type type, @Nullable Object value) {
    String name = type.getName();
    if (value == null) {
      return;
    }
    if (type.isRepetition(Type.Repetition.REPEATED) && value instanceof List<?> list) {
      list.forEach(each -> putOne(into, name, type, each));
      return;
    }
    putOne(into, name, type, value);
  }

  private static void putOne(Group into, String name, Type type, @Nullable Object value) {
    if (type.isPrimitive()) {
      primitive(into, name, type, value);
      return;
    }
    GroupType group = type.asGroupType();
    Group inner = into.addGroup(name);
    switch (value) {
      case StructValue struct ->
          group.getFields().forEach(f -> put(inner, f, struct.fields().get(f.getName())));
      case List<?> list -> {
        Type repeated = group.getType(0);
        for (Object each : list) {
          if (repeated.isPrimitive()) {
            putOne(inner, repeated.getName(), repeated, each);
          } else {
            put(inner.addGroup(repeated.getName()), repeated.asGroupType().getType(0), each);
          }
        }
      }
      case Map<?, ?> map -> {
        GroupType entry = group.getType(0).asGroupType();
        map.forEach((key, each) -> {
          Group pair = inner.addGroup(entry.getName());
          put(pair, entry.getType(0), key);
          put(pair, entry.getType(1), each);
        });
      }
      case null, default -> throw new IllegalArgumentException(name);
    }
  }

  private static void primitive(Group into, String name, Type type, @Nullable Object value) {
    PrimitiveTypeName stored = type.asPrimitiveType().getPrimitiveTypeName();
    switch (value) {
      case Boolean b -> into.add(name, b);
      case Float f -> into.add(name, f);
      case Double d -> into.add(name, d);
      case Integer i -> into.add(name, i);
      case Long l when stored == PrimitiveTypeName.INT32 -> into.add(name, l.intValue());
      case Long l -> into.add(name, l);
      case String s -> into.add(name, s);
      case Bytes b -> into.add(name, Binary.fromConstantByteArray(b.bytes()));
      case LocalDate d -> into.add(name, (int) d.toEpochDay());
      case LocalDateTime t -> into.add(name, micros(t.toInstant(ZoneOffset.UTC)));
      case Instant t when stored == PrimitiveTypeName.INT96 -> into.add(name, int96(t));
      case Instant t when name.equals("millis") -> into.add(name, t.toEpochMilli());
      case Instant t when name.equals("nanos") -> into.add(name, micros(t) * 1_000 + 999);
      case Instant t -> into.add(name, micros(t));
      case BigDecimal d when stored == PrimitiveTypeName.INT32 ->
          into.add(name, d.unscaledValue().intValueExact());
      case BigDecimal d when stored == PrimitiveTypeName.INT64 ->
          into.add(name, d.unscaledValue().longValueExact());
      case BigDecimal d when stored == PrimitiveTypeName.BINARY ->
          into.add(name, Binary.fromConstantByteArray(d.unscaledValue().toByteArray()));
      case BigDecimal d -> into.add(name, Binary.fromConstantByteArray(padded(d.unscaledValue())));
      case null, default -> throw new IllegalArgumentException(name);
    }
  }

  private static long micros(Instant at) {
    return Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000L), at.getNano() / 1_000);
  }

  private static Binary int96(Instant at) {
    long day = Math.floorDiv(at.getEpochSecond(), 86_400L);
    long nanos = Math.floorMod(at.getEpochSecond(), 86_400L) * 1_000_000_000L + at.getNano() + 999;
    ByteBuffer bytes = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(nanos).putInt((int) (day + 2_440_588));
    return Binary.fromConstantByteArray(bytes.array());
  }

  private static byte[] padded(BigInteger number) {
    byte[] digits = number.toByteArray();
    byte[] bytes = new byte[16];
    Arrays.fill(bytes, (byte) (number.signum() < 0 ? -1 : 0));
    System.arraycopy(digits, 0, bytes, 16 - digits.length, digits.length);
    return bytes;
  }

  /** What a reader must say of some rows. */
  List<List<@Nullable Object>> expected(int first, int count, List<Integer> columns) {
    List<List<@Nullable Object>> expected = new ArrayList<>();
    for (List<@Nullable Object> row : rows.subList(first, first + count)) {
      List<@Nullable Object> cells = new ArrayList<>();
      columns.forEach(column -> cells.add(row.get(column)));
      expected.add(Collections.unmodifiableList(cells));
    }
    return expected;
  }
}
