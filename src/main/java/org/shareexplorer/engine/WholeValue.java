package org.shareexplorer.engine;

import java.util.List;
import java.util.stream.Collectors;
import org.shareexplorer.parquet.ProjectedFile;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.Field;

/**
 * What files of one schema hold of a table's column, as SQL of the type that {@link SqlText#whole}
 * has for it. Parts are found by their names, one by one: a cast of the whole would take those of
 * older files, or of mapped columns, for missing.
 */
final class WholeValue {

  private final ParquetColumns group;
  private int variables;

  private WholeValue(ParquetColumns group) {
    this.group = group;
  }

  /**
   * {@return SQL of a column's value in the rows of {@link ParquetColumns#read}}
   *
   * @throws ProblemException with code {@code FILE_DAMAGED} if the files hold something else
   */
  static String sql(ParquetColumns group, Field field) {
    ParquetColumns.Column column = group.holding(field);
    if (!field.type().nested() || column == null) {
      return cast(field.type().nested() ? "NULL" : FileValue.sql(group, field), field.type());
    }
    return new WholeValue(group)
        .of(ParquetColumns.ROWS + "." + column.called(), DuckType.of(column.type()), field);
  }

  /** {@return SQL of a missing value} */
  static String none(Field field) {
    return cast("NULL", field.type());
  }

  private static String cast(String value, DataType type) {
    return "CAST(" + value + " AS " + SqlText.whole(type) + ")";
  }

  private String of(String value, DuckType stored, Field field) {
    if (stored.equals(DuckType.of(SqlText.whole(field.type())))) {
      return legacy() ? parts(value, stored, field) : value;
    }
    return parts(value, stored, field);
  }

  /** Whether dates may be of another calendar. */
  private boolean legacy() {
    return group.calendar().equals(ProjectedFile.LEGACY_LOCAL)
        || group.calendar().equals(ProjectedFile.LEGACY_UTC);
  }

  private String parts(String value, DuckType stored, Field field) {
    String made =
        switch (field.type()) {
          case DataType.Struct(List<Field> fields) when stored instanceof DuckType.Struct struct ->
              fields.stream()
                  .map(part -> SqlText.name(part.name()) + " := " + part(value, struct, part))
                  .collect(Collectors.joining(", ", "struct_pack(", ")"));
          case DataType.Array(DataType element, boolean _)
              when stored instanceof DuckType.ListOf(DuckType held) ->
              each(value, held, part(field, element));
          case DataType.MapOf(DataType key, DataType content, boolean _)
              when stored instanceof DuckType.MapOf(DuckType keys, DuckType contents) -> {
            String entry = variable();
            yield "map_from_entries(list_transform(map_entries(%s), lambda %s: struct_pack(k := %s, v := %s)))"
                .formatted(
                    value,
                    entry,
                    of(entry + ".key", keys, part(field, key)),
                    of(entry + ".value", contents, part(field, content)));
          }
          case DataType type when type.nested() ->
              throw FileValue.unfit(field, "A file holds something else in it.");
          default ->
              FileValue.read(
                  value,
                  stored instanceof DuckType.Plain(String name) ? name : "something with parts",
                  field,
                  group.calendar());
        };
    return field.type().nested()
        ? cast("CASE WHEN " + value + " IS NOT NULL THEN " + made + " END", field.type())
        : cast(made, field.type());
  }

  private String each(String value, DuckType held, Field element) {
    String variable = variable();
    return "list_transform(%s, lambda %s: %s)"
        .formatted(value, variable, of(variable, held, element));
  }

  private String part(String value, DuckType.Struct struct, Field part) {
    return struct.parts().stream()
        .filter(held -> held.name().equals(part.name()))
        .findFirst()
        .map(held ->
            of(
                "struct_extract(" + value + ", " + SqlText.text(held.name()) + ")",
                held.type(),
                part))
        .orElseGet(() -> none(part));
  }

  private static Field part(Field of, DataType type) {
    return new Field(of.name(), type, true);
  }

  private String variable() {
    return "part_" + ++variables;
  }
}
