package org.shareexplorer.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.protocol.FileLine.DeletionVectorLine;

/** Makes file lines of the lines {@code file} of either format. */
final class FileLineParser {

  private final ServerProblems problems;
  private final String failure;

  FileLineParser(ServerProblems problems, String failure) {
    this.problems = problems;
    this.failure = failure;
  }

  /** {@return the file of a line; empty if the line only says that a file is gone} */
  Optional<FileLine> parse(JsonNode node) {
    JsonNode action = node.path("deltaSingleAction");
    boolean delta = action.isObject();
    JsonNode add = delta ? action.path("add") : node;
    if (delta && !add.isObject()) {
      return Optional.empty();
    }
    return Optional.of(parse(node, add, delta ? "path" : "url"));
  }

  /**
   * {@return the file of an action}
   *
   * @param node what says the file's id
   * @param add what says all else, the same or in it
   * @param place the field with the file's address
   */
  FileLine parse(JsonNode node, JsonNode add, String place) {
    SignedAddress address =
        new SignedAddress(Json.words(add, place).orElseThrow(() -> lacks(place)));
    long size =
        Json.number(add, "size")
            .orElseGet(() -> Json.number(node, "size").orElseThrow(() -> lacks("size")));
    return new FileLine(
        Json.words(node, "id").orElseGet(address::toString),
        address,
        size,
        Json.map(add, "partitionValues"),
        stats(add.path("stats")),
        Json.number(node, "expirationTimestamp").orElse(Long.MAX_VALUE),
        vector(add.path("deletionVector")));
  }

  /** Statistics are JSON in a text, but for some servers, which send the JSON itself. */
  private static Optional<String> stats(JsonNode node) {
    if (node.isTextual()) {
      return Optional.of(node.textValue()).filter(text -> !text.isBlank());
    }
    return node.isObject() ? Optional.of(node.toString()) : Optional.empty();
  }

  private Optional<DeletionVectorLine> vector(JsonNode node) {
    if (!node.isObject()) {
      return Optional.empty();
    }
    String type = Json.words(node, "storageType").orElseThrow(() -> lacks("storageType"));
    String place = Json.words(node, "pathOrInlineDv").orElseThrow(() -> lacks("pathOrInlineDv"));
    boolean inline = type.equals("i");
    if (!inline && !type.equals("p")) {
      throw problems.unsupported(
          failure,
          "Some of its rows are deleted, and the server does not say in a form that can be read"
              + " which ones (deletion vectors of the storage type "
              + type
              + ").");
    }
    long cardinality = Json.number(node, "cardinality").orElse(-1);
    if (cardinality < 0) {
      throw lacks("cardinality");
    }
    return Optional.of(
        new DeletionVectorLine(
            type,
            inline ? Optional.of(place) : Optional.empty(),
            inline ? Optional.empty() : Optional.of(new SignedAddress(place)),
            number(node, "offset", 0),
            number(node, "sizeInBytes", -1),
            cardinality));
  }

  private int number(JsonNode node, String field, int otherwise) {
    long value = Json.number(node, field).orElse(otherwise);
    if (value < 0 || value > Integer.MAX_VALUE) {
      throw lacks(field);
    }
    return (int) value;
  }

  private ProblemException lacks(String field) {
    return problems.answer(failure, "The server lists a file without its " + field + ".", "");
  }
}
