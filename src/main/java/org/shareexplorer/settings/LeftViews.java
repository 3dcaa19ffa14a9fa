package org.shareexplorer.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How the rows of each table were left last, kept in a file of the config folder that only its
 * owner may read, as conditions hold values of tables. To forget one does no harm: a file that
 * cannot be read or written is passed over. Thread-safe.
 */
public final class LeftViews {

  private static final int MOST = 300;

  /** Characters of conditions and columns of one table; more are not worth keeping. */
  private static final int LONGEST = 200_000;

  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final Optional<Path> file;
  private final Map<String, LeftView> views =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, LeftView> eldest) {
          return size() > MOST;
        }
      };
  private boolean loaded;

  private LeftViews(Optional<Path> file) {
    this.file = file;
  }

  /** {@return views remembered in the config folder, which need not exist yet} */
  public static LeftViews in(Folders folders) {
    return new LeftViews(Optional.of(folders.config().resolve("left-views.json")));
  }

  /** {@return views remembered until the program ends} */
  public static LeftViews inMemory() {
    return new LeftViews(Optional.empty());
  }

  /**
   * {@return how a table was left; plain if that is not known}
   *
   * @param table a name of it, unique on this computer
   */
  public synchronized LeftView of(String table) {
    load();
    return views.getOrDefault(table, LeftView.PLAIN);
  }

  /** Remembers how a table is left. */
  public synchronized void leave(String table, LeftView view) {
    if (of(table).equals(view)) {
      return;
    }
    if (view.equals(LeftView.PLAIN) || MAPPER.valueToTree(view).toString().length() > LONGEST) {
      views.remove(table);
    } else {
      views.put(table, view);
    }
    save();
  }

  /** Forgets all tables whose names begin so. */
  public synchronized void forget(String prefix) {
    load();
    if (views.keySet().removeIf(table -> table.startsWith(prefix))) {
      save();
    }
  }

  private void load() {
    if (loaded) {
      return;
    }
    loaded = true;
    if (file.isEmpty()) {
      return;
    }
    try {
      Map<String, LeftView> read =
          MAPPER.readValue(Files.readString(file.get()), new TypeReference<>() {});
      read.forEach((table, view) -> {
        if (view != null) {
          views.put(table, view);
        }
      });
    } catch (JsonProcessingException e) {
      // Damaged or of another make: nothing is remembered, and the next change writes it anew.
      views.clear();
    } catch (IOException e) {
      // There is none yet, or it cannot be read: nothing was left.
    }
  }

  private void save() {
    if (file.isEmpty()) {
      return;
    }
    try {
      PrivateFiles.write(file.get(), MAPPER.writeValueAsString(views));
    } catch (IOException e) {
      // Remembered until the program ends, then.
    }
  }
}
