package org.shareexplorer.ui.export;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
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
import org.shareexplorer.ui.fx.Desktop.FileKind;
import org.shareexplorer.ui.fx.Sheet;
import org.shareexplorer.ui.fx.Ui;

/** Code that has the same rows elsewhere, to be copied or saved. */
final class CodePart extends VBox {

  private static final int LINES = 12;

  private final Ui ui;

  CodePart(Ui ui) {
    super(10);
    this.ui = ui;
  }

  /** Shows code in a language. */
  void show(TakenRows rows, CodeLanguage language) {
    String code = language.code(rows.recipe().orElseThrow());
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
    save.setOnAction(e -> save(rows, language.ending(), language.title(), said, language::save));
    getChildren()
        .setAll(
            Sheet.words(
                "These rows by code, with the same columns, conditions and order. It holds no"
                    + " credential: put the path of your own file in."),
            area,
            line(copy, save, said));
  }

  /** Offers a notebook. */
  void showNotebook(TakenRows rows) {
    Label said = new Label();
    said.getStyleClass().add("soft");
    Button save = new Button("Save as notebook…");
    save.getStyleClass().add("accent");
    save.setOnAction(e -> save(rows, ".ipynb", "Jupyter notebook", said, Notebook::save));
    getChildren()
        .setAll(
            Sheet.words(
                "A Jupyter notebook that reads these rows with Python's delta-sharing client: the"
                    + " same columns, conditions and order. It holds no data and no credential."),
            line(save, said));
  }

  private void save(
      TakenRows rows, String ending, String kind, Label said, BiConsumer<Recipe, Path> saving) {
    ui.desktop()
        .chooseSave(
            "Save the code", rows.name() + ending, List.of(new FileKind(kind, "*" + ending)))
        .ifPresent(chosen -> {
          Path file = chosen.toString().endsWith(ending) ? chosen : Path.of(chosen + ending);
          var _ =
              ui.background()
                  .start(
                      _ -> {
                        saving.accept(rows.recipe().orElseThrow(), file);
                        return file;
                      },
                      saved -> said.setText("Saved as " + saved.getFileName() + "."),
                      problem -> said.setText(problem.sentence()));
        });
  }

  private static HBox line(Node... nodes) {
    HBox line = new HBox(12, nodes);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }
}
