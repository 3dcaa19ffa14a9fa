package org.shareexplorer.ui.details;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.shareexplorer.ui.fx.Tip;

/** Facts in two columns; each value can be selected and copied. */
final class FactList extends GridPane {

  FactList(List<DetailsModel.Fact> facts) {
    getStyleClass().add("details-list");
    ColumnConstraints names = new ColumnConstraints();
    names.setMinWidth(120);
    names.setMaxWidth(220);
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    getColumnConstraints().addAll(names, values);
    for (DetailsModel.Fact fact : facts) {
      Label name = new Label(fact.name());
      name.setMnemonicParsing(false);
      name.getStyleClass().add("soft");
      TextField value = new TextField(fact.value());
      value.setEditable(false);
      value.setAccessibleText(fact.name());
      value.getStyleClass().add("details-value");
      name.setLabelFor(value);
      // There may be no room for all of it.
      Tip.setText(value, fact.value());
      addRow(getRowCount(), name, value);
    }
  }
}
