package org.shareexplorer.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Progress;
import org.shareexplorer.net.HttpAnswer;

/**
 * Reads one answer about a table, line by line (protocol, "API Response Format"). Lines and keys
 * that are not known are passed over. For one thread.
 */
final class TableAnswer {

  /** What stood in the answer. */
  sealed interface Answered {}

  /**
   * A page of files, all of them handed on.
   *
   * @param head what stood before the files
   * @param next the token of the next page, if there is one
   */
  record Page(TableHead head, Optional<String> next) implements Answered {}

  /**
   * Word that the answer is being prepared (protocol, "Get Query Info").
   *
   * @param query what the server calls it
   */
  record Pending(String query) implements Answered {}

  private final ServerProblems problems;
  private final String failure;
  private final Heads heads;
  private final FileLineParser files;
  private final AnswerLines answer;
  private long fileCount;

  /** The latest version that a file is said to be of, and its time. */
  private OptionalLong version = OptionalLong.empty();

  private OptionalLong timestamp = OptionalLong.empty();

  TableAnswer(ServerProblems problems, String failure) {
    this.problems = problems;
    this.failure = failure;
    this.heads = new Heads(problems, failure);
    this.files = new FileLineParser(problems, failure);
    this.answer = new AnswerLines(problems, failure);
  }

  /** {@return how many file lines were handed on so far} */
  long fileCount() {
    return fileCount;
  }

  /** Reads an answer to its end; see the other form. */
  Answered read(HttpAnswer answer, SharingClient.FileLines lines, Job job) throws IOException {
    return read(
        answer.body(),
        Heads.version(answer.header("delta-table-version")),
        Capabilities.promisesEnd(answer.header(Capabilities.HEADER).orElse("")),
        lines,
        job);
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
  Answered read(
      InputStream in,
      OptionalLong version,
      boolean endPromised,
      SharingClient.FileLines lines,
      Job job)
      throws IOException {
    Optional<String> next = answer.read(in, endPromised, line -> take(line, version, lines, job));
    return answer.pending().isPresent()
        ? new Pending(answer.pending().get())
        : new Page(dated(heads.head(version)), next);
  }

  private TableHead dated(TableHead head) {
    return version.isPresent() && version.getAsLong() == head.version()
        ? head.madeAt(timestamp)
        : head;
  }

  /** Reads an answer that cannot be prepared later. */
  Page page(HttpAnswer answer, SharingClient.FileLines lines, Job job) throws IOException {
    return read(answer, lines, job) instanceof Page page
        ? page
        : new Page(heads.head(OptionalLong.empty()), Optional.empty());
  }

  private void date(JsonNode file) {
    OptionalLong of = Json.number(file, "version");
    if (of.isPresent() && of.getAsLong() >= version.orElse(0)) {
      version = of;
      timestamp = Json.number(file, "timestamp");
    }
  }

  private void take(JsonNode node, OptionalLong version, SharingClient.FileLines lines, Job job) {
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
        date(node.path("file"));
        lines.accept(file.get());
        if (fileCount % 500 == 0) {
          job.check();
          job.progress(Progress.of("Listing files, " + fileCount + " so far"));
        }
      }
    }
  }
}
