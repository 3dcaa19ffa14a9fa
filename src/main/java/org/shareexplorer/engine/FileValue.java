package org.shareexplorer.engine;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.table.CellText;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.PartitionValue;
import org.shareexplorer.table.Values;

/** What files of one schema hold of a table's column, as SQL that can be cast to its type. */
final class FileValue {

  private FileValue() {}

  /**
   * {@return SQL of a column's value in the rows of {@link ParquetColumns#read}}
   *
   * @throws ProblemException with code {@code FILE_DAMAGED} if the files hold something else
   */
  static String sql(ParquetColumns group, Field field) {
    // Some servers leave null values out.
    if (group.files().stream().anyMatch(f -> f.partitionValues().containsKey(field.name()))) {
      return partitionValue(group.files(), field);
    }
    ParquetColumns.Column column = group.holding(field);
    if (column == null) {
      return "NULL";
    }
    String called = ParquetColumns.ROWS + "." + column.called();
    if (!SqlText.comparable(field.type())) {
      return "CASE WHEN " + called + " IS NOT NULL THEN true END";
    }
    // Some writers do not say that their bytes are text; a cast would show them as hex.
    return field.type() == Simple.STRING && column.type().equals("BLOB")
        ? "decode(" + called + ")"
        : called;
  }

  /** The files' values as one constant list: a row's file has a number. */
  private static String partitionValue(List<LocalFile> files, Field field) {
    List<@Nullable String> values = new ArrayList<>(files.size());
    for (LocalFile file : files) {
      values.add(partitionText(file, field));
    }
    if (values.stream().distinct().count() == 1) {
      return SqlText.text(values.getFirst());
    }
    return "CAST("
        + SqlText.list(values)
        + " AS "
        + SqlText.type(field.type())
        + "[])[CAST("
        + ParquetColumns.ROWS
        + ".file_index AS BIGINT) + 1]";
  }

  private static @Nullable String partitionText(LocalFile file, Field field) {
    String text = file.partitionValues().get(field.name());
    Object value = PartitionValue.parse(text, field.type());
    return switch (value) {
      case null -> null;
      case Values.Undecodable why ->
          throw new Problem(
                  ProblemCode.FILE_DAMAGED,
                  "The column " + field.name() + " cannot be computed with.",
                  "A file's partition value cannot be read: " + why.why() + ".",
                  "Leave this column out, or tell the provider.")
              .asException();
      case Values.Bytes(byte[] bytes) -> HexFormat.of().withPrefix("\\x").formatHex(bytes);
      default -> CellText.plain(value);
    };
  }
}
