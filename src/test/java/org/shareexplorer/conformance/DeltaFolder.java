package org.shareexplorer.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A Delta table in a ZIP file, at its newest version, as its log says. Knows nothing of the
 * client's code.
 */
final class DeltaFolder {

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String Z85 =
      "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#";

  private final TreeMap<String, byte[]> files = new TreeMap<>();
  private final Map<String, JsonNode> adds = new LinkedHashMap<>();
  private JsonNode protocol = MissingNode.getInstance();
  private JsonNode metaData = MissingNode.getInstance();
  private long version;

  DeltaFolder(Path zip) throws IOException {
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), in.readAllBytes());
      }
    }
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      if (file.getKey().matches("_delta_log/\\d{20}\\.json")) {
        version = Long.parseLong(file.getKey().substring(11, 31));
        for (String line : new String(file.getValue(), StandardCharsets.UTF_8).lines().toList()) {
          take(MAPPER.readTree(line));
        }
      }
    }
  }

  private void take(JsonNode action) {
    if (action.has("protocol")) {
      protocol = action.get("protocol");
    } else if (action.has("metaData")) {
      metaData = action.get("metaData");
    } else if (action.has("add")) {
      adds.put(key(action.get("add")), action.get("add"));
    } else if (action.has("remove")) {
      adds.remove(key(action.get("remove")));
    }
  }

  /** A file is taken off the table and put back with more of its rows deleted in one commit. */
  private static String key(JsonNode file) {
    JsonNode vector = file.path("deletionVector");
    return file.get("path").textValue()
        + " "
        + vector.path("pathOrInlineDv").asText()
        + vector.path("offset").asText();
  }

  JsonNode protocol() {
    return protocol;
  }

  JsonNode metaData() {
    return metaData;
  }

  long version() {
    return version;
  }

  /** {@return the actions of the data files in force} */
  Collection<JsonNode> adds() {
    return adds.values();
  }

  byte @Nullable [] file(String path) {
    return files.get(path);
  }

  /** {@return where a deletion vector of the storage type {@code u} is, from the table's folder} */
  static String vectorPath(String descriptor) {
    String prefix = descriptor.substring(0, descriptor.length() - 20);
    ByteBuffer bytes = ByteBuffer.allocate(16);
    for (int at = descriptor.length() - 20; at < descriptor.length(); at += 5) {
      long word = 0;
      for (int i = 0; i < 5; i++) {
        word = word * 85 + Z85.indexOf(descriptor.charAt(at + i));
      }
      bytes.putInt((int) word);
    }
    return (prefix.isEmpty() ? "" : prefix + "/")
        + "deletion_vector_"
        + new UUID(bytes.getLong(0), bytes.getLong(8))
        + ".bin";
  }
}
