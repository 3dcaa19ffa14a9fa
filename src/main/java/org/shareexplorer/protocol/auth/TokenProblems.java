package org.shareexplorer.protocol.auth;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.profile.Credential;
import org.shareexplorer.profile.Redaction;

/** What goes wrong between this computer and a token endpoint; the sentences name that hop. */
final class TokenProblems {

  private static final String LATER = "Try again later; if it stays, tell the provider.";

  private final Credential.OAuth credential;
  private final Redaction redaction;
  private final String host;

  TokenProblems(Credential.OAuth credential) {
    this.credential = credential;
    this.redaction = new Redaction(credential.secrets());
    this.host = credential.tokenEndpoint().getRawAuthority();
  }

  String failure() {
    return "The token endpoint " + host + " gave no access token.";
  }

  /** {@return the problem of an answer that is no success} */
  ProblemException refused(int status, JsonNode fields, byte[] body) {
    String error = fields.path("error").asText("");
    String words = fields.path("error_description").asText(error);
    String detail =
        "HTTP "
            + status
            + (error.isEmpty() || words.equals(error) ? "" : "\n" + error)
            + "\n"
            + (words.isEmpty() ? new String(body, StandardCharsets.UTF_8) : words);
    if (status == 429) {
      return problem(
          ProblemCode.SERVER_BUSY,
          "It asks to slow down, and went on asking.",
          "Wait some minutes and try again.",
          detail);
    }
    if (status >= 500) {
      return problem(
          ProblemCode.TOKEN_FAILED,
          "It failed with the status " + status + ", and went on failing.",
          LATER,
          detail);
    }
    return switch (error) {
      case "invalid_client", "unauthorized_client" -> client(detail);
      case "invalid_grant" ->
          problem(
              ProblemCode.TOKEN_REFUSED,
              credential instanceof Credential.PrivateKeyJwt
                  ? "It does not accept the claims signed with the private key."
                  : "It does not accept the client " + credential.clientId() + ".",
              "Check this computer's clock, the issuer and the key's id with whoever set the client up.",
              detail);
      case "invalid_scope" ->
          problem(
              ProblemCode.TOKEN_REFUSED,
              "It does not know the scope, or does not grant it to this client.",
              "Ask the provider which scope to ask for.",
              detail);
      default -> status == 401 || status == 403 ? client(detail) : other(status, detail);
    };
  }

  private ProblemException client(String detail) {
    return problem(
        ProblemCode.TOKEN_REFUSED,
        "It does not accept the client "
            + credential.clientId()
            + (credential instanceof Credential.ClientCredentials ? " with its secret." : "."),
        "The secret may have ended or been replaced: ask whoever set the client up for a new one.",
        detail);
  }

  private ProblemException other(int status, String detail) {
    return status == 404 || status == 405 || status < 400
        ? problem(
            ProblemCode.TOKEN_FAILED,
            "There is none at the address in the credential file: it answered with the status "
                + status
                + ".",
            "Check the field tokenEndpoint of the credential file.",
            detail)
        : problem(
            ProblemCode.TOKEN_REFUSED,
            "It refused the request with the status " + status + ".",
            "The details below hold its own words; the provider can tell more.",
            detail);
  }

  /**
   * {@return the problem of an answer that is a web page, or anything but JSON; only a page is
   * quoted, as the rest may hold a token}
   */
  ProblemException noJson(int status, byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    boolean page = text.stripLeading().startsWith("<");
    return problem(
        ProblemCode.TOKEN_FAILED,
        page ? "It answered with a web page." : "Its answer is no JSON object.",
        "If this network asks for a sign-in in the browser, do that first; else check the field"
            + " tokenEndpoint of the credential file.",
        "HTTP " + status + (page ? "\n" + text : ""));
  }

  /** {@return the problem of an answer without a token; it is not quoted, as it may hold one} */
  ProblemException noToken() {
    return problem(
        ProblemCode.TOKEN_FAILED,
        "Its answer lacks the field access_token, or that holds no token.",
        "Tell the provider.",
        "");
  }

  /** {@return the problem of a private key that cannot sign} */
  ProblemException key(String why) {
    return new Problem(
            ProblemCode.PROFILE_FIELD,
            "The private key of the client " + credential.clientId() + " cannot be used.",
            why,
            "Check the file of the private key, and the field algorithm of the credential file.")
        .asException();
  }

  private ProblemException problem(ProblemCode code, String why, String remedy, String detail) {
    return new Problem(code, failure(), why, remedy, redaction.of(detail)).asException();
  }
}
