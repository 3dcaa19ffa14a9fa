package org.shareexplorer.export;

import static org.apache.parquet.schema.LogicalTypeAnnotation.decimalType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.intType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;

import java.util.List;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;

/**
 * A table's types as Parquet's, by its logical types. Every column may hold null, whatever the
 * table says: a file that does not keep such a promise could not be read at all.
 */
final class ParquetTypes {

  private static final int DIGITS_OF_INT = 9;
  private static final int DIGITS_OF_LONG = 18;

  private ParquetTypes() {}

  static MessageType schema(List<Field> columns) {
    return new MessageType(
        "rows",
        columns.stream()
            .map(column -> type(column.name(), column.type(), Repetition.OPTIONAL))
            .toList());
  }

  /** {@return how many bytes hold every decimal of so many digits} */
  static int bytes(int precision) {
    return java.math.BigInteger.TEN.pow(precision).bitLength() / 8 + 1;
  }

  /** {@return whether values of a type are written as text, as Parquet has nothing better} */
  static boolean textual(DataType type) {
    return type == Simple.STRING
        || type == Simple.VOID
        || type == Simple.VARIANT
        || type instanceof DataType.Unknown
        || (type instanceof DataType.Struct(List<Field> fields) && fields.isEmpty());
  }

  private static Type type(String name, DataType type, Repetition repetition) {
    return switch (type) {
      case Simple.BOOLEAN -> primitive(name, PrimitiveTypeName.BOOLEAN, repetition);
      case Simple.BYTE -> number(name, PrimitiveTypeName.INT32, intType(8, true), repetition);
      case Simple.SHORT -> number(name, PrimitiveTypeName.INT32, intType(16, true), repetition);
      case Simple.INTEGER -> primitive(name, PrimitiveTypeName.INT32, repetition);
      case Simple.LONG -> primitive(name, PrimitiveTypeName.INT64, repetition);
      case Simple.FLOAT -> primitive(name, PrimitiveTypeName.FLOAT, repetition);
      case Simple.DOUBLE -> primitive(name, PrimitiveTypeName.DOUBLE, repetition);
      case Simple.BINARY -> primitive(name, PrimitiveTypeName.BINARY, repetition);
      case Simple.DATE ->
          number(name, PrimitiveTypeName.INT32, LogicalTypeAnnotation.dateType(), repetition);
      case Simple.TIMESTAMP ->
          number(name, PrimitiveTypeName.INT64, timestampType(true, TimeUnit.MICROS), repetition);
      case Simple.TIMESTAMP_NTZ ->
          number(name, PrimitiveTypeName.INT64, timestampType(false, TimeUnit.MICROS), repetition);
      case Simple.VARIANT ->
          number(name, PrimitiveTypeName.BINARY, LogicalTypeAnnotation.jsonType(), repetition);
      case DataType.Decimal(int precision, int scale) ->
          decimal(name, precision, scale, repetition);
      case DataType.Struct(List<Field> fields) when !fields.isEmpty() ->
          Types.buildGroup(repetition)
              .addFields(
                  fields.stream()
                      .map(field -> type(field.name(), field.type(), Repetition.OPTIONAL))
                      .toArray(Type[]::new))
              .named(name);
      case DataType.Array(DataType element, boolean _) ->
          Types.list(repetition).element(type("element", element, Repetition.OPTIONAL)).named(name);
      case DataType.MapOf(DataType key, DataType value, boolean _) ->
          Types.map(repetition)
              .key(type("key", key, Repetition.REQUIRED))
              .value(type("value", value, Repetition.OPTIONAL))
              .named(name);
      default ->
          number(name, PrimitiveTypeName.BINARY, LogicalTypeAnnotation.stringType(), repetition);
    };
  }

  private static Type primitive(String name, PrimitiveTypeName type, Repetition repetition) {
    return Types.primitive(type, repetition).named(name);
  }

  private static Type number(
      String name, PrimitiveTypeName type, LogicalTypeAnnotation meaning, Repetition repetition) {
    return Types.primitive(type, repetition).as(meaning).named(name);
  }

  private static Type decimal(String name, int precision, int scale, Repetition repetition) {
    LogicalTypeAnnotation meaning = decimalType(scale, precision);
    if (precision <= DIGITS_OF_LONG) {
      return number(
          name,
          precision <= DIGITS_OF_INT ? PrimitiveTypeName.INT32 : PrimitiveTypeName.INT64,
          meaning,
          repetition);
    }
    return Types.primitive(PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY, repetition)
        .length(bytes(precision))
        .as(meaning)
        .named(name);
  }
}
