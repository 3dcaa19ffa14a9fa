package org.shareexplorer.ui.grid;

import java.util.List;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;

/** How wide a column is before the person says so: by its name, type and first values. */
final class ColumnWidths {

  /** Pixels of a character of a cell, and of the bold name, and what stands beside the text. */
  private static final double CHARACTER = 7.3;

  private static final double NAME_CHARACTER = 7.6;
  private static final double AROUND = 22;
  private static final double WIDEST_GUESS = 320;

  private ColumnWidths() {}

  /** {@return the width of a column of which no value is known yet} */
  static double guess(Field field) {
    return fit(field, typical(field.type()));
  }

  /** {@return the width that shows the name and these texts, within reason} */
  static double fit(Field field, List<String> texts) {
    return fit(field, texts.stream().mapToInt(String::length).max().orElse(0));
  }

  private static double fit(Field field, int characters) {
    double name = Math.max(field.name().length() * NAME_CHARACTER, 48);
    double type = Math.min(field.type().text().length(), 24) * 6.4;
    double wanted = Math.max(Math.max(name, type), characters * CHARACTER) + AROUND;
    return Math.ceil(Math.clamp(wanted, GridColumn.NARROWEST, WIDEST_GUESS));
  }

  private static int typical(DataType type) {
    return switch (type) {
      case Simple.BOOLEAN, Simple.BYTE, Simple.SHORT -> 5;
      case Simple.INTEGER, Simple.FLOAT, Simple.VOID -> 8;
      case Simple.LONG, Simple.DOUBLE, Simple.DATE -> 10;
      case Simple.TIMESTAMP, Simple.TIMESTAMP_NTZ -> 19;
      case DataType.Decimal decimal -> Math.min(decimal.precision() + 2, 16);
      default -> type.nested() ? 28 : 16;
    };
  }
}
