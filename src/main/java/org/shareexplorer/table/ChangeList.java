package org.shareexplorer.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.shareexplorer.job.Job;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.protocol.ChangeLine;
import org.shareexplorer.protocol.ChangeLine.Kind;
import org.shareexplorer.protocol.ChangesQuery;
import org.shareexplorer.protocol.SharingClient;
import org.shareexplorer.protocol.TableHead;
import org.shareexplorer.protocol.TableName;

/**
 * The files that tell what changed in a table (protocol, "Read Change Data Feed from a Table").
 *
 * @param name the table
 * @param heads the table's heads within the range, oldest first, at least one
 * @param fields the columns as the newest head has them
 * @param files the files, by version
 */
public record ChangeList(
    TableName name, List<TableHead> heads, List<Field> fields, List<ChangeFile> files) {

  /** Names that the feed has for columns of its own; no table with a feed has others so called. */
  public static final String CHANGE_TYPE = "_change_type";

  /** The version that made a change. */
  public static final String COMMIT_VERSION = "_commit_version";

  /** When it was made. */
  public static final String COMMIT_TIMESTAMP = "_commit_timestamp";

  private static final Set<String> OWN = Set.of(CHANGE_TYPE, COMMIT_VERSION, COMMIT_TIMESTAMP);

  /**
   * Asks the server; reads no data.
   *
   * @throws ProblemException with code {@code NO_CHANGE_FEED} if the server has none for the range
   */
  public static ChangeList load(SharingClient client, TableName name, ChangesQuery query, Job job) {
    Lines lines = new Lines();
    List<TableHead> heads = client.changes(name, query, lines, job);
    TableHead newest = heads.getLast();
    List<Field> fields = fields(newest);
    // A version's changed rows say it all; its data files then say the same once more.
    Set<Long> told = new HashSet<>();
    lines.lines.stream()
        .filter(line -> line.kind() == Kind.CHANGED_ROWS)
        .forEach(line -> told.add(line.version()));
    List<ChangeFile> files =
        lines.lines.stream()
            .filter(line -> line.kind() == Kind.CHANGED_ROWS || !told.contains(line.version()))
            .sorted(Comparator.comparingLong(ChangeLine::version))
            .map(line ->
                new ChangeFile(
                    line.kind(),
                    line.version(),
                    line.timestamp(),
                    Snapshots.file(line.file(), newest, fields)))
            .toList();
    return new ChangeList(name, heads, fields, files);
  }

  private static List<Field> fields(TableHead head) {
    return SchemaJson.parse(head.schemaString(), ColumnMapping.of(head.configuration())).stream()
        .filter(field -> !OWN.contains(field.name()))
        .toList();
  }

  /**
   * {@return the columns as files of a version have them, in the order of {@link #fields}} A column
   * that the version lacks is given as it is now: no file of the version has it.
   */
  public List<Field> fieldsAt(long version) {
    TableHead head =
        heads.stream()
            .filter(each -> each.version() <= version)
            .reduce((_, later) -> later)
            .orElse(heads.getFirst());
    List<Field> then = fields(head);
    return fields.stream()
        .map(now ->
            then.stream().filter(old -> old.stored().equals(now.stored())).findFirst().orElse(now))
        .toList();
  }

  /** {@return the files as if they were a table of their own, in the same order} */
  public Snapshot snapshot() {
    return new Snapshot(
        name, heads.getLast(), fields, files.stream().map(ChangeFile::file).toList());
  }

  private static final class Lines implements SharingClient.ChangeLines {
    private final List<ChangeLine> lines = new ArrayList<>();

    @Override
    public void accept(ChangeLine line) {
      lines.add(line);
    }

    @Override
    public boolean restart() {
      lines.clear();
      return true;
    }
  }
}
