package org.shareexplorer.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How long cancelling takes with a hostile table, in Markdown.
 *
 * @param table its name
 * @param outcomes the last outcome of each action, as {@link CancelRun} printed it
 */
record CancelReport(String table, Map<String, JsonNode> outcomes) {

  static CancelReport of(String table, Path outcomes) throws IOException {
    Map<String, JsonNode> last = new LinkedHashMap<>();
    JsonMapper json = new JsonMapper();
    for (String line : Files.readAllLines(outcomes)) {
      JsonNode outcome = json.readTree(line);
      if (outcome.path("table").asText().equals(table) && outcome.path("times").asInt() > 0) {
        last.put(outcome.path("action").asText(), outcome);
      }
    }
    return new CancelReport(table, last);
  }

  String id() {
    return "cancel-" + table;
  }

  String text() {
    StringBuilder text = new StringBuilder();
    text.append("### Cancelled: ").append(HostileTables.about(table)).append("\n\n");
    text.append("| action | times | free after, ms | next answer after, ms | ended after, ms |\n");
    text.append("|---|--:|--:|--:|--:|\n");
    outcomes.forEach((action, outcome) ->
        text.append(
            String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d%s |%n",
                action,
                outcome.path("times").asLong(),
                outcome.path("free").asLong(),
                outcome.path("next").asLong(),
                outcome.path("end").asLong(),
                outcome.path("end").asLong() > 1_000
                    ? " (" + outcome.path("at").asText() + ")"
                    : "")));
    return text.toString();
  }
}
