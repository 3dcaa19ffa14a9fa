package org.shareexplorer.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.parquet.format.ColumnOrder;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.TypeDefinedOrder;
import org.apache.parquet.format.Util;

/**
 * What stands at the end of a file made of some columns of another: their part of the schema, under
 * other names.
 *
 * @param footer the original's
 * @param taken the names in the new file of each column taken
 * @param mark the column that marks deleted rows, if there is one
 */
record ProjectedFooter(Footer footer, Map<Column, PartNames> taken, Optional<MarkColumn> mark) {

  private static final Set<LogicalType._Fields> KEPT =
      EnumSet.complementOf(
          EnumSet.of(
              LogicalType._Fields.VARIANT,
              LogicalType._Fields.BSON,
              LogicalType._Fields.GEOMETRY,
              LogicalType._Fields.GEOGRAPHY));

  private static final Set<ConvertedType> LEFT =
      EnumSet.of(ConvertedType.BSON, ConvertedType.MAP_KEY_VALUE);

  /** {@return the footer, serialized} */
  byte[] of(List<RowGroup> groups) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      Util.writeFileMetaData(metadata(groups), bytes);
    } catch (IOException e) {
      // The original left out what it must not.
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private FileMetaData metadata(List<RowGroup> groups) {
    FileMetaData original = footer.metadata();
    List<SchemaElement> all = original.getSchema();
    List<SchemaElement> schema = new ArrayList<>();
    schema.add(
        new SchemaElement(all.getFirst())
            .setName(root())
            .setNum_children(taken.size() + (mark.isPresent() ? 1 : 0)));
    List<ColumnOrder> orders = new ArrayList<>();
    int element = 1;
    for (Column column : footer.columns()) {
      int end = subtreeEnd(all, element);
      PartNames names = taken.get(column);
      if (names != null) {
        for (int part = element; part < end; part++) {
          schema.add(
              new SchemaElement(all.get(part)).setName(names.elements().get(part - element)));
        }
        if (original.isSetColumn_orders()) {
          orders.addAll(
              original
                  .getColumn_orders()
                  .subList(column.firstLeaf(), column.firstLeaf() + column.leaves()));
        }
      }
      element = end;
    }
    mark.ifPresent(column -> {
      schema.add(column.element());
      orders.add(ColumnOrder.TYPE_ORDER(new TypeDefinedOrder()));
    });
    schema.forEach(ProjectedFooter::simplified);
    long rows = groups.stream().mapToLong(RowGroup::getNum_rows).sum();
    FileMetaData metadata = new FileMetaData(original.getVersion(), schema, rows, groups);
    metadata.setCreated_by(original.getCreated_by());
    if (original.isSetColumn_orders()) {
      metadata.setColumn_orders(orders);
    }
    return metadata;
  }

  /**
   * The name of the schema itself, which means nothing elsewhere: readers look at schemas anyway,
   * and so learn at no cost whether dates are counted by another calendar.
   */
  private String root() {
    return footer
        .calendar()
        .map(calendar ->
            calendar.zone().normalized().equals(ZoneOffset.UTC)
                ? ProjectedFile.LEGACY_UTC
                : ProjectedFile.LEGACY_LOCAL)
        .orElse("schema");
  }

  /**
   * Leaves away what DuckDB refuses, or takes for something else: it counts the null that a variant
   * may hold as a variant that is missing.
   */
  private static void simplified(SchemaElement element) {
    if (element.isSetLogicalType() && !KEPT.contains(element.getLogicalType().getSetField())) {
      element.unsetLogicalType();
      element.unsetConverted_type();
    }
    if (element.isSetConverted_type() && LEFT.contains(element.getConverted_type())) {
      element.unsetConverted_type();
    }
  }

  private static int subtreeEnd(List<SchemaElement> schema, int element) {
    int open = 1;
    int at = element;
    while (open > 0) {
      open += schema.get(at).getNum_children() - 1;
      at++;
    }
    return at;
  }
}
