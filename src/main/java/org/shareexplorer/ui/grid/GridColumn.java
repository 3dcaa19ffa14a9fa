package org.shareexplorer.ui.grid;

import org.shareexplorer.table.Field;

/**
 * A column of the grid.
 *
 * @param index its place in the table, which names it
 * @param field what the table says of it
 * @param width in pixels
 * @param hidden whether it is left out
 * @param frozen whether it stays in sight while the others scroll
 */
record GridColumn(int index, Field field, double width, boolean hidden, boolean frozen) {

  static final double NARROWEST = 44;
  static final double WIDEST = 900;

  String name() {
    return field.name();
  }

  GridColumn withWidth(double other) {
    return new GridColumn(index, field, Math.clamp(other, NARROWEST, WIDEST), hidden, frozen);
  }

  GridColumn withHidden(boolean other) {
    return new GridColumn(index, field, width, other, frozen);
  }

  GridColumn withFrozen(boolean other) {
    return new GridColumn(index, field, width, hidden, other);
  }
}
