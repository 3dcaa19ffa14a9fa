package org.shareexplorer.net;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Response;

/** An answer whose body is still on its way. For one thread, and only while it is being read. */
public final class HttpAnswer {

  private final Response response;
  private final HttpUrl asked;

  HttpAnswer(Response response, HttpUrl asked) {
    this.response = response;
    this.asked = asked;
  }

  /** {@return the host that answered, where it is another one than was asked} */
  public Optional<String> redirectedTo() {
    return Optional.of(response.request().url().host()).filter(host -> !host.equals(asked.host()));
  }

  /** {@return the time by the server's clock (RFC 9110, section 6.6.1), if it says} */
  public Optional<Instant> serverTime() {
    return Optional.ofNullable(response.headers().getInstant("Date"));
  }

  /** {@return how the connection is encrypted, if it is} */
  public Optional<TlsFacts> tls() {
    return Optional.ofNullable(response.handshake()).map(TlsFacts::of);
  }

  /** {@return the protocol spoken: {@code h2} or {@code http/1.1}} */
  public String protocol() {
    return response.protocol().toString();
  }

  /** {@return the status code} */
  public int status() {
    return response.code();
  }

  /** {@return whether the status says that all is well} */
  public boolean successful() {
    return response.isSuccessful();
  }

  /** {@return a header's value, whatever the case of its name} */
  public Optional<String> header(String name) {
    return Optional.ofNullable(response.header(name));
  }

  /** {@return the number of bytes that the body will have, or -1 if the server does not say} */
  public long length() {
    return response.body().contentLength();
  }

  /** {@return whether the answer calls itself a web page} */
  public boolean isWebPage() {
    MediaType type = response.body().contentType();
    return type != null && type.subtype().contains("html");
  }

  /** {@return the body as it comes; reading it throws once nothing came for too long} */
  public InputStream body() {
    return response.body().byteStream();
  }

  /**
   * Reads the body up to a bound.
   *
   * @throws IOException if the connection breaks off
   */
  public byte[] bytes(int most) throws IOException {
    return body().readNBytes(most);
  }
}
