package org.shareexplorer.export;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.table.CellText;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.Values;

/** Gives values (see {@link Values}) to Parquet, as {@link ParquetTypes} has their types. */
record ParquetValue(RecordConsumer out) {

  private static final long MICROS = 1_000_000;

  /** Writes a part that has a name, unless it is null. */
  void part(String name, int index, DataType type, @Nullable Object value) {
    if (value != null) {
      out.startField(name, index);
      write(type, value);
      out.endField(name, index);
    }
  }

  private void write(DataType type, Object value) {
    if (ParquetTypes.textual(type)) {
      out.addBinary(Binary.fromString(CellText.plain(value)));
      return;
    }
    switch (type) {
      case Simple.BOOLEAN -> out.addBoolean((Boolean) value);
      case Simple.BYTE, Simple.SHORT, Simple.INTEGER -> out.addInteger((Integer) value);
      case Simple.LONG -> out.addLong((Long) value);
      case Simple.FLOAT -> out.addFloat((Float) value);
      case Simple.DOUBLE -> out.addDouble((Double) value);
      case Simple.BINARY ->
          out.addBinary(Binary.fromConstantByteArray(((Values.Bytes) value).bytes()));
      case Simple.DATE -> out.addInteger(Math.toIntExact(((LocalDate) value).toEpochDay()));
      case Simple.TIMESTAMP -> out.addLong(micros((Instant) value));
      case Simple.TIMESTAMP_NTZ ->
          out.addLong(micros(((LocalDateTime) value).toInstant(ZoneOffset.UTC)));
      case DataType.Decimal(int precision, int scale) ->
          decimal(((BigDecimal) value).setScale(scale), precision);
      case DataType.Struct(List<Field> fields) -> struct(fields, (Values.StructValue) value);
      case DataType.Array(DataType element, boolean _) -> list(element, (List<?>) value);
      case DataType.MapOf(DataType key, DataType content, boolean _) ->
          map(key, content, (Map<?, ?>) value);
      default -> throw new IllegalArgumentException(type.text());
    }
  }

  private static long micros(Instant at) {
    return Math.addExact(Math.multiplyExact(at.getEpochSecond(), MICROS), at.getNano() / 1_000);
  }

  private void decimal(BigDecimal value, int precision) {
    if (precision <= 9) {
      out.addInteger(value.unscaledValue().intValueExact());
    } else if (precision <= 18) {
      out.addLong(value.unscaledValue().longValueExact());
    } else {
      byte[] digits = value.unscaledValue().toByteArray();
      byte[] fixed = new byte[ParquetTypes.bytes(precision)];
      Arrays.fill(fixed, (byte) (value.signum() < 0 ? -1 : 0));
      System.arraycopy(digits, 0, fixed, fixed.length - digits.length, digits.length);
      out.addBinary(Binary.fromConstantByteArray(fixed));
    }
  }

  private void struct(List<Field> fields, Values.StructValue value) {
    out.startGroup();
    for (int i = 0; i < fields.size(); i++) {
      String name = fields.get(i).name();
      part(name, i, fields.get(i).type(), value.fields().get(name));
    }
    out.endGroup();
  }

  private void list(DataType element, List<?> values) {
    out.startGroup();
    if (!values.isEmpty()) {
      out.startField("list", 0);
      for (Object value : values) {
        out.startGroup();
        part("element", 0, element, value);
        out.endGroup();
      }
      out.endField("list", 0);
    }
    out.endGroup();
  }

  private void map(DataType key, DataType content, Map<?, ?> values) {
    out.startGroup();
    if (!values.isEmpty()) {
      out.startField("key_value", 0);
      values.forEach((each, value) -> {
        out.startGroup();
        part("key", 0, key, each);
        part("value", 1, content, value);
        out.endGroup();
      });
      out.endField("key_value", 0);
    }
    out.endGroup();
  }
}
