package org.shareexplorer.ui.details;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.protocol.TableHead;
import org.shareexplorer.table.DataFile;
import org.shareexplorer.table.FileList;
import org.shareexplorer.table.SchemaText;
import org.shareexplorer.table.Snapshot;
import org.shareexplorer.table.TableDdl;
import org.shareexplorer.ui.table.SizeText;

/** What the details tell of a table; never an address of a file. Holds no controls. */
final class DetailsModel {

  /** Files listed at most. */
  static final int MOST_FILES = 200;

  private final Snapshot snapshot;
  private final OptionalLong rows;

  DetailsModel(OpenTable table) {
    snapshot = table.snapshot();
    rows = table.rowCount();
  }

  /** A fact: what it is about, and what it is. */
  record Fact(String name, String value) {}

  /**
   * A file.
   *
   * @param number its place in the server's list, from 1
   * @param rows its rows without the deleted ones, if they are known
   * @param partition its partition values, or empty
   */
  record FileRow(int number, long size, OptionalLong rows, String partition) {}

  /** {@return the columns that hold the words, with those of their parts that do} */
  List<SchemaNode> columns(String words) {
    return snapshot.fields().stream()
        .map(field -> SchemaNode.of(field, snapshot.partitionedBy(field.name())))
        .flatMap(node -> node.found(words).stream())
        .toList();
  }

  /** {@return what the table is} */
  List<Fact> facts() {
    TableHead head = snapshot.head();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Name", snapshot.name().text()));
    head.tableName()
        .filter(own -> !own.equals(snapshot.name().table()))
        .ifPresent(own -> facts.add(new Fact("Provider's name", own)));
    head.description()
        .filter(words -> !words.isBlank())
        .ifPresent(words -> facts.add(new Fact("Description", words)));
    facts.add(new Fact("Version", String.valueOf(head.version())));
    facts.add(new Fact("Id", head.id()));
    rows.ifPresent(count -> facts.add(new Fact("Rows", count(count))));
    facts.add(new Fact("Columns", count(snapshot.fields().size())));
    facts.add(
        new Fact(
            "Partitioned by",
            head.partitionColumns().isEmpty()
                ? "nothing"
                : String.join(", ", head.partitionColumns())));
    facts.add(
        new Fact(
            "Answer's format",
            switch (head.format()) {
              case PARQUET -> "Parquet";
              case DELTA -> "Delta";
            }));
    facts.add(new Fact("Reader version", String.valueOf(head.minReaderVersion())));
    facts.add(
        new Fact(
            "Reader features",
            head.readerFeatures().isEmpty()
                ? "none"
                : head.readerFeatures().stream().sorted().collect(Collectors.joining(", "))));
    return facts;
  }

  /** {@return the files in numbers} */
  List<Fact> fileFacts() {
    FileList.Sums sums = snapshot.list().sums();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Files", count(fileCount())));
    facts.add(new Fact("Size", SizeText.exact(sums.bytes())));
    if (fileCount() > 0) {
      facts.add(new Fact("Largest", SizeText.exact(sums.largest())));
    }
    if (sums.withDeletions() > 0) {
      facts.add(new Fact("With deleted rows", count(sums.withDeletions())));
    }
    return facts;
  }

  /** {@return the table's properties by name} */
  List<Fact> properties() {
    return new TreeMap<>(snapshot.head().configuration())
        .entrySet().stream().map(entry -> new Fact(entry.getKey(), entry.getValue())).toList();
  }

  /** {@return the first files} */
  List<FileRow> files() {
    List<FileRow> shown = new ArrayList<>();
    for (DataFile file : snapshot.files().subList(0, Math.min(MOST_FILES, fileCount()))) {
      shown.add(
          new FileRow(
              shown.size() + 1,
              file.size(),
              file.rowCount().isPresent()
                  ? OptionalLong.of(
                      file.rowCount().getAsLong()
                          - file.deletionVector().map(dv -> dv.cardinality()).orElse(0L))
                  : OptionalLong.empty(),
              partition(file)));
    }
    return shown;
  }

  int fileCount() {
    return snapshot.files().size();
  }

  private static String partition(DataFile file) {
    List<String> parts = new ArrayList<>();
    file.partitionValues()
        .forEach((column, value) -> parts.add(column + " = " + (value == null ? "null" : value)));
    return String.join(", ", parts);
  }

  /** {@return a statement that makes such a table} */
  String ddl() {
    return TableDdl.createTable(
        snapshot.name().table(),
        snapshot.fields(),
        snapshot.head().partitionColumns(),
        snapshot.head().description());
  }

  /** {@return the columns as JSON} */
  String json() {
    return SchemaText.json(snapshot.fields());
  }

  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
