package org.shareexplorer.parquet;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.format.ColumnOrder;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Statistics;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type.Repetition;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.Values;
import org.shareexplorer.table.filter.Bounds;

/**
 * What a footer says of the values in one row group (Parquet format, "Statistics"). Bounds whose
 * order is not known for certain count as missing: those of old writers for texts, and those of a
 * column order that this application does not know.
 *
 * @param number the row group's number in the file
 * @param first its first row's number in the file
 * @param rows how many rows it has
 */
public record RowGroupBounds(Footer footer, int number, long first, long rows) {

  /** {@return what there is to say of each of a file's row groups} */
  public static List<RowGroupBounds> of(Footer footer) {
    List<RowGroupBounds> groups = new ArrayList<>();
    long first = 0;
    for (RowGroup group : footer.rowGroups()) {
      groups.add(new RowGroupBounds(footer, groups.size(), first, group.getNum_rows()));
      first += group.getNum_rows();
    }
    return groups;
  }

  /** {@return what is known of a column's values} */
  public Bounds of(Field field) {
    Optional<Column> column = footer.column(field);
    if (column.isEmpty()) {
      return Bounds.ONLY_NULL;
    }
    if (!column.get().type().isPrimitive()
        || column.get().type().isRepetition(Repetition.REPEATED)) {
      return Bounds.UNKNOWN;
    }
    Chunk chunk = footer.chunks(column.get(), footer.rowGroups().get(number)).getFirst();
    Statistics said = chunk.metadata().getStatistics();
    PrimitiveType type = column.get().type().asPrimitiveType();
    boolean required = type.isRepetition(Repetition.REQUIRED);
    if (said == null) {
      return new Bounds(null, null, false, !required, true);
    }
    boolean counted = said.isSetNull_count();
    boolean nulls = !required && (!counted || said.getNull_count() > 0);
    if (counted && said.getNull_count() >= rows && !required) {
      return Bounds.ONLY_NULL;
    }
    boolean ordered = ordered(column.get().firstLeaf());
    boolean old = !ordered && signed(type);
    if (field.type().temporal() && footer.calendar().isPresent()) {
      return new Bounds(null, null, false, nulls, true);
    }
    byte[] least = ordered ? said.getMin_value() : old ? said.getMin() : null;
    byte[] most = ordered ? said.getMax_value() : old ? said.getMax() : null;
    return new Bounds(
        value(least, type, field.type()), value(most, type, field.type()), false, nulls, true);
  }

  /** Whether what newer writers say of the column's values in pages can be relied on. */
  boolean bounded(Field field) {
    return footer.column(field).map(column -> ordered(column.firstLeaf())).orElse(false)
        && !(field.type().temporal() && footer.calendar().isPresent());
  }

  /** Without the word that the order is the type's own, newer bounds mean nothing. */
  private boolean ordered(int leaf) {
    FileMetaData metadata = footer.metadata();
    List<ColumnOrder> orders =
        metadata.isSetColumn_orders() ? metadata.getColumn_orders() : List.of();
    return leaf < orders.size() && orders.get(leaf).isSetTYPE_ORDER();
  }

  /** Older bounds were found by signed comparison, whatever the type. */
  private static boolean signed(PrimitiveType type) {
    return switch (type.getPrimitiveTypeName()) {
      case INT32, INT64 ->
          !(type.getLogicalTypeAnnotation() instanceof IntLogicalTypeAnnotation number)
              || number.isSigned();
      case FLOAT, DOUBLE, BOOLEAN -> true;
      case BINARY, FIXED_LEN_BYTE_ARRAY, INT96 -> false;
    };
  }

  static @Nullable Object value(byte @Nullable [] bytes, PrimitiveType file, DataType type) {
    // The order of INT96 is not defined.
    if (bytes == null || file.getPrimitiveTypeName() == PrimitiveTypeName.INT96) {
      return null;
    }
    if (file.getPrimitiveTypeName() == PrimitiveTypeName.BINARY
        && (type == DataType.Simple.STRING || type == DataType.Simple.BINARY)) {
      return new Values.Bytes(bytes);
    }
    try {
      Object value = LeafValue.of(file, type).apply(stored(bytes, file.getPrimitiveTypeName()));
      return value instanceof Values.Undecodable ? null : value;
    } catch (RuntimeException e) {
      // A bound that cannot be read bounds nothing.
      return null;
    }
  }

  private static Object stored(byte[] bytes, PrimitiveTypeName type) {
    ByteBuffer little = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    return switch (type) {
      case BOOLEAN -> bytes[0] != 0;
      case INT32 -> little.getInt();
      case INT64 -> little.getLong();
      case FLOAT -> little.getFloat();
      case DOUBLE -> little.getDouble();
      case BINARY, FIXED_LEN_BYTE_ARRAY, INT96 -> Binary.fromConstantByteArray(bytes);
    };
  }
}
