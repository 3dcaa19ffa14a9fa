package org.shareexplorer.ui.table;

import java.util.List;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.ui.fx.Ui;

/** The ways to look at a table, in the order of their words in its tab. */
@FunctionalInterface
public interface Screens {

  /** {@return new screens for a table, at least one; each loads once it is shown} */
  List<TableScreen> of(Ui ui, OpenTable table);
}
