package org.shareexplorer.ui.filter;

import java.time.LocalDate;
import javafx.scene.Node;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.DatePickerSkin;
import javafx.scene.layout.VBox;

/** A calendar in which the first day chosen begins a range and the next one ends it. */
final class DayRange extends VBox {

  private boolean begun;

  DayRange(TextField from, TextField to) {
    DatePicker picker = new DatePicker(start(from));
    Node calendar = new DatePickerSkin(picker).getPopupContent();
    getChildren().add(calendar);
    picker
        .valueProperty()
        .subscribe((before, day) -> {
          if (day == null) {
            return;
          }
          LocalDate first = begun ? start(from) : null;
          if (first != null && !day.isBefore(first)) {
            to.setText(day.toString());
            begun = false;
          } else {
            from.setText(day.toString());
            to.setText("");
            begun = true;
          }
        });
  }

  private static LocalDate start(TextField field) {
    String text = field.getText().strip();
    return text.matches("\\d{4}-\\d\\d-\\d\\d.*")
        ? DatePreset.day(text.substring(0, 10))
        : DatePreset.today();
  }
}
