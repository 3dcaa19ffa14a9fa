package org.shareexplorer.protocol;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.shareexplorer.net.HttpAnswer;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.profile.Profile;
import org.shareexplorer.profile.Redaction;

/** What servers refuse, fail at, or answer wrongly, as problems. */
final class ServerProblems {

  private final Clock clock;
  private final Redaction redaction;
  private final String host;
  private final StatusRefusals byStatus;
  private final KnownThings known;

  ServerProblems(Profile profile, Clock clock) {
    this.clock = clock;
    this.host = profile.endpoint().getRawAuthority();
    this.byStatus = new StatusRefusals(profile, clock);
    this.known = new KnownThings(host);
    this.redaction = new Redaction(profile.credential().secrets());
  }

  /** {@return the server's host, for words about it} */
  String host() {
    return host;
  }

  /** {@return what the server has told of before} */
  KnownThings known() {
    return known;
  }

  /**
   * {@return the problem behind an answer that is not a success}
   *
   * @param failure the sentence that says what failed
   * @param thing what was asked for: "share x", "table y"; empty for the server as a whole
   */
  ProblemException refused(String failure, String thing, int status, byte[] body) {
    return refused(failure, thing, status, ErrorBody.parse(body), Optional.empty());
  }

  /** {@return the problem behind an answer that is not a success, by all that it tells} */
  ProblemException refused(String failure, String thing, HttpAnswer answer) throws IOException {
    int status = answer.status();
    ErrorBody error = ErrorBody.parse(answer.bytes(Api.LONGEST_ERROR));
    Duration ahead =
        answer
            .serverTime()
            .map(time -> Duration.between(time, clock.instant()))
            .orElse(Duration.ZERO);
    Optional<HistoryRefusal> reason =
        status == 401 && byStatus.expired()
            ? Optional.empty()
            : AccessRefusal.of(status, error, host, answer.redirectedTo(), ahead)
                .or(() -> status == 404 ? known.vanished(thing) : Optional.empty());
    return refused(failure, thing, status, error, reason);
  }

  /** {@return the problem behind a refused call for a table's changes; see {@link #refused}} */
  ProblemException noChanges(String failure, String thing, int status, byte[] body) {
    ErrorBody error = ErrorBody.parse(body);
    boolean noSuchCall =
        status == 501 || status == 405 || (status == 404 && error.code().isEmpty());
    Optional<HistoryRefusal> reason =
        noSuchCall
            ? Optional.of(HistoryRefusal.noSuchCall())
            : StatusRefusals.unsupportedFeatures(status, error)
                ? Optional.of(HistoryRefusal.unsupportedTable())
                : Optional.empty();
    return refused(failure, thing, status, error, reason);
  }

  private ProblemException refused(
      String failure, String thing, int status, ErrorBody error, Optional<HistoryRefusal> reason) {
    String detail = "HTTP " + status + (error.words().isEmpty() ? "" : "\n" + error.words());
    HistoryRefusal refusal =
        reason
            .or(() ->
                status == 400 || status == 404
                    ? HistoryRefusal.of(error.words())
                    : Optional.empty())
            .orElseGet(() -> byStatus.of(thing, status, error));
    return new Problem(
            refusal.code(), failure, refusal.why(), refusal.remedy(), redaction.of(detail))
        .asException();
  }

  /** {@return the problem of an answer that breaks the protocol} */
  ProblemException answer(String failure, String why, String detail) {
    return new Problem(
            ProblemCode.SERVER_ANSWER,
            failure,
            why,
            "Try again; if it stays, tell the provider.",
            redaction.of(detail))
        .asException();
  }

  /** {@return the problem of an answer that is a web page} */
  ProblemException webPage(String failure, String page) {
    return webPage(failure, Optional.empty(), page);
  }

  /**
   * {@return the problem of an answer that is a web page}
   *
   * @param sentTo the host that answered in the server's place, if the request was sent on
   */
  ProblemException webPage(String failure, Optional<String> sentTo, String page) {
    return new Problem(
            sentTo.isPresent() ? ProblemCode.NETWORK_SIGN_IN : ProblemCode.SERVER_ANSWER,
            failure,
            sentTo
                    .map(other -> "The request to " + host + " was sent on to " + other + ", which")
                    .orElse(host)
                + " answered with a web page instead of data.",
            "If this network asks for a sign-in in the browser, do that first; else check the"
                + " endpoint in the credential file.",
            redaction.of(page))
        .asException();
  }

  /** {@return the problem of a table that needs what this application lacks} */
  ProblemException unsupported(String failure, String why) {
    return new Problem(
            ProblemCode.TABLE_UNSUPPORTED,
            failure,
            why,
            "Ask the provider for a plain table, or look for a newer Share Explorer.")
        .asException();
  }

  /** {@return the problem of a failure that the server tells of after it began to answer} */
  ProblemException failedMidway(String failure, String words) {
    return new Problem(
            ProblemCode.SERVER_FAILED,
            failure,
            host + " failed while it was listing the files.",
            "Try again; if it stays, tell the provider.",
            redaction.of(words))
        .asException();
  }

  /** {@return the problem of an answer that the server went on preparing} */
  ProblemException neverReady(String failure) {
    return new Problem(
            ProblemCode.NETWORK_TIMEOUT,
            failure,
            host + " went on listing the table's files, and never came to an end.",
            "Try again later; if it stays, tell the provider.")
        .asException();
  }

  /** {@return the problem of an answer that was being prepared, and is no longer known} */
  ProblemException forgotten(String failure, int status) {
    return new Problem(
            ProblemCode.SERVER_FAILED,
            failure,
            host + " began to list the table's files, and then forgot about it.",
            "Try again; if it stays, tell the provider.",
            "HTTP " + status)
        .asException();
  }

  /** {@return the problem of an answer that broke off in its middle, again and again} */
  ProblemException brokenOff(String failure, long files) {
    return new Problem(
            ProblemCode.NETWORK_CONNECT,
            failure,
            "The answer of " + host + " broke off after " + files + " files.",
            "Try again; if it stays, check your network or tell the provider.")
        .asException();
  }
}
