package org.shareexplorer.parquet;

import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.parquet.variant.Variant;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.table.Values;
import org.shareexplorer.table.Values.Bytes;
import org.shareexplorer.table.Values.StructValue;
import org.shareexplorer.table.Values.Undecodable;

/**
 * Puts a variant together from the parts that files keep of it: names and a value in one binary
 * form, or with what was shredded taken out into columns of their own (Parquet format, "Variant
 * Encoding" and "Variant Shredding"). For one value.
 */
final class StoredVariant {

  /** Deeper than any value of people, and than any that the stack could not hold. */
  private static final int DEEPEST = 200;

  private static final String METADATA = "metadata";
  private static final String VALUE = "value";
  private static final String TYPED = "typed_value";

  /** Stands for a field that an object does not have, unlike one that is null. */
  private static final Object MISSING = new Object();

  private final ByteBuffer names;

  /** Parts may share bytes, so that a few of them unfold without end: how many more are allowed. */
  private long left;

  private StoredVariant(byte[] names, long left) {
    this.names = ByteBuffer.wrap(names);
    this.left = left;
  }

  /** {@return the variant of a group's parts, or why there is none} */
  static Object of(@Nullable Object parts) {
    if (!(parts instanceof StructValue(Map<String, @Nullable Object> fields))
        || !(fields.get(METADATA) instanceof Bytes(byte[] names))) {
      return new Undecodable("The file holds no variant here.");
    }
    try {
      Object value = new StoredVariant(names, 1L << 20).joined(fields, 0);
      return new Values.Variant(MISSING.equals(value) ? null : value);
    } catch (RuntimeException e) {
      return new Undecodable("The variant is damaged.");
    }
  }

  private @Nullable Object joined(Map<String, @Nullable Object> parts, int depth) {
    Object rest =
        parts.get(VALUE) instanceof Bytes(byte[] value)
            ? unfolded(new Variant(ByteBuffer.wrap(value), names), depth)
            : MISSING;
    Object typed = parts.get(TYPED);
    return switch (typed) {
      case null -> rest;
      case StructValue(Map<String, @Nullable Object> shredded) -> {
        Map<String, @Nullable Object> fields = new TreeMap<>();
        if (rest instanceof StructValue(Map<String, @Nullable Object> others)) {
          fields.putAll(others);
        }
        shredded.forEach((name, part) -> {
          Object value = part(part, depth + 1);
          if (!MISSING.equals(value)) {
            fields.put(name, value);
          }
        });
        yield new StructValue(Collections.unmodifiableMap(fields));
      }
      case List<?> elements -> {
        List<@Nullable Object> list = new ArrayList<>();
        for (Object element : elements) {
          Object value = part(element, depth + 1);
          list.add(MISSING.equals(value) ? null : value);
        }
        yield Collections.unmodifiableList(list);
      }
      default -> typed;
    };
  }

  private @Nullable Object part(@Nullable Object part, int depth) {
    return part instanceof StructValue(Map<String, @Nullable Object> parts)
        ? joined(parts, depth)
        : MISSING;
  }

  private @Nullable Object unfolded(Variant variant, int depth) {
    left--;
    if (depth > DEEPEST || left < 0) {
      throw new IllegalArgumentException("too deep or too large");
    }
    return switch (variant.getType()) {
      case OBJECT -> {
        Map<String, @Nullable Object> fields = new TreeMap<>();
        for (int i = 0; i < variant.numObjectElements(); i++) {
          Variant.ObjectField field = variant.getFieldAtIndex(i);
          fields.put(field.key, unfolded(field.value, depth + 1));
        }
        yield new StructValue(Collections.unmodifiableMap(fields));
      }
      case ARRAY -> {
        List<@Nullable Object> elements = new ArrayList<>();
        for (int i = 0; i < variant.numArrayElements(); i++) {
          elements.add(unfolded(variant.getElementAtIndex(i), depth + 1));
        }
        yield Collections.unmodifiableList(elements);
      }
      case NULL -> null;
      case BOOLEAN -> variant.getBoolean();
      case BYTE, SHORT, INT, LONG -> variant.getLong();
      case FLOAT -> variant.getFloat();
      case DOUBLE -> variant.getDouble();
      case DECIMAL4, DECIMAL8, DECIMAL16 -> variant.getDecimal();
      case STRING -> variant.getString();
      case BINARY -> bytes(variant.getBinary());
      case UUID -> variant.getUUID().toString();
      case DATE -> LocalDate.ofEpochDay(variant.getInt());
      case TIME ->
          DateTimeFormatter.ISO_LOCAL_TIME.format(
              LocalTime.ofNanoOfDay(Math.multiplyExact(variant.getLong(), 1_000L)));
      case TIMESTAMP_TZ -> instant(variant.getLong(), ChronoUnit.MICROS);
      case TIMESTAMP_NTZ -> local(variant.getLong(), ChronoUnit.MICROS);
      case TIMESTAMP_NANOS_TZ -> instant(variant.getLong(), ChronoUnit.NANOS);
      case TIMESTAMP_NANOS_NTZ -> local(variant.getLong(), ChronoUnit.NANOS);
    };
  }

  private static Bytes bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return new Bytes(bytes);
  }

  private static Instant instant(long since1970, ChronoUnit unit) throws DateTimeException {
    return Instant.EPOCH.plus(since1970, unit);
  }

  private static LocalDateTime local(long since1970, ChronoUnit unit) throws DateTimeException {
    return LocalDateTime.ofInstant(instant(since1970, unit), ZoneOffset.UTC);
  }
}
