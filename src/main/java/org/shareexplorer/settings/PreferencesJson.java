package org.shareexplorer.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Preferences as JSON text. What is missing or out of range falls back to its default, so that an
 * older or a newer version's file can be read; what is no JSON object is refused.
 */
final class PreferencesJson {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private PreferencesJson() {}

  static String write(Preferences preferences) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("theme", preferences.theme().name().toLowerCase(Locale.ROOT));
    preferences.zone().ifPresent(zone -> root.put("zone", zone.getId()));
    preferences
        .window()
        .ifPresent(place ->
            root.putObject("window")
                .put("x", place.x())
                .put("y", place.y())
                .put("width", place.width())
                .put("height", place.height())
                .put("maximised", place.maximised()));
    root.put("sidebarWidth", preferences.sidebarWidth());
    ArrayNode tabs = root.putArray("tabs");
    for (OpenTab tab : preferences.tabs()) {
      tabs.addObject()
          .put("connection", tab.connection())
          .put("share", tab.share())
          .put("schema", tab.schema())
          .put("table", tab.table());
    }
    root.put("frontTab", preferences.frontTab());
    preferences.cacheBytes().ifPresent(bytes -> root.put("cacheBytes", bytes));
    UpdateWishes updates = preferences.updates();
    ObjectNode wishes = root.putObject("updates").put("allowed", updates.allowed());
    updates.address().ifPresent(address -> wishes.put("address", address));
    updates.skipped().ifPresent(version -> wishes.put("skipped", version));
    updates.asked().ifPresent(time -> wishes.put("asked", time.toString()));
    return root.toPrettyString();
  }

  /** Throws IllegalArgumentException for a text that is no JSON object. */
  static Preferences read(String text) {
    JsonNode root;
    try {
      root = MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON", e);
    }
    if (!root.isObject()) {
      throw new IllegalArgumentException("not a JSON object");
    }
    List<OpenTab> tabs = tabs(root.path("tabs"));
    return new Preferences(
        theme(root.path("theme").asText()),
        zone(root.path("zone").asText()),
        window(root.path("window")),
        Math.clamp(
            root.path("sidebarWidth").asDouble(Preferences.DEFAULT.sidebarWidth()), 180, 800),
        tabs,
        Math.clamp(root.path("frontTab").asInt(-1), -1, tabs.size() - 1),
        root.path("cacheBytes").asLong() > 0
            ? OptionalLong.of(root.path("cacheBytes").asLong())
            : OptionalLong.empty(),
        updates(root.path("updates")));
  }

  private static UpdateWishes updates(JsonNode node) {
    return new UpdateWishes(
        node.path("allowed").asBoolean(),
        text(node.path("address")),
        text(node.path("skipped")),
        text(node.path("asked")).flatMap(PreferencesJson::instant));
  }

  private static Optional<String> text(JsonNode node) {
    return Optional.of(node.asText()).filter(text -> !text.isBlank());
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static ThemeChoice theme(String name) {
    for (ThemeChoice choice : ThemeChoice.values()) {
      if (choice.name().equalsIgnoreCase(name)) {
        return choice;
      }
    }
    return Preferences.DEFAULT.theme();
  }

  private static Optional<ZoneId> zone(String id) {
    try {
      return id.isBlank() ? Optional.empty() : Optional.of(ZoneId.of(id));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<WindowPlace> window(JsonNode node) {
    for (String field : List.of("x", "y", "width", "height")) {
      if (!node.path(field).isNumber()) {
        return Optional.empty();
      }
    }
    return Optional.of(
        new WindowPlace(
            node.path("x").asDouble(),
            node.path("y").asDouble(),
            node.path("width").asDouble(),
            node.path("height").asDouble(),
            node.path("maximised").asBoolean()));
  }

  private static List<OpenTab> tabs(JsonNode array) {
    List<OpenTab> tabs = new ArrayList<>();
    for (JsonNode tab : array) {
      OpenTab open =
          new OpenTab(
              tab.path("connection").asText(),
              tab.path("share").asText(),
              tab.path("schema").asText(),
              tab.path("table").asText());
      if (!open.connection().isEmpty() && !open.table().isEmpty()) {
        tabs.add(open);
      }
    }
    return List.copyOf(tabs);
  }
}
