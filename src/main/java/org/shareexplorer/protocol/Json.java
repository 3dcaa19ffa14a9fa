package org.shareexplorer.protocol;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads servers' JSON leniently: numbers may be texts, and what is of another type is not there.
 */
final class Json {

  static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  static final ObjectReader READER = MAPPER.reader();

  private Json() {}

  static Optional<String> text(JsonNode object, String field) {
    JsonNode node = object.path(field);
    return node.isValueNode() && !node.isNull() ? Optional.of(node.asText()) : Optional.empty();
  }

  /** {@return a text that has at least one character} */
  static Optional<String> words(JsonNode object, String field) {
    return text(object, field).filter(text -> !text.isBlank());
  }

  static OptionalLong number(JsonNode object, String field) {
    JsonNode node = object.path(field);
    if (node.isIntegralNumber() && node.canConvertToLong()) {
      return OptionalLong.of(node.longValue());
    }
    if (node.isTextual() && node.textValue().matches("-?\\d{1,18}")) {
      return OptionalLong.of(Long.parseLong(node.textValue()));
    }
    return OptionalLong.empty();
  }

  static List<String> texts(JsonNode object, String field) {
    List<String> texts = new ArrayList<>();
    for (JsonNode node : object.path(field)) {
      if (node.isTextual()) {
        texts.add(node.textValue());
      }
    }
    return List.copyOf(texts);
  }

  /** {@return an object's fields as text; a null value stands for null} */
  static Map<String, @Nullable String> map(JsonNode object, String field) {
    Map<String, @Nullable String> map = new LinkedHashMap<>();
    object
        .path(field)
        .properties()
        .forEach(entry -> {
          JsonNode value = entry.getValue();
          map.put(
              entry.getKey(),
              value.isNull() ? null : value.isValueNode() ? value.asText() : value.toString());
        });
    return Collections.unmodifiableMap(map);
  }
}
