package org.shareexplorer.settings;

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

  /**
   * Pages that are open.
   *
   * @param pages from left to right
   * @param front the number of the one in front, from 0; -1 if none of them is
   */
  public record Open(List<OpenPage> pages, int front) {

    /** Copies the pages; a number of none of them means that none is in front. */
    public Open {
      pages = List.copyOf(pages);
      front = front < pages.size() ? Math.max(-1, front) : -1;
    }
  }

  /** The pages in a person's folders. */
  public OpenPages(Folders folders) {
    this.folder = folders.config();
  }

  /** {@return what was remembered} */
  public synchronized Open read() {
    try {
      Path file = folder.resolve(NAME);
      return Files.exists(file)
          ? json.readValue(Files.readString(file), Open.class)
          : new Open(List.of(), -1);
    } catch (IOException | RuntimeException e) {
      // A file that somebody has changed by hand brings nothing back.
      return new Open(List.of(), -1);
    }
  }

  /** Takes the place of what was remembered. */
  public synchronized void remember(Open open) {
    List<OpenPage> fit =
        open.pages().stream().filter(page -> page.text().length() <= LONGEST).limit(MOST).toList();
    int front = open.front() < 0 ? -1 : fit.indexOf(open.pages().get(open.front()));
    Open kept = new Open(fit, front);
    if (kept.equals(read())) {
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
