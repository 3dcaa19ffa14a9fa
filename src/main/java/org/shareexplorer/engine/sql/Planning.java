package org.shareexplorer.engine.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.shareexplorer.engine.SqlText;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.Field;

/**
 * Finds out what a query needs: it is bound against empty tables of the same columns, and its plan
 * tells which columns it reads and which rows it can do without.
 */
final class Planning {

  private Planning() {}

  /**
   * {@return a query ready to run, or the {@link FaultException} that tells what is wrong with it}
   *
   * @param inputs the tables it names, with nothing known yet of what it needs of them
   * @param sandbox a sealed database without data
   */
  static Object of(String text, Naming.Named named, List<SqlQuery.Input> inputs, Sandbox sandbox)
      throws SQLException {
    for (int i = 0; i < inputs.size(); i++) {
      List<Field> fields = inputs.get(i).fields();
      List<String> columns = new ArrayList<>();
      for (int c = 0; c < fields.size(); c++) {
        columns.add("c" + c + " " + SqlText.whole(fields.get(c).type()));
      }
      sandbox
          .session()
          .run("CREATE TABLE " + Sandbox.stored("t" + i) + " (" + String.join(", ", columns) + ")");
      sandbox.view(inputs.get(i).catalog(), inputs.get(i).table(), fields, "t" + i);
    }
    String query = SqlTokens.bare(named.text());
    List<Map.Entry<String, String>> described;
    try {
      described = sandbox.described(query);
    } catch (SQLException e) {
      return fault(text, named, DatabaseWords.of(e));
    }
    Scans read = Scans.of(sandbox.plan(query, Scans.FOR_COLUMNS));
    Scans filtered = Scans.of(sandbox.plan(query, Scans.FOR_CONDITIONS));
    List<SqlQuery.Input> planned = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      SqlQuery.Input input = inputs.get(i);
      planned.add(
          new SqlQuery.Input(
              input.table(),
              input.catalog(),
              input.open(),
              read.columns(i),
              new PlanConditions(sandbox, input.fields()).any(filtered.conditions(i))));
    }
    for (SqlQuery.Input input : planned) {
      for (Field column : input.columns()) {
        if (unknown(column.type())) {
          return FaultException.of(
              text,
              "The column "
                  + column.name()
                  + " of "
                  + input.table().name().table()
                  + " is of type "
                  + column.type().text()
                  + ", which SQL cannot work with here.",
              "Leave it out: name the columns wanted, or write SELECT * EXCLUDE ("
                  + SqlTable.word(column.name())
                  + ").");
        }
      }
    }
    return new SqlQuery(
        text, query, List.copyOf(planned), ResultColumns.of(described), named.caveat());
  }

  private static FaultException fault(String text, Naming.Named named, DatabaseWords words) {
    if (words.from().isEmpty()) {
      return FaultException.of(text, words.why(), words.remedy());
    }
    Offsets offsets = new Offsets(named.text());
    int from = words.from().getAsInt() - Sandbox.DESCRIBE.length();
    return FaultException.at(
        text,
        named.original(offsets.character(from)),
        named.original(offsets.character(from + Math.max(1, words.length()))),
        words.why(),
        words.remedy());
  }

  private static boolean unknown(DataType type) {
    return switch (type) {
      case DataType.Struct(List<Field> fields) ->
          fields.stream().anyMatch(field -> unknown(field.type()));
      case DataType.Array(DataType element, boolean _) -> unknown(element);
      case DataType.MapOf(DataType key, DataType value, boolean _) ->
          unknown(key) || unknown(value);
      case DataType.Unknown _ -> true;
      default -> type == DataType.Simple.VARIANT;
    };
  }
}
