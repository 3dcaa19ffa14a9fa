package org.shareexplorer.ui.preferences;

import java.nio.file.Path;
import org.shareexplorer.cache.CacheBudget;
import org.shareexplorer.cache.DataCache;
import org.shareexplorer.settings.Folders;

/**
 * Where files are kept, and how much of them.
 *
 * @param folders what to tell of the places
 * @param data the parts of tables that are kept
 * @param budget how many of them may be
 */
public record Storage(Folders folders, DataCache data, CacheBudget budget) {

  /** {@return a folder in words: one's own folder is a tilde, where people write it so} */
  static String words(Path folder) {
    Path home = Path.of(System.getProperty("user.home"));
    boolean own =
        folder.startsWith(home)
            && !folder.equals(home)
            && folder.getFileSystem().getSeparator().equals("/");
    return own ? Path.of("~").resolve(home.relativize(folder)).toString() : folder.toString();
  }
}
