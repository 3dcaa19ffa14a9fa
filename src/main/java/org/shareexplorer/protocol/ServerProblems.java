package org.shareexplorer.protocol;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.shareexplorer.net.HttpAnswer;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.profile.Credential;
import org.shareexplorer.profile.Expiry;
import org.shareexplorer.profile.Profile;
import org.shareexplorer.profile.Redaction;

/** What servers refuse, fail at, or answer wrongly, as problems. */
final class ServerProblems {

  private static final int MOST_NOTED = 10_000;
  private static final String VANISHED =
      "Refresh the list to see what is shared now; ask the provider if you miss it.";

  private final Profile profile;
  private final Clock clock;
  private final Redaction redaction;
  private final String host;
  private final Set<String> answered = ConcurrentHashMap.newKeySet();

  ServerProblems(Profile profile, Clock clock) {
    this.profile = profile;
    this.clock = clock;
    this.host = profile.endpoint().getRawAuthority();
    this.redaction = new Redaction(profile.credential().secrets());
  }

  /** {@return the server's host, for words about it} */
  String host() {
    return host;
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
    Optional<HistoryRefusal> known =
        status == 401 && expired()
            ? Optional.empty()
            : AccessRefusal.of(status, error, host, answer.redirectedTo(), ahead)
                .or(() -> status == 404 ? vanished(thing) : Optional.empty());
    return refused(failure, thing, status, error, known);
  }

  /** Notes that the server knows a thing. */
  void answered(String thing) {
    if (!thing.isEmpty() && answered.size() < MOST_NOTED) {
      answered.add(thing);
    }
  }

  /** Notes that the server listed a thing; what was asked for itself has room left in any case. */
  void listed(String thing) {
    if (answered.size() < MOST_NOTED / 2) {
      answered.add(thing);
    }
  }

  /** {@return whether the server has told of a thing before} */
  boolean knew(String thing) {
    return answered.contains(thing);
  }

  /** {@return that a share has gone, and with it what was asked for} */
  ProblemException shareGone(Problem asked, String share) {
    return because(
        asked,
        "The share "
            + share
            + " is no longer shared with you: the provider of "
            + host
            + " has withdrawn or renamed it.");
  }

  /** {@return that a thing has gone out of a share that is still there} */
  ProblemException goneFrom(Problem asked, String share, String thing) {
    return because(
        asked,
        "The "
            + thing
            + " is gone from the share "
            + share
            + ", which is still shared with you: the provider of "
            + host
            + " has renamed it, or taken it out.");
  }

  private static ProblemException because(Problem asked, String why) {
    return new Problem(asked.code(), asked.what(), why, VANISHED, asked.detail()).asException();
  }

  private Optional<HistoryRefusal> vanished(String thing) {
    return knew(thing)
        ? Optional.of(
            new HistoryRefusal(
                ProblemCode.SERVER_NOT_FOUND,
                "The "
                    + thing
                    + " was there before and no longer is: the provider of "
                    + host
                    + " has renamed it, or shares it with you no more.",
                VANISHED))
        : Optional.empty();
  }

  /** {@return the problem behind a refused call for a table's changes; see {@link #refused}} */
  ProblemException noChanges(String failure, String thing, int status, byte[] body) {
    ErrorBody error = ErrorBody.parse(body);
    boolean noSuchCall =
        status == 501 || status == 405 || (status == 404 && error.code().isEmpty());
    Optional<HistoryRefusal> known =
        noSuchCall
            ? Optional.of(HistoryRefusal.noSuchCall())
            : unsupportedFeatures(status, error)
                ? Optional.of(HistoryRefusal.unsupportedTable())
                : Optional.empty();
    return refused(failure, thing, status, error, known);
  }

