package org.shareexplorer.protocol;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Progress;

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
  private long lineCount;
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
   * @param in the body, which stays the caller's to close
   * @param version what the header says of the table's version
   * @param endPromised whether the header promises a last line of its own
   * @param lines gets the files
   * @throws IOException if the answer breaks off
   */
  Read read(
      InputStream in,
      OptionalLong version,
      boolean endPromised,
      SharingClient.FileLines lines,
      Job job)
      throws IOException {
    BoundedLines body = new BoundedLines(in, LONGEST_LINE);
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
      take(line.get(), version, lines, job);
    }
    checkEnd(endPromised);
    return new Read(heads.head(version), end.flatMap(node -> Json.words(node, "nextPageToken")));
  }

  private void take(byte[] line, OptionalLong version, SharingClient.FileLines lines, Job job)
      throws IOException {
    lineCount++;
    JsonNode node;
    try {
      node = Json.READER.readTree(line);
    } catch (JsonEOFException e) {
      throw new EOFException("the answer ends in the middle of a line");
    } catch (JacksonException e) {
      throw notJson(line, e);
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
        if (fileCount == 0) {
          lines.head(heads.head(version));
        }
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

  private void checkEnd(boolean promised) throws EOFException {
    if (end.isEmpty()) {
      if (promised) {
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
