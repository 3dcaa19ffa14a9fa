package org.shareexplorer.net;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request to be sent, and to be sent again if it fails in passing, unless that would do harm.
 * Printing it prints the method and the host only.
 *
 * @param method the HTTP method
 * @param address where to, used byte for byte
 * @param headers names and values; they may hold a credential
 * @param content the body, or null for none
 * @param failure the sentence for people if it fails, such as "The shares could not be listed."
 * @param care what must not happen to it
 */
public record HttpRequest(
    String method,
    String address,
    Map<String, String> headers,
    @Nullable HttpContent content,
    String failure,
    Care care) {

  /** What must not happen to a request. */
  public enum Care {
    /** It may be sent again, and where the server sends it on to. */
    USUAL,
    /** It may be sent again, but nowhere else: its body or its address holds a credential. */
    SAME_PLACE,
    /** It must be sent neither again nor elsewhere, as what it asks for is given once. */
    ONCE
  }

  /** A request that may be sent again. */
  public HttpRequest(
      String method,
      String address,
      Map<String, String> headers,
      @Nullable HttpContent content,
      String failure) {
    this(method, address, headers, content, failure, Care.USUAL);
  }

  /** A request for what is there, without a body. */
  public static HttpRequest get(String address, Map<String, String> headers, String failure) {
    return new HttpRequest("GET", address, headers, null, failure);
  }

  @Override
  public String toString() {
    return method + " " + ExactUrl.host(address);
  }
}
