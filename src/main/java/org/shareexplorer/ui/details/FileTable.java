package org.shareexplorer.ui.details;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.shareexplorer.ui.details.DetailsModel.FileRow;
import org.shareexplorer.ui.table.SizeText;

/** The first files of a table: sizes, rows and partition values, no addresses. */
final class FileTable extends TableView<FileRow> {

  private static final double ROW = 27;

  FileTable(List<FileRow> files) {
    setFixedCellSize(ROW);
    setAccessibleText("Files of the table");
    getColumns().add(column("#", 48, FileRow::number));
    getColumns().add(column("Size", 90, file -> SizeText.of(file.size())));
    getColumns()
        .add(
            column(
                "Rows",
                90,
                file ->
                    file.rows().isPresent()
                        ? DetailsModel.count(file.rows().getAsLong())
                        : "not known"));
    if (files.stream().anyMatch(file -> !file.partition().isEmpty())) {
      TableColumn<FileRow, String> partition = column("Partition", 180, FileRow::partition);
      partition.getStyleClass().clear();
      getColumns().add(partition);
    }
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    getItems().setAll(files);
    setMinHeight(ROW * Math.min(12, files.size()) + 46);
    setPrefHeight(getMinHeight());
  }

  private static <T> TableColumn<FileRow, T> column(
      String name, double width, Function<FileRow, T> value) {
    TableColumn<FileRow, T> column = new TableColumn<>(name);
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
    column.getStyleClass().add("figure");
    return column;
  }
}
