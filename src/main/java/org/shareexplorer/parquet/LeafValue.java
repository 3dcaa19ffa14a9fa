package org.shareexplorer.parquet;

import java.time.DateTimeException;
import java.util.function.Function;
import org.apache.parquet.schema.LogicalTypeAnnotation.EnumLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.JsonLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Values.Undecodable;

/**
 * Turns a leaf's stored values into the table's.
 *
 * @param physical how values are stored
 * @param stored what a stored value means by the file's own word
 * @param fitted what that is by the table's type
 */
record LeafValue(
    PrimitiveTypeName physical,
    Function<Object, Object> stored,
    Function<Object, @Nullable Object> fitted) {

  static LeafValue of(PrimitiveType file, DataType type) {
    DataType wanted = type instanceof DataType.Unknown && text(file) ? Simple.STRING : type;
    return new LeafValue(
        file.getPrimitiveTypeName(),
        StoredValue.meaning(file),
        value -> TableValue.fitted(value, wanted));
  }

  private static boolean text(PrimitiveType file) {
    return file.getLogicalTypeAnnotation() instanceof StringLogicalTypeAnnotation
        || file.getLogicalTypeAnnotation() instanceof EnumLogicalTypeAnnotation
        || file.getLogicalTypeAnnotation() instanceof JsonLogicalTypeAnnotation;
  }

  /** {@return the table's value; {@link Undecodable} if the stored one has none} */
  @Nullable Object apply(Object value) {
    try {
      return fitted.apply(stored.apply(value));
    } catch (ArithmeticException | DateTimeException e) {
      return new Undecodable("The stored value lies outside of its type.");
    }
  }
}
