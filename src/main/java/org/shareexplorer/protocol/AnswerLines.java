package org.shareexplorer.protocol;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads an answer line by line: one JSON object each, an end action last where one was promised
 * (protocol, "API Response Format"). For one answer, on one thread.
 */
final class AnswerLines {

  /** The longest line taken, in bytes: schemas of thousands of columns have some megabytes. */
  private static final int LONGEST_LINE = 16 << 20;

  private final ServerProblems problems;
  private final String failure;
  private long lineCount;
  private Optional<JsonNode> end = Optional.empty();
  private Optional<String> pending = Optional.empty();

  AnswerLines(ServerProblems problems, String failure) {
    this.problems = problems;
    this.failure = failure;
  }

  /** {@return what the server calls the answer that it is still preparing, if this is none} */
  Optional<String> pending() {
    return pending;
  }

  /** Takes every line but the end action, and word of an answer to come. */
  @FunctionalInterface
  interface Taker {
    void take(JsonNode line);
  }

  /**
   * Reads the answer to its end.
   *
   * @param in the body, which stays the caller's to close
   * @param endPromised whether the header promises an end action
   * @return the token of the next page, if there is one
   * @throws IOException if the answer breaks off
   */
  Optional<String> read(InputStream in, boolean endPromised, Taker taker) throws IOException {
    BoundedLines body = new BoundedLines(in, LONGEST_LINE);
    for (Optional<byte[]> line = next(body); line.isPresent(); line = next(body)) {
      lineCount++;
      JsonNode node = parsed(line.get());
      if (node.path("endStreamAction").isObject()) {
        end = Optional.of(node.path("endStreamAction"));
      } else if (node.path("queryStatus").isObject()) {
        status(node.path("queryStatus"));
      } else {
        taker.take(node);
      }
    }
    checkEnd(endPromised);
    return end.flatMap(node -> Json.words(node, "nextPageToken"));
  }

  private Optional<byte[]> next(BoundedLines body) throws IOException {
    try {
      return body.next();
    } catch (BoundedLines.TooLong e) {
      throw problems.answer(failure, "A line of the server's answer is far too long.", "");
    }
  }

  private JsonNode parsed(byte[] line) throws IOException {
    try {
      return Json.READER.readTree(line);
    } catch (JsonEOFException e) {
      throw new EOFException("the answer ends in the middle of a line");
    } catch (JacksonException e) {
      throw notJson(line, e);
    }
  }

  /** Quotes nothing but a web page: most lines hold signed addresses. */
  private RuntimeException notJson(byte[] line, JacksonException fault) {
    String text = new String(line, 0, Math.min(line.length, 300), StandardCharsets.UTF_8);
    if (text.stripLeading().startsWith("<")) {
      return problems.webPage(failure, text);
    }
    long column = fault.getLocation() == null ? 0 : fault.getLocation().getColumnNr();
    return problems.answer(
        failure,
        "A line of the server's answer is not JSON.",
        "Line " + lineCount + " of " + line.length + " bytes, at character " + column + ".");
  }

  /** Servers that are still at it need not say so, but must say what to ask for. */
  private void status(JsonNode status) {
    if (Json.text(status, "status").orElse("").equalsIgnoreCase("failed")) {
      throw problems.failedMidway(
          failure,
          Json.words(status, "errorMessage")
              .or(() -> Json.words(status, "message"))
              .or(() -> Json.words(status, "error"))
              .orElse("queryStatus: failed"));
    }
    pending =
        Optional.of(
            Json.words(status, "queryId")
                .orElseThrow(() ->
                    problems.answer(
                        failure, "The server prepares an answer without saying which.", "")));
  }

  private void checkEnd(boolean promised) throws EOFException {
    if (end.isEmpty()) {
      if (promised && pending.isEmpty()) {
        throw new EOFException("the answer lacks the last line that it promised");
      }
      return;
    }
    Json.words(end.get(), "errorMessage")
        .ifPresent(message -> {
          throw problems.failedMidway(failure, message);
        });
  }
}
