package org.shareexplorer.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.table.CellText;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.PartitionValue;
import org.shareexplorer.table.Values;

/** What files of one schema hold of a table's column, as SQL that can be cast to its type. */
final class FileValue {

  private static final Pattern DECIMAL = Pattern.compile("DECIMAL\\((\\d+),\\s*(\\d+)\\)");
  private static final Set<String> INTEGERS =
      Set.of(
          "TINYINT",
          "SMALLINT",
          "INTEGER",
          "BIGINT",
          "UTINYINT",
          "USMALLINT",
          "UINTEGER",
          "UBIGINT");

  /** Says in a field's metadata that a column is wanted as text, and which type it has. */
  private static final String TEXT_OF = "text of\0";

  private FileValue() {}

  /** {@return a column as text, whatever its files hold: its type may have changed between them} */
  static Field text(Field field) {
    Map<String, String> metadata = new HashMap<>(field.metadata());
    metadata.put(TEXT_OF, field.type().text());
    return new Field(field.name(), Simple.STRING, true, Map.copyOf(metadata), field.stored());
  }

  private static String textOf(Field field, String called, String stored, ParquetColumns group) {
    String meant = field.metadata().getOrDefault(TEXT_OF, "");
    if (stored.equals("BLOB")) {
      return meant.equals(Simple.STRING.text()) ? "decode(" + called + ")" : called;
    }
    if (!stored.startsWith("TIMESTAMP") && !stored.equals("DATE")) {
      return called;
    }
    String value = OldDates.meant(called, stored, group.calendar(), field.name());
    return meant.equals(Simple.TIMESTAMP.text())
        ? "CAST(" + value + " AS TIMESTAMP WITH TIME ZONE)"
        : value;
  }

  /**
   * {@return SQL of a column's value in the rows of {@link ParquetColumns#read}}
   *
   * @throws ProblemException with code {@code FILE_DAMAGED} if the files hold something else
   */
  static String sql(ParquetColumns group, Field field) {
    if (field.equals(Relation.ROW_NUMBER)) {
      return ParquetColumns.ROWS + ".file_row_number";
    }
    // Some servers leave null values out.
    if (group.files().stream().anyMatch(f -> f.partitionValues().containsKey(field.name()))) {
      return partitionValue(group.files(), field);
    }
    ParquetColumns.Column column = group.holding(field);
    if (column == null) {
      return "NULL";
    }
    String called = ParquetColumns.ROWS + "." + column.called();
    if (field.metadata().containsKey(TEXT_OF)) {
      return textOf(field, called, column.type(), group);
    }
    if (!SqlText.comparable(field.type())) {
      return "CASE WHEN " + called + " IS NOT NULL THEN true END";
    }
    return read(called, column.type(), field, group.calendar());
  }

  /**
   * {@return SQL of a simple value}
   *
   * @param called what queries call it
   * @param stored DuckDB's type of it
   * @param field the column, or the part of one, of the type that the table says
   * @param calendar the name of the file's schema
   */
  static String read(String called, String stored, Field field, String calendar) {
    if (!fits(stored, field.type())) {
      throw unfit(
          field,
          "The table says that its values are of the type "
              + field.type().text()
              + ", but a file holds something else ("
              + stored.toLowerCase(Locale.ROOT)
              + ").");
    }
    // Some writers do not say that their bytes are text, or that their text is bytes; a cast would
    // take hexadecimal digits for them.
    return switch (field.type()) {
      case Simple s when s == Simple.STRING && stored.equals("BLOB") -> "decode(" + called + ")";
      case Simple s when s == Simple.BINARY && stored.equals("VARCHAR") -> "encode(" + called + ")";
      case Simple s when s == Simple.STRING && stored.startsWith("TIME ") ->
          "CAST(" + called + " AS TIME)";
      case Simple s when s.temporal() -> OldDates.meant(called, stored, calendar, field.name());
      default -> wider(stored, field.type()) ? checked(called, field) : called;
    };
  }

  /**
   * Whether DuckDB's cast keeps every value as it is: it would parse texts, round numbers and cut
   * times as well. Types may have been widened since a file was written (Delta protocol, "Type
   * Widening").
   */
  private static boolean fits(String stored, DataType type) {
    return switch (type) {
      case DataType.Decimal(int _, int scale) -> {
        Matcher decimal = DECIMAL.matcher(stored);
        yield decimal.matches()
            ? Integer.parseInt(decimal.group(2)) <= scale
            : INTEGERS.contains(stored);
      }
      case Simple simple ->
          switch (simple) {
            case BOOLEAN -> stored.equals("BOOLEAN");
            case BYTE, SHORT, INTEGER, LONG -> INTEGERS.contains(stored);
            case FLOAT -> stored.equals("FLOAT");
            case DOUBLE ->
                stored.equals("FLOAT")
                    || stored.equals("DOUBLE")
                    || (INTEGERS.contains(stored) && !stored.endsWith("BIGINT"));
            case STRING ->
                stored.equals("VARCHAR")
                    || stored.equals("BLOB")
                    || stored.equals("UUID")
                    || stored.equals("JSON")
                    || stored.startsWith("ENUM")
                    || stored.matches("TIME(_NS| WITH TIME ZONE)?");
            case BINARY -> stored.equals("BLOB") || stored.equals("VARCHAR");
            case DATE -> stored.equals("DATE");
            case TIMESTAMP -> stored.startsWith("TIMESTAMP");
            case TIMESTAMP_NTZ -> stored.startsWith("TIMESTAMP") || stored.equals("DATE");
            case VARIANT, VOID -> true;
          };
      default -> true;
    };
  }

  /** Whether the stored type has values that the table's type has not. */
  private static boolean wider(String stored, DataType type) {
    Matcher decimal = DECIMAL.matcher(stored);
    if (type instanceof DataType.Decimal(int precision, int scale)) {
      return !decimal.matches()
          || Integer.parseInt(decimal.group(1)) - Integer.parseInt(decimal.group(2))
              > precision - scale;
    }
    return INTEGERS.contains(stored) && !stored.equals(SqlText.type(type)) && type != Simple.DOUBLE;
  }

  private static String checked(String called, Field field) {
    return "CASE WHEN %1$s IS NOT NULL THEN coalesce(TRY_CAST(%1$s AS %2$s), %3$s) END"
        .formatted(
            called,
            SqlText.type(field.type()),
            SqlFailure.sql(
                field.name(),
                "A file holds values that are too large for the type "
                    + field.type().text()
                    + ", which the table says they are of."));
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
          throw unfit(field, "A file's partition value cannot be read: " + why.why() + ".");
      case Values.Bytes(byte[] bytes) -> HexFormat.of().withPrefix("\\x").formatHex(bytes);
      default -> CellText.plain(value);
    };
  }

  static ProblemException unfit(Field field, String why) {
    return SqlFailure.unfit(field.name(), why).asException();
  }
}
