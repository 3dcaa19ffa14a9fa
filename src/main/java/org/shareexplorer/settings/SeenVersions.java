package org.shareexplorer.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which version of each table was looked at last, kept in a file of the config folder. To forget
 * one does no harm: a file that cannot be read or written is passed over. Thread-safe.
 */
public final class SeenVersions {

  private static final int MOST = 1_000;
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Optional<Path> file;
  private final Map<String, Long> versions =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
          return size() > MOST;
        }
      };
  private boolean loaded;

  private SeenVersions(Optional<Path> file) {
    this.file = file;
  }

  /** {@return versions remembered in the config folder, which need not exist yet} */
  public static SeenVersions in(Folders folders) {
    return new SeenVersions(Optional.of(folders.config().resolve("seen-versions.json")));
  }

  /** {@return versions remembered until the program ends} */
  public static SeenVersions inMemory() {
    return new SeenVersions(Optional.empty());
  }

  /**
   * Notes the version of a table that is looked at.
   *
   * @param table a name of it, unique on this computer
   * @return the version noted before, if any
   */
  public synchronized OptionalLong note(String table, long version) {
    if (!loaded) {
      loaded = true;
      file.ifPresent(this::load);
    }
    Long before = versions.put(table, version);
    if (before == null || before != version) {
      file.ifPresent(this::save);
    }
    return before == null ? OptionalLong.empty() : OptionalLong.of(before);
  }

  private void load(Path from) {
    try {
      JsonNode root = MAPPER.readTree(Files.readString(from));
      root.properties()
          .forEach(entry -> {
            if (entry.getValue().canConvertToLong()) {
              versions.put(entry.getKey(), entry.getValue().longValue());
            }
          });
    } catch (JsonProcessingException e) {
      versions.clear();
    } catch (IOException e) {
      // There is none yet, or it cannot be read: nothing was seen.
    }
  }

  private void save(Path to) {
    ObjectNode root = MAPPER.createObjectNode();
    versions.forEach(root::put);
    try {
      Files.createDirectories(to.getParent());
      Path half = Files.createTempFile(to.getParent(), "seen", ".part");
      try {
        Files.writeString(half, root.toString());
        Files.move(half, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(half);
      }
    } catch (IOException e) {
      // Remembered until the program ends, then.
    }
  }
}
