package org.shareexplorer.protocol;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Progress;
import org.shareexplorer.net.HttpAnswer;

/**
 * Reads one answer about a table, line by line (protocol, "API Response Format"). Lines and keys
 * that are not known are passed over. For one thread.
 */
final class TableAnswer {

  /** The longest line taken, in bytes: schemas of thousands of columns have some megabytes. */
  private static final int LONGEST_LINE = 64 << 20;

  /**
   * What stood in the answer.
   *
   * @param head what stood before the files
   * @param next the token of the next page, if there is one
   */
  record Read(TableHead head, Optional<String> next) {}

  private final ServerProblems problems;
  private final String failure;
  private final Heads heads;
  private final FileLineParser files;
  private long fileCount;
  private Optional<JsonNode> end = Optional.empty();

  TableAnswer(ServerProblems problems, String failure) {
    this.problems = problems;
    this.failure = failure;
    this.heads = new Heads(problems, failure);
    this.files = new FileLineParser(problems, failure);
  }

  /** {@return how many file lines were handed on so far} */
  long fileCount() {
    return fileCount;
  }

  /**
   * Reads the answer to its end.
   *
   * @param lines gets the files
   * @throws IOException if the answer breaks off
   */
  Read read(HttpAnswer answer, SharingClient.FileLines lines, Job job) throws IOException {
    BoundedLines body = new BoundedLines(answer.body(), LONGEST_LINE);
    while (true) {
      Optional<byte[]> line;
      try {
        line = body.next();
      } catch (BoundedLines.TooLong e) {
        throw problems.answer(failure, "A line of the server's answer is far too long.", "");
      }
      if (line.isEmpty()) {
        break;
      }
      take(line.get(), lines, job);
    }
    checkEnd(answer);
    return new Read(
        heads.head(Heads.version(answer.header("delta-table-version"))),
        end.flatMap(node -> Json.words(node, "nextPageToken")));
  }

  private void take(byte[] line, SharingClient.FileLines lines, Job job) throws IOException {
    JsonNode node;
    try {
      node = Json.READER.readTree(line);
    } catch (JsonEOFException e) {
      throw new EOFException("the answer ends in the middle of a line");
    } catch (JacksonException e) {
      throw notJson(line);
    }
    if (node.path("protocol").isObject()) {
      heads.protocol(node.path("protocol"));
    } else if (node.path("metaData").isObject()) {
      heads.metaData(node.path("metaData"));
    } else if (node.path("file").isObject()) {
      if (!heads.complete()) {
        throw problems.answer(
            failure, "The server's answer begins with files, not with the table's head.", "");
      }
      Optional<FileLine> file = files.parse(node.path("file"));
      if (file.isPresent()) {
        fileCount++;
        lines.accept(file.get());
        if (fileCount % 500 == 0) {
          job.check();
          job.progress(Progress.of("Listing files, " + fileCount + " so far"));
        }
      }
    } else if (node.path("endStreamAction").isObject()) {
      end = Optional.of(node.path("endStreamAction"));
    }
  }

  private RuntimeException notJson(byte[] line) {
    String text = new String(line, 0, Math.min(line.length, 300), StandardCharsets.UTF_8);
    return text.stripLeading().startsWith("<")
        ? problems.webPage(failure, text)
        : problems.answer(
            failure, "A line of the server's answer is not JSON.", "The line begins: " + text);
  }

  private void checkEnd(HttpAnswer answer) throws EOFException {
    if (end.isEmpty()) {
      if (Capabilities.promisesEnd(answer.header(Capabilities.HEADER).orElse(""))) {
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
