package org.shareexplorer.protocol;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shareexplorer.problem.ProblemCode;

/**
 * Why a server lets nobody in although the credential is of the right form. The protocol has no
 * codes for it: servers' words are all there is to tell by, and the rest of the answer.
 */
final class AccessRefusal {

  private static final Pattern ADDRESS_LIST =
      Pattern.compile(
          "ip access list|ip acl|(?:source )?ip (?:address )?[^ ]* ?(?:is |was )?"
              + "(?:not (?:allowed|permitted|authorized|in)|blocked|denied)|"
              + "(?:allow|white)-?list|not allowed from (?:this|your) (?:ip|network|address)");
  private static final Pattern ADDRESS =
      Pattern.compile(
          "\\b(\\d{1,3}(?:\\.\\d{1,3}){3})\\b|\\b([0-9a-f]{1,4}(?::[0-9a-f]{0,4}){3,7})");
  private static final Pattern REVOKED =
      Pattern.compile(
          "revoked|recipient[^.]{0,80}(?:does not exist|not found|deleted|removed|disabled)|"
              + "(?:access|grant|token)[^.]{0,40}(?:was|been|is) (?:removed|deleted|disabled|rotated)|"
              + "no longer (?:has|have|shared|valid for)");

  /** Clocks that differ by less do no harm. */
  private static final Duration SKEW = Duration.ofMinutes(5);

  private AccessRefusal() {}

  /**
   * {@return what a refusal means, if it is one of these}
   *
   * @param status 401 or 403; others are none of these
   * @param host the server
   * @param sentTo the host that answered in its place, if it sent the request on
   * @param ahead by how much this computer's clock is ahead of the server's; zero if unknown
   */
  static Optional<HistoryRefusal> of(
      int status, ErrorBody error, String host, Optional<String> sentTo, Duration ahead) {
    if (status == 511) {
      return Optional.of(
          refusal(
              ProblemCode.NETWORK_SIGN_IN,
              "This network wants a sign-in before it lets anything through (511).",
              "Open a browser, sign in to the network, and try again."));
    }
    if (status != 401 && status != 403) {
      return Optional.empty();
    }
    if (sentTo.isPresent()) {
      return Optional.of(
          refusal(
              ProblemCode.NETWORK_REDIRECT,
              host
                  + " sends requests on to "
                  + sentTo.get()
                  + ", which refused this one: the credential is sent to the endpoint's own host"
                  + " only.",
              "Ask the provider for a credential file that names "
                  + sentTo.get()
                  + " as its endpoint."));
    }
    String said = error.words().toLowerCase(Locale.ROOT);
    if (ADDRESS_LIST.matcher(said).find()) {
      Matcher address = ADDRESS.matcher(said);
      return Optional.of(
          refusal(
              ProblemCode.SERVER_FORBIDDEN,
              host
                  + " does not let in the address of this network"
                  + (address.find() ? ", " + address.group() : "")
                  + ": it is not on the provider's list.",
              "Tell the provider the address by which your network goes out, or go through the VPN"
                  + " whose address is on the list."));
    }
    if (REVOKED.matcher(said).find()) {
      return Optional.of(
          refusal(
              ProblemCode.SERVER_FORBIDDEN,
              host + " knows the credential, but the provider has revoked what it was for.",
              "Ask the provider whether that was meant, and for a new credential file."));
    }
    if (status == 401 && ahead.abs().compareTo(SKEW) > 0) {
      return Optional.of(
          refusal(
              ProblemCode.SERVER_UNAUTHORIZED,
              host
                  + " does not accept the credential, and this computer's clock is "
                  + words(ahead.abs())
                  + (ahead.isNegative() ? " behind" : " ahead of")
                  + " the server's, which may be why.",
              "Set this computer's clock right and try again; if it stays, ask the provider for a new"
                  + " credential file."));
    }
    return Optional.empty();
  }

  private static HistoryRefusal refusal(ProblemCode code, String why, String remedy) {
    return new HistoryRefusal(code, why, remedy);
  }

  private static String words(Duration length) {
    return length.toDays() > 1
        ? length.toDays() + " days"
        : length.toHours() > 1 ? length.toHours() + " hours" : length.toMinutes() + " minutes";
  }
}
