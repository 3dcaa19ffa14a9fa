package org.shareexplorer.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Where the application keeps its files on this computer, by the system's own rules.
 *
 * @param config connections and preferences
 * @param cache what can be fetched or made again
 */
public record Folders(Path config, Path cache) {

  private static final String NAME = "share-explorer";

  /**
   * {@return the folders of the person who runs the program; {@code SHARE_EXPLORER_HOME} puts both
   * under one folder}
   */
  public static Folders ofUser() {
    return of(
        System.getenv(), Path.of(System.getProperty("user.home")), System.getProperty("os.name"));
  }

  /** {@return the folders of a person who has not chosen others, wherever this program runs} */
  public static Folders usual() {
    return of(Map.of(), Path.of(System.getProperty("user.home")), System.getProperty("os.name"));
  }

  static Folders of(Map<String, String> environment, Path home, String system) {
    String own = environment.getOrDefault("SHARE_EXPLORER_HOME", "");
    if (!own.isBlank()) {
      return under(Path.of(own));
    }
    String os = system.toLowerCase(Locale.ROOT);
    if (os.contains("win")) {
      return new Folders(
          folder(environment, "APPDATA", home.resolve("AppData/Roaming")).resolve(NAME),
          folder(environment, "LOCALAPPDATA", home.resolve("AppData/Local"))
              .resolve(NAME)
              .resolve("cache"));
    }
    if (os.contains("mac")) {
      return new Folders(
          home.resolve("Library/Application Support").resolve(NAME),
          home.resolve("Library/Caches").resolve(NAME));
    }
    return new Folders(
        folder(environment, "XDG_CONFIG_HOME", home.resolve(".config")).resolve(NAME),
        folder(environment, "XDG_CACHE_HOME", home.resolve(".cache")).resolve(NAME));
  }

  /** {@return where parts of tables are kept} */
  public Path data() {
    return cache.resolve("data");
  }

  /**
   * {@return folders under one folder, for tests and for people who want everything in one place}
   */
  public static Folders under(Path folder) {
    return new Folders(folder.resolve("config"), folder.resolve("cache"));
  }

  private static Path folder(Map<String, String> environment, String variable, Path otherwise) {
    String value = environment.getOrDefault(variable, "");
    return value.isBlank() || !Path.of(value).isAbsolute() ? otherwise : Path.of(value);
  }
}
