package org.shareexplorer.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.job.Job;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.protocol.AsOf;
import org.shareexplorer.protocol.FileLine;
import org.shareexplorer.protocol.SharingClient;
import org.shareexplorer.protocol.TableHead;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.protocol.TableQuery;

/** Asks servers what tables consist of. */
public final class Snapshots {

  private Snapshots() {}

  /**
   * {@return a table with all its files, none of them read}
   *
   * @param asOf the version wanted
   * @throws ProblemException if the server refuses, or the table cannot be read rightly
   */
  public static Snapshot load(SharingClient client, TableName name, AsOf asOf, Job job) {
    Files files = new Files();
    TableHead head = client.query(name, TableQuery.of(asOf), files, job);
    ColumnMapping mapping = ColumnMapping.of(head.configuration());
    List<Field> fields = SchemaJson.parse(head.schemaString(), mapping);
    List<DataFile> listed =
        mapping == ColumnMapping.NONE
            ? List.copyOf(files.files)
            : files.files.stream().map(file -> renamed(file, fields)).toList();
    return new Snapshot(name, head, fields, listed);
  }

  /** The file with its partition values under the names that the table has for their columns. */
  private static DataFile renamed(DataFile file, List<Field> fields) {
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

  /** {@return a file of a table, from the line that lists it, its columns named as the table's} */
  static DataFile file(FileLine line, TableHead head, List<Field> fields) {
    return ColumnMapping.of(head.configuration()) == ColumnMapping.NONE
        ? file(line)
        : renamed(file(line), fields);
  }

  /** {@return a file of a table, from the line that lists it} */
  static DataFile file(FileLine line) {
    return new DataFile(
        line.id(),
        line.address(),
        line.size(),
        line.partitionValues(),
        line.stats().map(Statistics::rowCount).orElse(OptionalLong.empty()),
        line.stats(),
        line.expiration(),
        line.deletionVector());
  }

  private static final class Files implements SharingClient.FileLines {
    private final List<DataFile> files = new ArrayList<>();

    @Override
    public void accept(FileLine line) {
      files.add(file(line));
    }

    @Override
    public boolean restart() {
      files.clear();
      return true;
    }
  }
}
