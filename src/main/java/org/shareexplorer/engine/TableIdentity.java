package org.shareexplorer.engine;

import java.util.TreeMap;
import org.shareexplorer.cache.FileKey;
import org.shareexplorer.protocol.FileLine.DeletionVectorLine;
import org.shareexplorer.table.DataFile;
import org.shareexplorer.table.Snapshot;

/**
 * Tells by a table's columns and files whether its rows are those of one that was opened before. A
 * version does not: another table may have come under the same name since.
 */
final class TableIdentity {

  /** What so many files are is put together in no time to speak of. */
  private static final int MOST_FILES = 2_000;

  private TableIdentity() {}

  /**
   * {@return what equals that of tables with the same rows, in the same order, and of no others;
   * for a very long list of files, of no other table at all}
   */
  static Object of(Snapshot snapshot) {
    if (snapshot.files().size() > MOST_FILES) {
      return new Object();
    }
    StringBuilder text = new StringBuilder(snapshot.fields().toString());
    for (DataFile file : snapshot.files()) {
      text.append('\n')
          .append(Addresses.key(snapshot, file).text())
          .append(new TreeMap<>(file.partitionValues()));
      file.deletionVector().ifPresent(line -> text.append(deleted(snapshot, line)));
    }
    return FileKey.digest(text.toString());
  }

  private static String deleted(Snapshot snapshot, DeletionVectorLine line) {
    String where =
        line.address()
            .map(address -> Addresses.vectorKey(snapshot, line, address).text())
            .orElseGet(() -> line.inline().orElse(""));
    return "%s %d %d %d".formatted(where, line.offset(), line.sizeInBytes(), line.cardinality());
  }
}