  private ProblemException refused(
      String failure, String thing, int status, ErrorBody error, Optional<HistoryRefusal> known) {
    String detail = "HTTP " + status + (error.words().isEmpty() ? "" : "\n" + error.words());
    HistoryRefusal refusal =
        known
            .or(() ->
                status == 400 || status == 404
                    ? HistoryRefusal.of(error.words())
                    : Optional.empty())
            .orElseGet(() ->
                new HistoryRefusal(
                    code(status, error), why(thing, status, error), remedy(thing, status, error)));
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

  private ProblemCode code(int status, ErrorBody error) {
    if (unsupportedFeatures(status, error)) {
      return ProblemCode.TABLE_UNSUPPORTED;
    }
    return switch (status) {
      case 401 -> expired() ? ProblemCode.PROFILE_EXPIRED : ProblemCode.SERVER_UNAUTHORIZED;
      case 403 -> ProblemCode.SERVER_FORBIDDEN;
      case 404 -> ProblemCode.SERVER_NOT_FOUND;
      case 429 -> ProblemCode.SERVER_BUSY;
      default ->
          status >= 500
              ? ProblemCode.SERVER_FAILED
              : status >= 400 ? ProblemCode.SERVER_REJECTED : ProblemCode.SERVER_ANSWER;
    };
  }

  private String why(String thing, int status, ErrorBody error) {
    if (unsupportedFeatures(status, error)) {
      return "It uses a feature of Delta tables that Share Explorer cannot read yet.";
    }
    return switch (status) {
      case 401 ->
          expired()
              ? "The credential ended on " + end() + ", and " + host + " no longer accepts it."
              : unaccepted();
      case 403 -> host + " knows the credential but does not allow this.";
      case 404 ->
          error.webPage() || thing.isEmpty()
              ? "There is no Delta Sharing server at the endpoint on " + host + "."
              : host + " does not know the " + thing + ", or does not share it with you.";
      case 429 -> host + " asks to slow down, and went on asking.";
      case 501 -> host + " says that it cannot do this (status 501).";
      default ->
          status >= 500
              ? host + " failed with the status " + status + ", and went on failing."
              : status >= 400
                  ? host + " refused the request with the status " + status + "."
                  : host + " answered with the status " + status + ", which means something else.";
    };
  }

  private String remedy(String thing, int status, ErrorBody error) {
    if (unsupportedFeatures(status, error)) {
      return "Ask the provider for a plain table, or look for a newer Share Explorer.";
    }
    return switch (status) {
      case 401 -> "Ask the provider for a new credential file, and replace the old one by it.";
      case 403 -> "Ask the provider to grant you access, perhaps from this network.";
      case 404 ->
          error.webPage() || thing.isEmpty()
              ? "Check the endpoint in the credential file."
              : "Refresh the list; if it still shows there, ask the provider.";
      case 429 -> "Wait some minutes and try again.";
      case 501 -> "Ask the provider whether another server of theirs can.";
      default ->
          status >= 500
              ? "Try again later; if it stays, tell the provider."
              : "The details below hold the server's own words; the provider can tell more.";
    };
  }

  private String unaccepted() {
    return switch (profile.credential()) {
      case Credential.BearerToken _ -> host + " does not accept the token of this credential.";
      case Credential.Basic basic ->
          host + " does not accept the user " + basic.username() + " with the password given.";
      case Credential.OAuth oauth ->
          host
              + " does not accept the tokens that "
              + oauth.tokenEndpoint().getRawAuthority()
              + " gives to the client "
              + oauth.clientId()
              + ".";
    };
  }

  private static boolean unsupportedFeatures(int status, ErrorBody error) {
    String words = error.words().toLowerCase(Locale.ROOT);
    return status == 400
        && (words.contains("unsupported delta table")
            || words.contains("ds_unsupported_delta_table_features"));
  }

  private boolean expired() {
    return Expiry.of(profile.expiration(), clock) instanceof Expiry.Past;
  }

  private String end() {
    return profile
        .expiration()
        .map(time -> time.atOffset(ZoneOffset.UTC).toLocalDate().toString())
        .orElse("");
  }
}
