package org.shareexplorer.table;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.protocol.FileLine;
import org.shareexplorer.protocol.SharingClient;
import org.shareexplorer.protocol.TableHead;
import org.shareexplorer.protocol.TableName;

/** Collects the files of an answer as they come. For one thread. */
final class ArrivingFiles implements SharingClient.FileLines {

  /** Enough for the first pages of rows; then whenever there are twice as many. */
  private static final int ENOUGH = 1_000;

  /** Whatever comes sooner is waited for. */
  private static final long PATIENCE_NANOS = 300_000_000;

  private final TableName name;
  private final Consumer<Snapshot> early;
  private FileList.Builder files = new FileList.Builder(Optional.empty());
  private @Nullable TableHead head;
  private List<Field> fields = List.of();
  private ColumnMapping mapping = ColumnMapping.NONE;
  private long began;
  private int told;

  ArrivingFiles(TableName name, Consumer<Snapshot> early) {
    this.name = name;
    this.early = early;
  }

  @Override
  public void head(TableHead now) {
    if (head == null) {
      began = System.nanoTime();
    }
    head = now;
    mapping = ColumnMapping.of(now.configuration());
    fields = Snapshots.fields(now);
    if (files.size() == 0) {
      files = begun(now);
    }
  }

  private FileList.Builder begun(TableHead now) {
    return new FileList.Builder(Optional.of(StatisticsFold.of(fields, now.partitionColumns())));
  }

  @Override
  public void accept(FileLine line) {
    DataFile file = Snapshots.file(line);
    files.add(mapping == ColumnMapping.NONE ? file : renamed(file, fields));
    if (head != null
        && files.size() >= Math.max(ENOUGH, 2 * told)
        && System.nanoTime() - began >= PATIENCE_NANOS) {
      told = files.size();
      early.accept(new Snapshot(name, head, fields, files.build()));
    }
  }

  /** What is begun anew may be another version than the one that was told of. */
  @Override
  public boolean restart() {
    files = new FileList.Builder(Optional.empty());
    return told == 0;
  }

  /** {@return the table with all files that came} */
  Snapshot snapshot(TableHead whole) {
    if (head == null) {
      head(whole);
    }
    return new Snapshot(name, whole, fields, files.build());
  }

  /** The file with its partition values under the names that the table has for their columns. */
  static DataFile renamed(DataFile file, List<Field> fields) {
    Map<String, @Nullable String> values = new LinkedHashMap<>();
    for (Field field : fields) {
      if (file.partitionValues().containsKey(field.stored().name())) {
        values.put(field.name(), file.partitionValues().get(field.stored().name()));
      }
    }
    return new DataFile(
        file.id(),
        file.address(),
        file.size(),
        Collections.unmodifiableMap(values),
        file.rowCount(),
        file.stats(),
        file.expiration(),
        file.deletionVector());
  }
}
