package org.shareexplorer.parquet;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Function;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.Float16LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.UUIDLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;

/**
 * What stored values mean by the file's own word (Parquet format, "Logical Types"). Bytes stay
 * {@link Binary}, as the table knows better whether they are text.
 */
final class StoredValue {

  private static final long JULIAN_DAY_OF_1970 = 2_440_588;
  private static final long MICROS_PER_DAY = 86_400_000_000L;

  private StoredValue() {}

  static Function<Object, Object> meaning(PrimitiveType file) {
    LogicalTypeAnnotation logical = file.getLogicalTypeAnnotation();
    return switch (file.getPrimitiveTypeName()) {
      case BOOLEAN, FLOAT, DOUBLE -> value -> value;
      case INT96 -> value -> int96(((Binary) value).getBytes());
      case INT32 ->
          switch (logical) {
            case DateLogicalTypeAnnotation _ -> value -> LocalDate.ofEpochDay((Integer) value);
            case DecimalLogicalTypeAnnotation d ->
                value -> BigDecimal.valueOf((Integer) value, d.getScale());
            case TimeLogicalTypeAnnotation _ ->
                value ->
                    LocalTime.ofNanoOfDay(Math.multiplyExact((long) (Integer) value, 1_000_000L));
            case IntLogicalTypeAnnotation i when !i.isSigned() ->
                value -> Integer.toUnsignedLong((Integer) value);
            case null, default -> value -> (long) (Integer) value;
          };
      case INT64 ->
          switch (logical) {
            case TimestampLogicalTypeAnnotation t -> timestamp(t);
            case DecimalLogicalTypeAnnotation d ->
                value -> BigDecimal.valueOf((Long) value, d.getScale());
            case TimeLogicalTypeAnnotation t ->
                value ->
                    LocalTime.ofNanoOfDay(
                        t.getUnit() == TimeUnit.NANOS
                            ? (Long) value
                            : Math.multiplyExact((Long) value, 1_000L));
            case IntLogicalTypeAnnotation i when !i.isSigned() ->
                value -> new BigDecimal(Long.toUnsignedString((Long) value));
            case null, default -> value -> value;
          };
      case BINARY, FIXED_LEN_BYTE_ARRAY ->
          switch (logical) {
            case DecimalLogicalTypeAnnotation d ->
                value -> new BigDecimal(new BigInteger(((Binary) value).getBytes()), d.getScale());
            case UUIDLogicalTypeAnnotation _ -> value -> uuid(((Binary) value).getBytes());
            case Float16LogicalTypeAnnotation _ ->
                value -> Float.float16ToFloat(little((Binary) value).getShort());
            case null, default -> value -> value;
          };
    };
  }

  private static Function<Object, Object> timestamp(TimestampLogicalTypeAnnotation type) {
    Function<Long, Instant> instant =
        switch (type.getUnit()) {
          case MILLIS -> value -> micros(Math.multiplyExact(value, 1_000L));
          case MICROS -> StoredValue::micros;
          case NANOS -> value -> micros(Math.floorDiv(value, 1_000L));
        };
    return type.isAdjustedToUTC()
        ? value -> instant.apply((Long) value)
        : value -> LocalDateTime.ofInstant(instant.apply((Long) value), ZoneOffset.UTC);
  }

  private static Instant micros(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L);
  }

  /** Nanoseconds of the day, then the Julian day. */
  private static Instant int96(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    long nanos = buffer.getLong();
    long day = buffer.getInt() - JULIAN_DAY_OF_1970;
    return micros(
        Math.addExact(Math.multiplyExact(day, MICROS_PER_DAY), Math.floorDiv(nanos, 1_000L)));
  }

  private static String uuid(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong()).toString();
  }

  private static ByteBuffer little(Binary value) {
    return ByteBuffer.wrap(value.getBytes()).order(ByteOrder.LITTLE_ENDIAN);
  }
}
