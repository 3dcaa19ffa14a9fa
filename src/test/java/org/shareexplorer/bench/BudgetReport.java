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
 * What came of all that can be done with a hostile table, in Markdown.
 *
 * @param table its name
 * @param outcomes the last outcome of each action, as {@link BudgetRun} printed it
 */
record BudgetReport(String table, Map<String, JsonNode> outcomes) {

  private static final int LONGEST = 160;

  /** Reads what runs have left behind: of an action that ran twice, the last outcome. */
  static BudgetReport of(String table, Path outcomes) throws IOException {
    Map<String, JsonNode> last = new LinkedHashMap<>();
    JsonMapper json = new JsonMapper();
    for (String line : Files.readAllLines(outcomes)) {
      JsonNode outcome = json.readTree(line);
      if (outcome.path("table").asText().equals(table)) {
        last.put(outcome.path("action").asText(), outcome);
      }
    }
    return new BudgetReport(table, last);
  }

  String id() {
    return "budget-" + table;
  }

  String text() {
    StringBuilder text = new StringBuilder();
    text.append("### Budgets: ").append(HostileTables.about(table)).append("\n\n");
    text.append("| action | seconds | peak heap, MiB | peak process, MiB | outcome |\n");
    text.append("|---|--:|--:|--:|---|\n");
    outcomes.forEach((action, outcome) ->
        text.append(
            String.format(
                Locale.ROOT,
                "| %s | %.1f | %d | %d | %s |%n",
                action,
                outcome.path("seconds").asDouble(),
                outcome.path("heap").asLong(),
                outcome.path("process").asLong(),
                came(outcome.path("kind").asText(), outcome.path("said").asText()))));
    return text.toString();
  }

  /** An answer's words are of no interest here; those of a problem are. */
  private static String came(String kind, String said) {
    if (kind.equals("answer")) {
      return "answer";
    }
    String words = said.replace("|", "\\|").replaceAll("127\\.0\\.0\\.1:\\d+", "The server");
    return kind + ": " + (words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "…");
  }
}
