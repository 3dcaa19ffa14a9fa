package org.shareexplorer.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shareexplorer.job.Job;
import org.shareexplorer.net.HttpAnswer;
import org.shareexplorer.net.HttpRequest;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;

/**
 * One query for a table's files (protocol, "Read Data from a Table"), page by page. A server that
 * does not manage to answer while the connection is held open is asked to prepare its answer in its
 * own time (protocol, "asyncQuery"), and then now and again for the answer ("Get Query Info"). For
 * one thread.
 */
final class QueryCall {

  private static final int REQUEST_TIMEOUT = 408;
  private static final int GATEWAY_TIMEOUT = 504;

  private final Paths paths;
  private final Api api;
  private final Preparing preparing;
  private final TableName table;
  private final TableQuery query;
  private final SharingClient.FileLines lines;
  private final Job job;
  private final Api.Ask ask;

  /** By this the server knows that a question sent again is the same one. */
  private final String key = UUID.randomUUID().toString();

  private boolean inItsOwnTime;

  /** Whether the first page has come. */
  private boolean begun;

  /** What the server calls the answer that it is preparing, or has prepared. */
  private Optional<String> prepared = Optional.empty();

  QueryCall(
      Paths paths,
      Api api,
      Preparing preparing,
      TableName table,
      TableQuery query,
      SharingClient.FileLines lines,
      Job job) {
    this.paths = paths;
    this.api = api;
    this.preparing = preparing;
    this.table = table;
    this.query = query;
    this.lines = lines;
    this.job = job;
    this.ask =
        new Api.Ask(
            "POST",
            paths.table(table) + "/query",
            Capabilities.QUERY,
            Optional.empty(),
            "The table " + table.text() + " could not be opened.",
            "table " + table.text(),
            HttpRequest.Care.USUAL);
  }

  /** {@return the sentence that says what failed, if it fails} */
  String failure() {
    return ask.failure();
  }

  /** Asks for all pages. */
  TableHead all() {
    return Beginnings.of(this::pages, lines::restart, job);
  }

  /**
   * Servers send all files at once unless asked otherwise; those that do not, say where it goes on.
   */
  private TableHead pages() {
    prepared = Optional.empty();
    begun = false;
    Set<String> seen = new HashSet<>();
    TableAnswer.Page page = first();
    begun = true;
    TableHead head = page.head();
    while (page.next().isPresent()) {
      if (!seen.add(page.next().get())) {
        throw api.problems()
            .answer(ask.failure(), "The server's pages go round in a circle.", "nextPageToken");
      }
      page = page(page.next());
      if (page.head().version() != head.version()
          || !page.head().schemaString().equals(head.schemaString())) {
        throw api.problems()
            .answer(ask.failure(), "The table changed while its files were being listed.", "");
      }
      if (page.head().timestamp().isPresent()) {
        head = page.head();
      }
    }
    return head;
  }

  private TableAnswer.Page first() {
    try {
      return page(Optional.empty());
    } catch (TooSlow e) {
      return inItsOwnTime(e.problem);
    } catch (ProblemException e) {
      if (!inItsOwnTime && silent(e)) {
        return inItsOwnTime(e);
      }
      throw e;
    }
  }

  private TableAnswer.Page inItsOwnTime(ProblemException tooSlow) {
    inItsOwnTime = true;
    try {
      return page(Optional.empty());
    } catch (ProblemException e) {
      // A server that knows nothing of it need not say so kindly.
      throw e.problem().code() == ProblemCode.SERVER_REJECTED ? tooSlow : e;
    }
  }

  /** Connected, and then nothing came. */
  private static boolean silent(ProblemException e) {
    return e.problem().code() == ProblemCode.NETWORK_TIMEOUT
        && e.getCause() instanceof SocketTimeoutException fault
        && !String.valueOf(fault.getMessage()).toLowerCase(Locale.ROOT).contains("connect");
  }

  private TableAnswer.Page page(Optional<String> token) {
    Preparing.Pauses pauses = preparing.pauses();
    while (true) {
      switch (answer(token)) {
        case TableAnswer.Page page -> {
          return page;
        }
        case TableAnswer.Pending(String id) -> {
          prepared = Optional.of(id);
          if (!pauses.pause(api.problems().host(), job)) {
            throw api.problems().neverReady(ask.failure());
          }
        }
      }
    }
  }

  private TableAnswer.Answered answer(Optional<String> token) {
    Api.Ask next =
        prepared
            .map(id -> ask.withMethod("POST", paths.query(table, id)).withBody(turned(token)))
            .orElseGet(() ->
                (inItsOwnTime ? ask.withCapabilities(Capabilities.QUERY_LATER) : ask)
                    .withBody(body(token)));
    return api.any(
        next,
        job,
        answer -> {
          check(next, answer);
          TableAnswer reading = new TableAnswer(api.problems(), ask.failure());
          try {
            return reading.read(answer, lines, job);
          } catch (IOException e) {
            // As long as no line was handed on, the request can simply be sent again.
            if (reading.fileCount() == 0) {
              throw e;
            }
            throw new Beginnings.BrokenOff(
                api.problems().brokenOff(ask.failure(), reading.fileCount()));
          }
        });
  }

  private void check(Api.Ask next, HttpAnswer answer) throws IOException {
    if (prepared.isPresent() && (answer.status() == 404 || answer.status() == 410)) {
      throw api.problems().forgotten(ask.failure(), answer.status());
    }
    try {
      api.check(next, answer);
    } catch (ProblemException e) {
      boolean gaveUp = answer.status() == GATEWAY_TIMEOUT || answer.status() == REQUEST_TIMEOUT;
      throw gaveUp && !inItsOwnTime && !begun ? new TooSlow(e) : e;
    }
  }

  private String body(Optional<String> pageToken) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    switch (query.asOf()) {
      case AsOf.Latest() -> {}
      case AsOf.Version(long number) -> body.put("version", number);
      case AsOf.Time(Instant instant) -> body.put("timestamp", ChangesCall.text(instant));
    }
    query.limitHint().ifPresent(rows -> body.put("limitHint", rows));
    if (!query.hints().sql().isEmpty()) {
      query.hints().sql().forEach(body.putArray("predicateHints")::add);
    }
    query.hints().json().ifPresent(hint -> body.put("jsonPredicateHints", hint));
    pageToken.ifPresent(token -> body.put("pageToken", token));
    if (inItsOwnTime) {
      body.put("idempotencyKey", key);
    }
    return body.toString();
  }

  /** A page of an answer that was prepared. */
  private static String turned(Optional<String> pageToken) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    pageToken.ifPresent(token -> body.put("pageToken", token));
    return body.toString();
  }

  /** Whoever stands before the server gave up on it. */
  private static final class TooSlow extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final ProblemException problem;

    TooSlow(ProblemException problem) {
      super(problem);
      this.problem = problem;
    }
  }
}
