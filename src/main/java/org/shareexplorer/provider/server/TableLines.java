package org.shareexplorer.provider.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.shareexplorer.provider.delta.DeltaChange;
import org.shareexplorer.provider.delta.DeltaSnapshot;
import org.shareexplorer.provider.delta.Json;

/** Writes what a table consists of, one JSON object per line, in one of the two formats. */
final class TableLines {

  private final OutputStream out;
  private final boolean delta;
  private final boolean travelled;

  /**
   * Starts to write.
   *
   * @param delta whether in the delta format
   * @param travelled whether a certain version was asked for, which lines then name
   */
  TableLines(OutputStream out, boolean delta, boolean travelled) {
    this.out = out;
    this.delta = delta;
    this.travelled = travelled;
  }

  /** Writes the two lines every answer begins with. */
  void head(DeltaSnapshot snapshot) throws IOException {
    ObjectNode protocol = Json.object();
    ObjectNode metaData = Json.object();
    ObjectNode inner = metaData.putObject("metaData");
    if (delta) {
      protocol.putObject("protocol").set("deltaProtocol", snapshot.protocol());
      inner.set("deltaMetadata", snapshot.metaData());
    } else {
      protocol.putObject("protocol").put("minReaderVersion", 1);
      for (String key :
          new String[] {
            "id", "name", "description", "format", "schemaString", "partitionColumns"
          }) {
        if (snapshot.metaData().hasNonNull(key)) {
          inner.set(key, snapshot.metaData().get(key));
        }
      }
      ObjectNode configuration = inner.putObject("configuration");
      if (snapshot.recordsChanges()) {
        configuration.put("enableChangeDataFeed", "true");
      }
      inner.withObjectProperty("format").remove("options");
    }
    if (travelled) {
      inner.put("version", snapshot.version());
    }
    inner.put("size", snapshot.size()).put("numFiles", snapshot.files().size());
    write(protocol);
    write(metaData);
  }

  /** Writes a file's line. */
  void file(DeltaSnapshot.File file, String idHash, FileAddresses.Signed address)
      throws IOException {
    ObjectNode line = Json.object();
    ObjectNode inner = line.putObject("file");
    String id = hash(idHash, file.path());
    if (delta) {
      inner.put("id", id).put("size", file.size());
      ObjectNode add = file.add().deepCopy().put("path", address.url());
      inner.putObject("deltaSingleAction").set("add", add);
    } else {
      inner.put("url", address.url()).put("id", id);
      inner.set("partitionValues", file.add().path("partitionValues"));
      inner.put("size", file.size());
      if (file.add().hasNonNull("stats")) {
        inner.set("stats", file.add().get("stats"));
      }
    }
    if (travelled) {
      inner.put("version", file.version()).put("timestamp", file.timestamp());
    }
    inner.put("expirationTimestamp", address.expires());
    write(line);
  }

  /** Writes the line of a file that tells what changed. */
  void change(DeltaChange change, String idHash, FileAddresses.Signed address) throws IOException {
    ObjectNode line = Json.object();
    ObjectNode inner;
    String id = hash(idHash, change.path());
    if (delta) {
      inner = line.putObject("file").put("id", id).put("size", change.size());
      ObjectNode action = change.action().deepCopy().put("path", address.url());
      inner.putObject("deltaSingleAction").set(change.kind(), action);
    } else {
      inner = line.putObject(change.kind().equals("cdc") ? "cdf" : change.kind());
      inner.put("url", address.url()).put("id", id);
      inner.set("partitionValues", change.action().path("partitionValues"));
      inner.put("size", change.size());
      if (change.action().hasNonNull("stats")) {
        inner.set("stats", change.action().get("stats"));
      }
    }
    inner.put("version", change.version()).put("timestamp", change.timestamp());
    inner.put("expirationTimestamp", address.expires());
    write(line);
  }

  void write(ObjectNode line) throws IOException {
    out.write(line.toString().getBytes(UTF_8));
    out.write('\n');
  }

  private static String hash(String algorithm, String path) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance(algorithm).digest(path.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
