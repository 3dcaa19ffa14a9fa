package org.shareexplorer.profile;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.shareexplorer.profile.keychain.Protection;

/**
 * A connection as its file has it.
 *
 * @param connection what people see
 * @param created when it was first opened, which gives its place in the list
 */
record StoredConnection(Connection connection, Instant created) {

  private static final JsonMapper MAPPER = new JsonMapper();

  String json() {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("name", connection.name());
    node.put("endpoint", connection.endpoint().toString());
    node.put("kind", connection.kind().name().toLowerCase(Locale.ROOT));
    node.put("protection", connection.protection().id());
    connection.expiration().ifPresent(time -> node.put("expiration", time.toString()));
    node.put("created", created.toString());
    node.put("added", connection.added().toString());
    connection.lastUsed().ifPresent(time -> node.put("lastUsed", time.toString()));
    return node.toPrettyString() + "\n";
  }

  /** {@return what a file's text says, or nothing if it is damaged} */
  static Optional<StoredConnection> parse(ConnectionId id, String json) {
    try {
      JsonNode node = MAPPER.readTree(json);
      Instant added = Instant.parse(node.path("added").asText());
      Instant created = time(node, "created").orElse(added);
      String name = node.path("name").asText();
      URI endpoint = URI.create(node.path("endpoint").asText());
      return name.isBlank() || endpoint.getRawAuthority() == null
          ? Optional.empty()
          : Optional.of(
              new StoredConnection(
                  new Connection(
                      id,
                      name,
                      endpoint,
                      kind(node),
                      protection(node),
                      time(node, "expiration"),
                      added,
                      time(node, "lastUsed")),
                  created));
    } catch (JacksonException | DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> time(JsonNode node, String field) {
    return Optional.ofNullable(node.path(field).textValue()).map(Instant::parse);
  }

  /** Earlier versions knew only tokens. */
  private static CredentialKind kind(JsonNode node) {
    String name = node.path("kind").asText();
    return Arrays.stream(CredentialKind.values())
        .filter(kind -> kind.name().equalsIgnoreCase(name))
        .findFirst()
        .orElse(CredentialKind.BEARER_TOKEN);
  }

  /** Earlier versions knew only private files. */
  private static Protection protection(JsonNode node) {
    String id = node.path("protection").asText();
    return Arrays.stream(Protection.values())
        .filter(protection -> protection.id().equals(id))
        .findFirst()
        .orElse(Protection.PRIVATE_FILE);
  }
}
