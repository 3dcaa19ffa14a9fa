package org.shareexplorer.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.shareexplorer.recorded.PromptSockets;

/**
 * Shares one Delta table over HTTP in the response format that it is told to use, as the sharing
 * protocol says. Like the official server, it refuses a client that does not announce every feature
 * of the table.
 */
final class DeltaFolderServer implements AutoCloseable {

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d+)");
  private static final Pattern FEATURES = Pattern.compile("readerfeatures=([^;]*)");

  private final MockWebServer server = new MockWebServer();
  private final DeltaFolder table;
  private final boolean delta;
  private volatile String sameId = "";

  DeltaFolderServer(DeltaFolder table, boolean delta) throws IOException {
    this.table = table;
    this.delta = delta;
    server.setServerSocketFactory(new PromptSockets());
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return answer(request);
          }
        });
    server.start();
  }

  /** Calls all files the same, as one known server does. */
  DeltaFolderServer callingAllFiles(String id) {
    sameId = id;
    return this;
  }

  /** {@return whether the format without features can express the table} */
  static boolean plain(DeltaFolder table) {
    return table.protocol().path("minReaderVersion").asInt() == 1;
  }

  String profileJson() {
    return "{\"shareCredentialsVersion\":1,\"endpoint\":\"%s\",\"bearerToken\":\"t\"}"
        .formatted(origin());
  }

  private String origin() {
    return "http://127.0.0.1:" + server.getPort();
  }

  private MockResponse answer(RecordedRequest request) {
    String target = request.getTarget();
    if (target.startsWith("/files/")) {
      return file(request, URLDecoder.decode(target.substring(7), StandardCharsets.UTF_8));
    }
    if (!"Bearer t".equals(request.getHeaders().get("Authorization"))) {
      return plain(401, "Unauthorized");
    }
    String said =
        Objects.requireNonNullElse(request.getHeaders().get("delta-sharing-capabilities"), "")
            .toLowerCase(Locale.ROOT);
    Set<String> missing = new HashSet<>(needed());
    Matcher features = FEATURES.matcher(said);
    if (features.find()) {
      missing.removeAll(List.of(features.group(1).split(",", -1)));
    }
    if (!missing.isEmpty()) {
      return plain(400, "Unsupported Delta Table Properties: " + missing);
    }
    boolean files = target.contains("/query");
    if (!files && !target.contains("/metadata")) {
      return plain(404, "Not Found");
    }
    return new MockResponse.Builder()
        .addHeader("Delta-Table-Version", table.version())
        .addHeader("Delta-Sharing-Capabilities", "responseformat=" + (delta ? "delta" : "parquet"))
        .addHeader("Content-Type", "application/x-ndjson; charset=utf-8")
        .body(lines(files))
        .build();
  }

  private Set<String> needed() {
    Set<String> needed = new HashSet<>();
    table
        .protocol()
        .path("readerFeatures")
        .forEach(feature -> needed.add(feature.textValue().toLowerCase(Locale.ROOT)));
    if (table.protocol().path("minReaderVersion").asInt() == 2) {
      needed.add("columnmapping");
    }
    return needed;
  }

  private String lines(boolean files) {
    StringBuilder lines = new StringBuilder();
    ObjectNode protocol = MAPPER.createObjectNode();
    ObjectNode metaData = MAPPER.createObjectNode();
    if (delta) {
      protocol.putObject("protocol").set("deltaProtocol", table.protocol());
      metaData.putObject("metaData").set("deltaMetadata", table.metaData());
    } else {
      protocol.putObject("protocol").put("minReaderVersion", 1);
      metaData.set("metaData", table.metaData());
    }
    lines.append(protocol).append('\n').append(metaData).append('\n');
    if (files) {
      table.adds().forEach(add -> lines.append(line(add)).append('\n'));
    }
    return lines.toString();
  }

  private ObjectNode line(JsonNode add) {
    String path = add.get("path").textValue();
    ObjectNode line = MAPPER.createObjectNode();
    ObjectNode file = line.putObject("file");
    file.put("id", sameId.isEmpty() ? Integer.toHexString(path.hashCode()) : sameId);
    file.put("expirationTimestamp", 4102444800000L);
    if (!delta) {
      file.put("url", address(decoded(path)));
      for (String key : List.of("partitionValues", "size", "stats")) {
        if (add.has(key)) {
          file.set(key, add.get(key));
        }
      }
      return line;
    }
    ObjectNode signed = add.deepCopy();
    signed.put("path", address(decoded(path)));
    if (signed.path("deletionVector").path("storageType").asText().equals("u")) {
      ObjectNode vector = (ObjectNode) signed.get("deletionVector");
      vector.put("storageType", "p");
      String place = DeltaFolder.vectorPath(vector.get("pathOrInlineDv").textValue());
      vector.put("pathOrInlineDv", address(place));
    }
    file.putObject("deltaSingleAction").set("add", signed);
    return line;
  }

  /** Paths in the log are parts of addresses, in which a plus stands for itself. */
  private static String decoded(String path) {
    return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private String address(String path) {
    return origin() + "/files/" + URLEncoder.encode(path, StandardCharsets.UTF_8);
  }

  private MockResponse file(RecordedRequest request, String path) {
    byte[] bytes = table.file(path);
    if (bytes == null) {
      return plain(404, "NoSuchKey");
    }
    Matcher range =
        RANGE.matcher(Objects.requireNonNullElse(request.getHeaders().get("Range"), ""));
    if (!range.matches()) {
      return new MockResponse.Builder().body(new Buffer().write(bytes)).build();
    }
    int first = Integer.parseInt(range.group(1));
    int last = Math.min(Integer.parseInt(range.group(2)), bytes.length - 1);
    return new MockResponse.Builder()
        .code(206)
        .setHeader("Content-Range", "bytes " + first + "-" + last + "/" + bytes.length)
        .body(new Buffer().write(Arrays.copyOfRange(bytes, first, last + 1)))
        .build();
  }

  private static MockResponse plain(int status, String body) {
    return new MockResponse.Builder().code(status).body(body).build();
  }

  @Override
  public void close() {
    server.close();
  }
}
