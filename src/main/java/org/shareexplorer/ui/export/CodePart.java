package org.shareexplorer.ui.export;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.shareexplorer.export.CodeLanguage;
import org.shareexplorer.export.Notebook;
import org.shareexplorer.export.Recipe;
import org.shareexplorer.ui.fx.Background.Latest;
import org.shareexplorer.ui.fx.Desktop.FileKind;
import org.shareexplorer.ui.fx.Sheet;
import org.shareexplorer.ui.fx.Ui;

/** Code that has the same rows elsewhere, to be copied or saved. */
final class CodePart extends VBox {

  private static final int LINES = 12;

  private final Ui ui;
  private final Latest latest;

  CodePart(Ui ui) {
    super(10);
    this.ui = ui;
    latest = ui.background().latest();
  }

  /** Shows code in a language. */
  void show(TakenRows rows, CodeLanguage language) {
    wanted(rows, recipe -> show(rows, recipe, language));
  }

  /** Offers a notebook. */
  void showNotebook(TakenRows rows) {
    wanted(rows, recipe -> showNotebook(rows, recipe));
  }

  private void wanted(TakenRows rows, Consumer<Recipe> show) {
    getChildren().clear();
    rows.recipe()
        .ifPresentOrElse(
            recipe ->
                latest.start(
                    recipe::apply,
                    show,
                    problem -> getChildren().setAll(Sheet.words(problem.sentence()))),
            () ->
                getChildren()
                    .setAll(
                        Sheet.words(
                            "There is no code for these rows: queries are about the newest"
                                + " versions, and these are of an older one.")));
  }

  private void show(TakenRows rows, Recipe recipe, CodeLanguage language) {
    String code = language.code(recipe);
    TextArea area = new TextArea(code);
    area.setEditable(false);
    area.getStyleClass().add("export-code");
    area.setPrefRowCount(Math.min(LINES, (int) code.lines().count() + 1));
    area.setAccessibleText(language.title() + " code");
    Label said = new Label();
    said.getStyleClass().add("soft");
    Button copy = new Button("Copy");
    copy.getStyleClass().add("accent");
    copy.setOnAction(e -> {
      ui.desktop().copy(code);
      said.setText("The code is on the clipboard.");
    });
    Button save = new Button("Save…");
    save.setOnAction(
        e -> save(rows, recipe, language.ending(), language.title(), said, language::save));
    getChildren()
        .setAll(
            Sheet.words(
                "These rows by code, "
                    + same(recipe, language == CodeLanguage.PYTHON)
                    + ". It"
                    + " holds no credential: put the path of your own file in."),
            area,
            line(copy, save, said));
  }

  private void showNotebook(TakenRows rows, Recipe recipe) {
    Label said = new Label();
    said.getStyleClass().add("soft");
    Button save = new Button("Save as notebook…");
    save.getStyleClass().add("accent");
    save.setOnAction(e -> save(rows, recipe, ".ipynb", "Jupyter notebook", said, Notebook::save));
    getChildren()
        .setAll(
            Sheet.words(
                "A Jupyter notebook that reads these rows with Python's delta-sharing client, "
                    + same(recipe, true)
                    + ". It holds no data and no credential."),
            line(save, said));
  }

  private static String same(Recipe recipe, boolean drawn) {
    String rows =
        recipe.origin() instanceof Recipe.Origin.Query
            ? "by the same query, which DuckDB answers"
            : "with the same columns, conditions and order";
    return drawn && !recipe.charts().isEmpty() ? rows + ", and the charts that are shown" : rows;
  }

  private void save(
      TakenRows rows,
      Recipe recipe,
      String ending,
      String kind,
      Label said,
      BiConsumer<Recipe, Path> saving) {
    ui.desktop()
        .chooseSave(
            "Save the code", rows.name() + ending, List.of(new FileKind(kind, "*" + ending)))
        .ifPresent(chosen -> {
          Path file = chosen.toString().endsWith(ending) ? chosen : Path.of(chosen + ending);
          var _ =
              ui.background()
                  .start(
                      _ -> {
                        saving.accept(recipe, file);
                        return file;
                      },
                      saved -> said.setText("Saved as " + saved.getFileName() + "."),
                      problem -> said.setText(problem.sentence()));
        });
  }

  /** Ends what runs. */
  void close() {
    latest.cancel();
  }

  private static HBox line(Node... nodes) {
    HBox line = new HBox(12, nodes);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }
}
