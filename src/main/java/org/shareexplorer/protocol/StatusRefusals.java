package org.shareexplorer.protocol;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.profile.Credential;
import org.shareexplorer.profile.Expiry;
import org.shareexplorer.profile.Profile;

/** What a refusal means that tells no more than its status. */
final class StatusRefusals {

  private final Profile profile;
  private final Clock clock;
  private final String host;

  StatusRefusals(Profile profile, Clock clock) {
    this.profile = profile;
    this.clock = clock;
    this.host = profile.endpoint().getRawAuthority();
  }

  /**
   * {@return the reason}
   *
   * @param thing what was asked for: "share x", "table y"; empty for the server as a whole
   */
  HistoryRefusal of(String thing, int status, ErrorBody error) {
    return new HistoryRefusal(
        code(status, error), why(thing, status, error), remedy(thing, status, error));
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
      case 401 -> "Ask the provider for a new credential file, and replace the old one with it.";
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

  /** {@return whether the table needs what the server thinks this application lacks} */
  static boolean unsupportedFeatures(int status, ErrorBody error) {
    String words = error.words().toLowerCase(Locale.ROOT);
    return status == 400
        && (words.contains("unsupported delta table")
            || words.contains("ds_unsupported_delta_table_features"));
  }

  /** {@return whether the credential has ended} */
  boolean expired() {
    return Expiry.of(profile.expiration(), clock) instanceof Expiry.Past;
  }

  private String end() {
    return profile
        .expiration()
        .map(time -> time.atOffset(ZoneOffset.UTC).toLocalDate().toString())
        .orElse("");
  }
}
