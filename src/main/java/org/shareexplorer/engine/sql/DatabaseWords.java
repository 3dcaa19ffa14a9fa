package org.shareexplorer.engine.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.util.Objects;
import java.util.OptionalInt;
import org.shareexplorer.engine.SqlFailure;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;

/**
 * What the database says is wrong, taken apart.
 *
 * @param type its kind of fault, such as {@code Binder}
 * @param message its sentence
 * @param from where in its statement the fault is, in bytes of UTF-8
 * @param length how many bytes; 0 if it does not say
 */
record DatabaseWords(String type, String message, OptionalInt from, int length) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** {@return what a failure says} */
  static DatabaseWords of(SQLException failure) {
    String words = Objects.requireNonNullElse(failure.getMessage(), "");
    int json = words.indexOf('{');
    if (json >= 0) {
      try {
        JsonNode read = JSON.readTree(words.substring(json));
        return of(
            read.path("exception_type").asText(), read.path("exception_message").asText(), read);
      } catch (JsonProcessingException e) {
        // Not all faults come as JSON.
      }
    }
    return new DatabaseWords("", words, OptionalInt.empty(), 0);
  }

  /** {@return what the answer of the parser says} */
  static DatabaseWords ofParser(JsonNode answer) {
    return of(answer.path("error_type").asText(), answer.path("error_message").asText(), answer);
  }

  private static DatabaseWords of(String type, String message, JsonNode read) {
    int from = read.path("position").asInt(-1);
    String[] location = read.path("location").asText("[0,0]").split("[\\[,\\]]", -1);
    int length = location.length > 2 ? Integer.parseInt(location[2].strip()) : 0;
    return new DatabaseWords(
        type, message, from < 0 ? OptionalInt.empty() : OptionalInt.of(from), length);
  }

  /** {@return its sentence, with what it proposes left for {@link #remedy}} */
  String why() {
    if (tooDeep()) {
      return "Too many parts of an expression stand within each other.";
    }
    String first = message.lines().findFirst().orElse("").strip();
    String cut = first.endsWith("!") ? first.substring(0, first.length() - 1) : first;
    return cut.isEmpty() || cut.endsWith(".") ? cut : cut + ".";
  }

  /** {@return what it proposes, if anything} */
  String remedy() {
    if (tooDeep()) {
      return Nesting.REMEDY;
    }
    for (String line : message.lines().toList()) {
      if (line.startsWith("Did you mean")) {
        return line.strip();
      }
      if (line.startsWith("Candidate bindings: ")) {
        return "Did you mean " + line.substring("Candidate bindings: ".length()).strip() + "?";
      }
    }
    return "";
  }

  /** The database proposes a setting, which queries cannot change. */
  private boolean tooDeep() {
    return message.startsWith("Max expression depth limit");
  }

  /** {@return a failure while a query ran, as a problem} */
  static Problem whileRunning(SQLException failure) {
    DatabaseWords words = of(failure);
    Problem known = SqlFailure.problem(new SQLException(words.message));
    if (known.code() == ProblemCode.FILE_DAMAGED) {
      return known;
    }
    return switch (words.type) {
      case "Conversion", "Invalid Input", "Out of Range", "Binder", "Catalog", "Parser", "Syntax" ->
          new Problem(
              ProblemCode.QUESTION,
              "The query was stopped by a value that it cannot work with.",
              words.why(),
              "Leave such rows out with WHERE, or use TRY_CAST or TRY.");
      case "Permission" ->
          new Problem(
              ProblemCode.QUESTION,
              "The query was not run.",
              "It asks for something outside the tables, which queries cannot reach.",
              "Use the tables of your connections only.");
      default ->
          SqlFailure.problem(
              new SQLException(
                  words.type.isEmpty() ? words.message : words.type + " Error: " + words.message));
    };
  }
}
