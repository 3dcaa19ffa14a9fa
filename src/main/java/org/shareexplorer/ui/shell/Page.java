package org.shareexplorer.ui.shell;

import java.util.Optional;
import java.util.function.Supplier;
import org.shareexplorer.settings.OpenPages.OpenPage;
import org.shareexplorer.ui.fx.Icon;

/**
 * A tab that is no table's, such as a query. It is gone once it is closed; those that say how are
 * brought back with the window. Each is its own, whatever it is called.
 */
public final class Page {

  private final Icon icon;
  private final String title;
  private final String about;
  private final Supplier<TabContent> content;
  private final Optional<OpenPage> kept;

  /**
   * A page that comes back with the window.
   *
   * @param title the word on its tab
   * @param about what tells it from others of the same title, unopened; empty for nothing
   * @param kept what brings it back as it is now, unopened
   * @param content makes what stands in it, when it first comes to the front
   */
  public Page(
      Icon icon,
      String title,
      String about,
      Optional<OpenPage> kept,
      Supplier<TabContent> content) {
    this.about = about;
    this.kept = kept;
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

  String about() {
    return about;
  }

  /** {@return what brings it back as long as it was not opened} */
  Optional<OpenPage> kept() {
    return kept;
  }

  TabContent open() {
    return content.get();
  }
}
