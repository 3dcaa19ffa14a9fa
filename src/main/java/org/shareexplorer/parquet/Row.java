package org.shareexplorer.parquet;

import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.table.DataType;

/** Receives the rows of one column, one after the other. One thread's. */
final class Row extends RecordMaterializer<Row> {

  private final GroupConverter root;
  private @Nullable Object value;

  Row(Type file, DataType type) {
    root =
        new Group(
            new MessageType("row", file),
            (part, sink) -> Receivers.field(part, type, sink),
            values -> values[0],
            read -> value = read);
  }

  /** {@return the value of the row read last} */
  @Nullable Object value() {
    return value;
  }

  @Override
  public Row getCurrentRecord() {
    return this;
  }

  @Override
  public GroupConverter getRootConverter() {
    return root;
  }
}
