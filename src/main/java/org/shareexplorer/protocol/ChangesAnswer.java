package org.shareexplorer.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Progress;
import org.shareexplorer.protocol.ChangeLine.Kind;

/**
 * Reads one page of a change feed (protocol, "Read Change Data Feed from a Table"). Lines and keys
 * that are not known are passed over. For one thread.
 */
final class ChangesAnswer {

  private final ServerProblems problems;
  private final String failure;
  private final AnswerLines answer;
  private final FileLineParser files;
  private final OptionalLong version;
  private final List<TableHead> heads = new ArrayList<>();
  private Optional<JsonNode> protocol = Optional.empty();
  private long lineCount;

  /**
   * What stood in the answer.
   *
   * @param heads the table's heads, in the answer's order
   * @param next the token of the next page, if there is one
   */
  record Read(List<TableHead> heads, Optional<String> next) {}

  /**
   * @param version the version of a head that does not say its own
   */
  ChangesAnswer(ServerProblems problems, String failure, OptionalLong version) {
    this.problems = problems;
    this.failure = failure;
    this.version = version;
    this.answer = new AnswerLines(problems, failure);
    this.files = new FileLineParser(problems, failure);
  }

  /** {@return how many lines were handed on so far} */
  long lineCount() {
    return lineCount;
  }

  /**
   * Reads the page to its end.
   *
   * @throws IOException if it breaks off
   */
  Read read(InputStream in, boolean endPromised, SharingClient.ChangeLines lines, Job job)
      throws IOException {
    Optional<String> next = answer.read(in, endPromised, line -> take(line, lines, job));
    if (heads.isEmpty()) {
      throw lacks(protocol.isEmpty() ? "protocol" : "metaData");
    }
    return new Read(List.copyOf(heads), next);
  }

  private void take(JsonNode line, SharingClient.ChangeLines lines, Job job) {
    if (line.path("protocol").isObject()) {
      protocol = Optional.of(line.path("protocol"));
    } else if (line.path("metaData").isObject()) {
      heads.add(head(line.path("metaData")));
    } else {
      change(line)
          .ifPresent(change -> {
            lineCount++;
            lines.accept(change);
            if (lineCount % 500 == 0) {
              job.check();
              job.progress(Progress.of("Listing changes, " + lineCount + " files so far"));
            }
          });
    }
  }

  private TableHead head(JsonNode metaData) {
    Heads head = new Heads(problems, failure);
    head.protocol(protocol.orElseThrow(() -> lacks("protocol")));
    head.metaData(metaData);
    OptionalLong own = Json.number(metaData, "version");
    return head.head(own.isPresent() ? own : version);
  }

  private Optional<ChangeLine> change(JsonNode line) {
    for (Kind kind : Kind.values()) {
      JsonNode flat = line.path(flat(kind));
      if (flat.isObject()) {
        return Optional.of(change(kind, flat, flat, "url"));
      }
      JsonNode wrapped = line.path("file").path("deltaSingleAction").path(inLog(kind));
      if (wrapped.isObject()) {
        return Optional.of(change(kind, line.path("file"), wrapped, "path"));
      }
    }
    return Optional.empty();
  }

  private ChangeLine change(Kind kind, JsonNode outer, JsonNode inner, String address) {
    if (heads.isEmpty()) {
      throw problems.answer(
          failure, "The server's answer begins with files, not with the table's head.", "");
    }
    OptionalLong made = Json.number(outer, "version");
    if (made.isEmpty()) {
      throw problems.answer(
          failure, "The server lists a change without the version that made it.", "");
    }
    return new ChangeLine(
        kind,
        made.getAsLong(),
        Json.number(outer, "timestamp"),
        files.parse(outer, inner, address));
  }

  private static String flat(Kind kind) {
    return kind == Kind.CHANGED_ROWS ? "cdf" : inLog(kind);
  }

  private static String inLog(Kind kind) {
    return switch (kind) {
      case ADD -> "add";
      case REMOVE -> "remove";
      case CHANGED_ROWS -> "cdc";
    };
  }

  private RuntimeException lacks(String line) {
    return problems.answer(
        failure, "The server's answer lacks the line " + line + " that the protocol asks for.", "");
  }
}
