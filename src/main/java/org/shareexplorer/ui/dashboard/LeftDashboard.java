package org.shareexplorer.ui.dashboard;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.shareexplorer.dashboard.Drafts;
import org.shareexplorer.settings.OpenPages.OpenPage;

/**
 * A dashboard that is open, as far as a later start has to know it. Its tiles are in its file, and
 * what of them is not saved, in its draft.
 *
 * @param draft what its draft is called
 * @param name what people call it
 * @param file where it is saved; empty if it never was
 */
record LeftDashboard(String draft, String name, Optional<Path> file) {

  /** What dashboards are called among the pages that come back with the window. */
  static final String KIND = "dashboard";

  /** {@return what brings it back} */
  OpenPage page() {
    return new OpenPage(KIND, draft + "\n" + name + "\n" + file.map(Path::toString).orElse(""));
  }

  /** {@return the dashboard of a page that was open; empty if somebody has changed its text} */
  static Optional<LeftDashboard> of(String text) {
    String[] parts = text.split("\n", 3);
    if (parts.length < 3 || !Drafts.isId(parts[0]) || parts[1].isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new LeftDashboard(
              parts[0],
              parts[1],
              parts[2].isEmpty() ? Optional.empty() : Optional.of(Path.of(parts[2]))));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
