package org.shareexplorer.export;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.shareexplorer.engine.Order;
import org.shareexplorer.protocol.TableName;

/** Code for Python's {@code delta-sharing} client, part by part. */
final class PythonCode {

  private PythonCode() {}

  static final String INSTALL = "pip install delta-sharing";

  static String whole(Recipe recipe) {
    return "# " + INSTALL + "\n" + String.join("\n\n", parts(recipe)) + "\n";
  }

  /** {@return what is to be run, one after the other} */
  static List<String> parts(Recipe recipe) {
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
    parts.add("rows = " + load(recipe));
    String shaping = shaping(recipe);
    if (!shaping.isEmpty()) {
      parts.add(shaping);
    }
    parts.add("print(rows)");
    return parts;
  }

  static String profile() {
    return "profile = \"config.share\"  # the path of the file that your provider sent you";
  }

  static String load(Recipe recipe) {
    String version =
        recipe.version().isPresent() ? ", version=" + recipe.version().getAsLong() : "";
    return "delta_sharing.load_as_pandas(" + address(recipe.table()) + version + ")";
  }

  static String address(TableName table) {
    return "profile + "
        + PythonText.quoted("#" + table.share() + "." + table.schema() + "." + table.table());
  }

  private static String shaping(Recipe recipe) {
    List<String> lines = new ArrayList<>();
    if (!recipe.view().filter().matchesAll()) {
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
