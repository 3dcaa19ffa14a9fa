package org.shareexplorer.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes a table's head of the lines {@code protocol} and {@code metaData} of either format, and
 * refuses tables that cannot be read rightly. For one answer, on one thread.
 */
final class Heads {

  /** Version 3 is the one that lists its features by name. */
  private static final int NEWEST_READER = 3;

  private static final Set<String> COLUMN_MAPPINGS = Set.of("none", "name", "id");

  private final ServerProblems problems;
  private final String failure;
  private @Nullable JsonNode protocol;
  private @Nullable JsonNode metaData;

  Heads(ServerProblems problems, String failure) {
    this.problems = problems;
    this.failure = failure;
  }

  /** Takes a line's {@code protocol}; the body and not the header tells the format. */
  void protocol(JsonNode node) {
    if (protocol != null) {
      return;
    }
    protocol = node;
    JsonNode inner = inner(node);
    long reader = Json.number(inner, "minReaderVersion").orElse(1);
    if (reader > NEWEST_READER) {
      throw problems.unsupported(
          failure, "It asks for version " + reader + " of the Delta reader protocol.");
    }
    ReaderFeatures.unknown(Json.texts(inner, "readerFeatures"))
        .ifPresent(feature -> {
          throw problems.unsupported(
              failure,
              "It uses the table feature " + feature + ", which Share Explorer cannot read yet.");
        });
  }

  /** Takes a line's {@code metaData}. */
  void metaData(JsonNode node) {
    if (metaData != null) {
      return;
    }
    metaData = node;
    JsonNode inner = node.path("deltaMetadata").isObject() ? node.path("deltaMetadata") : node;
    if (AccessModes.folderOnly(node)) {
      throw AccessModes.refusal(problems, failure);
    }
    String provider = Json.words(inner.path("format"), "provider").orElse("parquet");
    if (!provider.equalsIgnoreCase("parquet")) {
      throw problems.unsupported(failure, "Its files are of the format " + provider + ".");
    }
    String mapping =
        Json.words(inner.path("configuration"), "delta.columnMapping.mode").orElse("none");
    if (!COLUMN_MAPPINGS.contains(mapping.toLowerCase(Locale.ROOT))) {
      throw problems.unsupported(
          failure,
          "It uses the column mapping " + mapping + ", which Share Explorer cannot read yet.");
    }
  }

  /** {@return whether both lines have come} */
  boolean complete() {
    return protocol != null && metaData != null;
  }

  /**
   * {@return the head}
   *
   * @param headerVersion the version that the answer's header says
   */
  TableHead head(OptionalLong headerVersion) {
    JsonNode first = protocol;
    JsonNode second = metaData;
    if (first == null || second == null) {
      throw problems.answer(
          failure,
          "The server's answer lacks the line "
              + (first == null ? "protocol" : "metaData")
              + " that the protocol asks for.",
          "");
    }
    boolean delta = second.path("deltaMetadata").isObject();
    JsonNode inner = delta ? second.path("deltaMetadata") : second;
    OptionalLong version =
        headerVersion.isPresent() ? headerVersion : Json.number(second, "version");
    if (version.isEmpty()) {
      throw problems.answer(
          failure, "The server does not say which version of the table it sends.", "");
    }
    String schema =
        Json.words(inner, "schemaString")
            .orElseThrow(() -> problems.answer(failure, "The server sends no schema.", ""));
    Set<String> features = new LinkedHashSet<>(Json.texts(inner(first), "readerFeatures"));
    return new TableHead(
        version.getAsLong(),
        delta || first.path("deltaProtocol").isObject()
            ? ResponseFormat.DELTA
            : ResponseFormat.PARQUET,
        (int) Json.number(inner(first), "minReaderVersion").orElse(1),
        Collections.unmodifiableSet(features),
        Json.text(inner, "id").orElse(""),
        Json.words(inner, "name"),
        Json.words(inner, "description"),
        schema,
        Json.texts(inner, "partitionColumns"),
        configuration(inner),
        Json.number(second, "size"),
        Json.number(second, "numFiles"),
        OptionalLong.empty());
  }

  private static Map<String, String> configuration(JsonNode inner) {
    Map<String, String> configuration = new TreeMap<>();
    Json.map(inner, "configuration")
        .forEach((key, value) -> {
          if (value != null) {
            configuration.put(key, value);
          }
        });
    return Collections.unmodifiableMap(configuration);
  }

  private static JsonNode inner(JsonNode protocolLine) {
    JsonNode delta = protocolLine.path("deltaProtocol");
    return delta.isObject() ? delta : protocolLine;
  }

  /** {@return the version that a header's text says} */
  static OptionalLong version(Optional<String> header) {
    String text = header.orElse("").strip();
    return text.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
  }
}
