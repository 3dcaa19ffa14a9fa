package org.shareexplorer.provider.delta;

import static org.apache.parquet.schema.LogicalTypeAnnotation.dateType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.decimalType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.intType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BOOLEAN;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.FLOAT;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import java.util.List;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/** The schema of a Parquet file with a table's columns, laid out as Spark does. */
final class ParquetSchema {

  private ParquetSchema() {}

  /** {@return the schema} */
  static MessageType of(List<Column> columns) {
    return new MessageType("spark_schema", fields(columns));
  }

  private static List<Type> fields(List<Column> columns) {
    return columns.stream().map(column -> field(column.name(), column.type())).toList();
  }

  private static Type field(String name, ColumnType type) {
    return switch (type) {
      case ColumnType.Simple simple -> simple(name, simple);
      case ColumnType.Decimal decimal ->
          Types.optional(decimal.precision() <= 9 ? INT32 : INT64)
              .as(decimalType(decimal.scale(), decimal.precision()))
              .named(name);
      case ColumnType.Struct struct ->
          Types.optionalGroup().addFields(fields(struct.parts()).toArray(Type[]::new)).named(name);
      case ColumnType.StringArray _ ->
          Types.optionalList().optionalElement(BINARY).as(stringType()).named(name);
      case ColumnType.StringMap _ ->
          Types.optionalMap()
              .key(BINARY)
              .as(stringType())
              .optionalValue(BINARY)
              .as(stringType())
              .named(name);
    };
  }

  private static Type simple(String name, ColumnType.Simple type) {
    return switch (type) {
      case BYTE -> Types.optional(INT32).as(intType(8, true)).named(name);
      case SHORT -> Types.optional(INT32).as(intType(16, true)).named(name);
      case INTEGER -> Types.optional(INT32).named(name);
      case LONG -> Types.optional(INT64).named(name);
      case FLOAT -> Types.optional(FLOAT).named(name);
      case DOUBLE -> Types.optional(DOUBLE).named(name);
      case BOOLEAN -> Types.optional(BOOLEAN).named(name);
      case STRING -> Types.optional(BINARY).as(stringType()).named(name);
      case BINARY -> Types.optional(BINARY).named(name);
      case DATE -> Types.optional(INT32).as(dateType()).named(name);
      case TIMESTAMP -> Types.optional(INT64).as(timestampType(true, TimeUnit.MICROS)).named(name);
    };
  }
}
