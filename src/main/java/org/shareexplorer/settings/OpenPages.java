package org.shareexplorer.settings;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The pages that were open when the window was closed, in a file of the config folder. What cannot
 * be read or written is no reason not to start or to end. Thread-safe; blocks.
 */
public final class OpenPages {

  private static final int MOST = 50;
  private static final int LONGEST = 100_000;
  private static final String NAME = "pages.json";

  private final JsonMapper json = new JsonMapper();
  private final Path folder;

  /**
   * A page.
   *
   * @param kind what kind of page, such as {@code sql}
   * @param text what brings it back: a query's text, a file
   */
  public record OpenPage(String kind, String text) {}

  /** The pages in a person's folders. */
  public OpenPages(Folders folders) {
    this.folder = folders.config();
  }

  /** {@return the pages, from left to right} */
  public synchronized List<OpenPage> all() {
    try {
      Path file = folder.resolve(NAME);
      return Files.exists(file)
          ? List.copyOf(
              json.readValue(Files.readString(file), new TypeReference<List<OpenPage>>() {}))
          : List.of();
    } catch (IOException | RuntimeException e) {
      // A file that somebody has changed by hand brings nothing back.
      return List.of();
    }
  }

  /** Takes the place of what was remembered. */
  public synchronized void remember(List<OpenPage> pages) {
    List<OpenPage> kept =
        pages.stream().filter(page -> page.text().length() <= LONGEST).limit(MOST).toList();
    if (kept.equals(all())) {
      return;
    }
    try {
      Files.createDirectories(folder);
      Path half = Files.createTempFile(folder, "pages", ".part");
      Files.writeString(half, json.writerWithDefaultPrettyPrinter().writeValueAsString(kept));
      Files.move(half, folder.resolve(NAME), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      System.getLogger(OpenPages.class.getName())
          .log(System.Logger.Level.DEBUG, "The open pages were not noted.", e);
    }
  }
}
