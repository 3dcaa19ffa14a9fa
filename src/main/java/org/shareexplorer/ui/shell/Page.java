package org.shareexplorer.ui.shell;

import java.util.function.Supplier;
import org.shareexplorer.ui.fx.Icon;

/**
 * A tab that is no table's, such as a query. It is gone once it is closed, and is not brought back
 * with the window. Each is its own, whatever it is called.
 */
public final class Page {

  private final Icon icon;
  private final String title;
  private final Supplier<TabContent> content;

  /**
   * A page.
   *
   * @param title the word on its tab
   * @param content makes what stands in it, when it first comes to the front
   */
  public Page(Icon icon, String title, Supplier<TabContent> content) {
    this.icon = icon;
    this.title = title;
    this.content = content;
  }

  Icon icon() {
    return icon;
  }

  String title() {
    return title;
  }

  TabContent open() {
    return content.get();
  }
}
