package org.shareexplorer.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.shareexplorer.job.Job;
import org.shareexplorer.net.HttpAnswer;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;

/**
 * Asks about one share (protocol, "Get Share"): when something in it has vanished, that tells
 * whether the share went too. Thread-safe.
 */
final class ShareDetails {

  private static final int NOT_FOUND = 404;

  private final Paths paths;
  private final Api api;

  ShareDetails(Paths paths, Api api) {
    this.paths = paths;
    this.api = api;
  }

  /** {@return a share; empty if the server says that there is none} */
  Optional<Share> of(String share, Job job) {
    return answer(ask(share), share, job);
  }

  /** {@return a share in any list of shares} */
  static Optional<Share> listed(JsonNode node) {
    return Json.words(node, "name").map(name -> share(node, name));
  }

  /**
   * Makes a call for a thing in a share. If the server no longer knows what it knew before, the
   * problem says whether the share is gone or the thing alone, as far as one request can tell.
   */
  <T> T within(String share, String thing, Job job, Supplier<T> call) {
    try {
      return call.get();
    } catch (ProblemException e) {
      boolean vanished =
          e.problem().code() == ProblemCode.SERVER_NOT_FOUND && api.problems().known().knew(thing);
      throw vanished ? explained(e, share, thing, job) : e;
    }
  }

  private ProblemException explained(ProblemException e, String share, String thing, Job job) {
    try {
      return answer(ask(share).once(), share, job).isEmpty()
          ? api.problems().known().shareGone(e.problem(), share)
          : thing.equals(thing(share))
              ? e
              : api.problems().known().goneFrom(e.problem(), share, thing);
    } catch (ProblemException unanswered) {
      // What is known already is told as it is: this was asked for the sake of better words only.
      return e;
    }
  }

  private Optional<Share> answer(Api.Ask ask, String share, Job job) {
    return api.any(
        ask,
        job,
        answer -> answer.status() == NOT_FOUND ? unknown(ask, answer) : read(ask, answer, share));
  }

  /** Without a name for the error, or with this one, it is the call that the server lacks. */
  private Optional<Share> unknown(Api.Ask ask, HttpAnswer answer) throws IOException {
    byte[] body = answer.bytes(Api.LONGEST_ERROR);
    String code = ErrorBody.parse(body).code();
    if (code.isEmpty() || code.contains("ENDPOINT")) {
      throw api.problems().refused(ask.failure(), ask.thing(), NOT_FOUND, body);
    }
    return Optional.empty();
  }

  private Optional<Share> read(Api.Ask ask, HttpAnswer answer, String share) throws IOException {
    JsonNode body = api.object(ask, answer);
    JsonNode node = body.path("share").isObject() ? body.path("share") : body;
    return Optional.of(share(node, Json.words(node, "name").orElse(share)));
  }

  private Api.Ask ask(String share) {
    return Api.Ask.get(
        paths.share(share), "The share " + share + " could not be described.", thing(share));
  }

  private static String thing(String share) {
    return "share " + share;
  }

  private static Share share(JsonNode node, String name) {
    return new Share(name, Json.words(node, "id"), Json.words(node, "comment"));
  }
}
