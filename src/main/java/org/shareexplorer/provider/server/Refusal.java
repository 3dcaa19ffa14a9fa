package org.shareexplorer.provider.server;

/** A request that is not served: what the other side is told, and with which status. */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  private Refusal(int status, String code, String message) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
  }

  static Refusal badParameter(String message) {
    return new Refusal(400, "INVALID_PARAMETER_VALUE", message);
  }

  static Refusal malformed(String message) {
    return new Refusal(400, "MALFORMED_REQUEST", message);
  }

  static Refusal unsupported(String message) {
    return new Refusal(400, "UNSUPPORTED_OPERATION", message);
  }

  static Refusal unauthenticated() {
    return new Refusal(401, "UNAUTHENTICATED", "The bearer token is missing or not accepted.");
  }

  static Refusal notFound(String message) {
    return new Refusal(404, "RESOURCE_DOES_NOT_EXIST", message);
  }

  static Refusal wrongMethod(String allowed) {
    return new Refusal(405, "METHOD_NOT_ALLOWED", allowed);
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  String words() {
    return String.valueOf(getMessage());
  }
}
