package org.shareexplorer.table;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.shareexplorer.protocol.TableHead;
import org.shareexplorer.protocol.TableName;

/**
 * A table at one version: what it consists of, without its data.
 *
 * @param name the table's name
 * @param head protocol and metadata as the server sent them
 * @param fields the columns, in the table's order
 * @param files all data files, in the server's order
 */
public record Snapshot(TableName name, TableHead head, List<Field> fields, List<DataFile> files) {

  /** A snapshot; its files are kept as a {@link FileList}. */
  public Snapshot {
    files = FileList.of(files);
  }

  /** {@return the files, with what is known of all of them together} */
  public FileList list() {
    return FileList.of(files);
  }

  /** {@return the version} */
  public long version() {
    return head.version();
  }

  /** {@return bytes of all data files} */
  public long sizeInBytes() {
    return list().sums().bytes();
  }

  /**
   * {@return the number of rows, deletions taken off, if every file's statistics tell its share of
   * it}
   */
  public OptionalLong rowCount() {
    return list().rowsLeft();
  }

  /** {@return the column of that very name} */
  public Optional<Field> field(String column) {
    return fields.stream().filter(field -> field.name().equals(column)).findFirst();
  }

  /** {@return whether files are partitioned by the column} */
  public boolean partitionedBy(String column) {
    return head.partitionColumns().contains(column);
  }
}
