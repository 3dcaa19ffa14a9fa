package org.shareexplorer.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.table.Field;
import picocli.CommandLine.Option;

/** The option that says which of a table's columns a command is about. */
final class ColumnsOption {

  @Option(
      names = "--columns",
      paramLabel = "A,B",
      split = ",",
      description = "Which columns, in which order (default: all).")
  private @Nullable List<String> columns;

  /** {@return the names as they were given, be there such columns or not; else those of all} */
  List<String> of(OpenTable table) {
    return columns == null
        ? table.snapshot().fields().stream().map(Field::name).toList()
        : List.copyOf(columns);
  }
}
