package org.shareexplorer.export;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.shareexplorer.export.Recipe.Origin;
import org.shareexplorer.protocol.TableName;

/** Code for Power BI and Excel: Power Query's M. */
final class PowerQueryCode {

  private PowerQueryCode() {}

  static String of(Recipe recipe) {
    return switch (recipe.origin()) {
      case Origin.Table(TableName table, OptionalLong version) -> of(table, version, recipe);
      case Origin.Query _ ->
          """
          // Power Query has no SQL of its own: this runs Python on your computer, with
          // %s
          let
              Source = Python.Execute(%s),
              Rows = Source{[Name = "rows"]}[Value]
          in
              Rows
          """
              .formatted(
                  PythonCode.install(recipe),
                  PowerQueryPhrases.text(String.join("\n\n", PythonCode.parts(recipe)) + "\n"));
    };
  }

  private static String of(TableName table, OptionalLong version, Recipe recipe) {
    List<String> notes = new ArrayList<>();
    notes.add("The endpoint and the token stand in the file that your provider sent you.");
    version.ifPresent(
        number -> notes.add("Power BI reads the newest version only, not version " + number + "."));
    List<String> steps = new ArrayList<>();
    steps.add("Source = DeltaSharing.Contents(\"https://your-provider/delta-sharing\", null)");
    steps.add(
        "Shared = Source{[Name = %s]}[Data]{[Name = %s]}[Data]{[Name = %s]}[Data]"
            .formatted(
                PowerQueryPhrases.text(table.share()),
                PowerQueryPhrases.text(table.schema()),
                PowerQueryPhrases.text(table.table())));
    String last = "Shared";
    if (!recipe.view().filter().matchesAll()) {
      PowerQueryPhrases phrases = new PowerQueryPhrases();
      String condition = new Conditions(phrases).truth(recipe.view().filter());
      phrases.gaps().forEach(gap -> notes.add("Not among the conditions, to be added: " + gap));
      steps.add("Matching = Table.SelectRows(Shared, each " + condition + ")");
      last = "Matching";
    }
    if (!recipe.view().order().isEmpty()) {
      notes.add("Rows without a value come first here when sorted from least to greatest.");
      steps.add(
          recipe.view().order().stream()
              .map(order ->
                  "{%s, Order.%s}"
                      .formatted(
                          PowerQueryPhrases.text(order.column()),
                          order.descending() ? "Descending" : "Ascending"))
              .collect(Collectors.joining(", ", "Sorted = Table.Sort(" + last + ", {", "})")));
      last = "Sorted";
    }
    if (!recipe.columns().isEmpty()) {
      steps.add(
          recipe.columns().stream()
              .map(PowerQueryPhrases::text)
              .collect(
                  Collectors.joining(", ", "Rows = Table.SelectColumns(" + last + ", {", "})")));
      last = "Rows";
    }
    String head =
        notes.stream()
            .map(note -> "// " + note.replaceAll("\\R", " ") + "\n")
            .collect(Collectors.joining());
    return head + "let\n    " + String.join(",\n    ", steps) + "\nin\n    " + last + "\n";
  }
}
