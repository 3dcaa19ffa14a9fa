package org.shareexplorer.settings;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The queries that were run, newest first, in a file of the config folder: so many, each once. What
 * cannot be read or written is no reason not to run a query. Thread-safe; blocks.
 */
public final class QueryHistory {

  private static final int MOST = 200;
  private static final int LONGEST = 100_000;
  private static final String NAME = "queries.json";

  private final JsonMapper json = new JsonMapper();
  private final Path folder;

  /** The history in a person's folders. */
  public QueryHistory(Folders folders) {
    this.folder = folders.config();
  }

  /** {@return the queries, newest first} */
  public synchronized List<String> all() {
    try {
      Path file = folder.resolve(NAME);
      return Files.exists(file)
          ? List.copyOf(
              json.readValue(Files.readString(file), new TypeReference<List<String>>() {}))
          : List.of();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** Notes that a query was run. */
  public synchronized void add(String query) {
    if (query.length() > LONGEST) {
      return;
    }
    List<String> queries = new ArrayList<>(all());
    queries.remove(query);
    queries.addFirst(query);
    write(queries.subList(0, Math.min(MOST, queries.size())));
  }

  /** Forgets all. */
  public synchronized void clear() {
    write(List.of());
  }

  private void write(List<String> queries) {
    try {
      Files.createDirectories(folder);
      Path half = Files.createTempFile(folder, "queries", ".part");
      Files.writeString(half, json.writerWithDefaultPrettyPrinter().writeValueAsString(queries));
      Files.move(half, folder.resolve(NAME), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      System.getLogger(QueryHistory.class.getName())
          .log(System.Logger.Level.DEBUG, "The query was not noted.", e);
    }
  }
}
