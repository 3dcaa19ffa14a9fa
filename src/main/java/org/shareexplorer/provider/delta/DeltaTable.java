package org.shareexplorer.provider.delta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a Delta table's log from disk, afresh at every question, so that new commits are seen.
 *
 * <p>Reads the JSON commits from version 0 on. Checkpoints are not read: a table whose first
 * commits were cleaned away cannot be served. Nor are deletion vectors or column mapping: tables
 * with a reader version above 1 are refused.
 *
 * @param folder the folder that holds {@code _delta_log}
 */
public record DeltaTable(Path folder) {

  private static final int NAME_LENGTH = "00000000000000000000.json".length();

  /** {@return the newest version} */
  public long latestVersion() throws IOException {
    try (Stream<Path> files = Files.list(log())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.length() == NAME_LENGTH && name.endsWith(".json"))
          .mapToLong(name -> Long.parseLong(name.substring(0, NAME_LENGTH - ".json".length())))
          .max()
          .orElseThrow(() -> new NoSuchFileException(log().toString()));
    }
  }

  /** {@return the newest version committed at or before a time (milliseconds), if there is one} */
  public OptionalLong versionAt(long timestamp) throws IOException {
    OptionalLong found = OptionalLong.empty();
    for (long version = 0; version <= latestVersion(); version++) {
      if (commitTime(actions(version)) > timestamp) {
        break;
      }
      found = OptionalLong.of(version);
    }
    return found;
  }

  /** {@return the oldest version committed at or after a time (milliseconds), if there is one} */
  public OptionalLong versionSince(long timestamp) throws IOException {
    for (long version = 0; version <= latestVersion(); version++) {
      if (commitTime(actions(version)) >= timestamp) {
        return OptionalLong.of(version);
      }
    }
    return OptionalLong.empty();
  }

  /**
   * Reads the table at a version.
   *
   * @throws IOException if a commit is missing or no table comes of them
   */
  public DeltaSnapshot snapshot(long wanted) throws IOException {
    @Nullable ObjectNode protocol = null;
    @Nullable ObjectNode metaData = null;
    SequencedMap<String, DeltaSnapshot.File> files = new LinkedHashMap<>();
    long timestamp = 0;
    for (long version = 0; version <= wanted; version++) {
      List<JsonNode> actions = actions(version);
      timestamp = commitTime(actions);
      for (JsonNode action : actions) {
        if (action.get("protocol") instanceof ObjectNode found) {
          protocol = found;
        } else if (action.get("metaData") instanceof ObjectNode found) {
          metaData = found;
        } else if (action.get("add") instanceof ObjectNode add) {
          // A file added again counts as added there: the list stays in order of versions.
          files.putLast(add.path("path").asText(), new DeltaSnapshot.File(version, timestamp, add));
        } else if (action.get("remove") instanceof ObjectNode remove) {
          files.remove(remove.path("path").asText());
        }
      }
    }
    if (protocol == null || metaData == null) {
      throw new IOException("The log of " + folder.getFileName() + " has no protocol or metadata");
    }
    if (protocol.path("minReaderVersion").asInt() > 1) {
      throw new IOException(folder.getFileName() + " needs a newer reader");
    }
    return new DeltaSnapshot(wanted, timestamp, protocol, metaData, List.copyOf(files.values()));
  }

  /**
   * Reads which files tell what changed. Of a version, these are the files of changed rows if it
   * has any, or else the data files that it adds and removes.
   *
   * @param from the first version
   * @param to the last one
   */
  public List<DeltaChange> changes(long from, long to) throws IOException {
    List<DeltaChange> changes = new ArrayList<>();
    for (long version = from; version <= to; version++) {
      List<JsonNode> actions = actions(version);
      long timestamp = commitTime(actions);
      boolean told = actions.stream().anyMatch(action -> action.has("cdc"));
      for (JsonNode action : actions) {
        for (String kind : told ? List.of("cdc") : List.of("add", "remove")) {
          if (action.get(kind) instanceof ObjectNode file
              && (told || file.path("dataChange").asBoolean())) {
            changes.add(new DeltaChange(version, timestamp, kind, file));
          }
        }
      }
    }
    return changes;
  }

  private Path log() {
    return folder.resolve("_delta_log");
  }

  private List<JsonNode> actions(long version) throws IOException {
    Path commit = log().resolve(String.format(Locale.ROOT, "%020d.json", version));
    try (var lines = Json.MAPPER.readerFor(JsonNode.class).<JsonNode>readValues(commit.toFile())) {
      return lines.readAll();
    }
  }

  private static long commitTime(List<JsonNode> actions) {
    return actions.stream()
        .map(action -> action.path("commitInfo").path("timestamp"))
        .filter(JsonNode::isNumber)
        .mapToLong(JsonNode::asLong)
        .findFirst()
        .orElse(0);
  }
}
