package org.shareexplorer.export;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.shareexplorer.engine.Order;
import org.shareexplorer.export.Recipe.Origin;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;

/** Code for Python's {@code delta-sharing} client, part by part. */
final class PythonCode {

  private PythonCode() {}

  /** {@return what is to be installed} */
  static String install(Recipe recipe) {
    return "pip install delta-sharing"
        + (recipe.origin() instanceof Origin.Query ? " duckdb" : "")
        + (recipe.charts().isEmpty() ? "" : " matplotlib scipy");
  }

  static String whole(Recipe recipe) {
    List<String> all = new ArrayList<>(parts(recipe));
    all.add("print(rows)");
    all.addAll(ChartCode.parts(recipe));
    return "# " + install(recipe) + "\n" + String.join("\n\n", all) + "\n";
  }

  /** {@return what is to be run, one after the other, to have the data frame {@code rows}} */
  static List<String> parts(Recipe recipe) {
    return switch (recipe.origin()) {
      case Origin.Table(TableName table, var version) -> {
        List<String> parts = new ArrayList<>();
        parts.add(
            """
            from datetime import date
            from decimal import Decimal

            import delta_sharing
            import pandas as pd

            %s\
            """
                .formatted(profile()));
        parts.add("rows = " + load("profile", table, version));
        String shaping = shaping(recipe);
        if (!shaping.isEmpty()) {
          parts.add(shaping);
        }
        yield parts;
      }
      case Origin.Query query ->
          List.of(
              "import delta_sharing\nimport duckdb\nimport pandas as pd\n\n"
                  + DuckDbCode.profiles(query),
              DuckDbCode.loading(query, DuckDbCode::pandas),
              "rows = database.sql(" + DuckDbCode.quoted(recipe) + ").df()");
    };
  }

  static String profile() {
    return "profile = \"config.share\"  # the path of the file that your provider sent you";
  }

  /**
   * {@return what reads a table}
   *
   * @param profile the variable that has the profile's path
   */
  static String load(String profile, TableName table, OptionalLong version) {
    return "delta_sharing.load_as_pandas("
        + address(profile, table)
        + (version.isPresent() ? ", version=" + version.getAsLong() : "")
        + ")";
  }

  static String address(String profile, TableName table) {
    return profile
        + " + "
        + PythonText.quoted("#" + table.share() + "." + table.schema() + "." + table.table());
  }

  private static boolean floating(Field column) {
    return column.type() == Simple.DOUBLE || column.type() == Simple.FLOAT;
  }

  private static String shaping(Recipe recipe) {
    List<String> lines = new ArrayList<>();
    if (!recipe.view().filter().matchesAll()) {
      if (recipe.view().filter().columns().stream().anyMatch(PythonCode::floating)) {
        lines.add("# pandas takes NaN for a missing value: here it is in no range.");
      }
      lines.add(
          "rows = rows[%s]"
              .formatted(new Conditions(new PandasPhrases()).truth(recipe.view().filter())));
    }
    if (!recipe.view().order().isEmpty()) {
      lines.add(
          "rows = rows.sort_values(%s, ascending=%s, na_position=\"last\", kind=\"stable\")"
              .formatted(
                  PythonText.list(recipe.view().order().stream().map(Order::column).toList()),
                  recipe.view().order().stream()
                      .map(order -> order.descending() ? "False" : "True")
                      .collect(Collectors.joining(", ", "[", "]"))));
    }
    if (!recipe.columns().isEmpty()) {
      lines.add("rows = rows[" + PythonText.list(recipe.columns()) + "]");
    }
    return String.join("\n", lines);
  }
}
