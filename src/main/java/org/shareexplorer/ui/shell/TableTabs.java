package org.shareexplorer.ui.shell;

import org.shareexplorer.ui.connections.TableRef;
import org.shareexplorer.ui.fx.Ui;

/** Makes what stands in the tab of a table. */
@FunctionalInterface
public interface TableTabs {

  /** {@return the content for a table; called when its tab first comes to the front} */
  TabContent open(Ui ui, TableRef table);
}
