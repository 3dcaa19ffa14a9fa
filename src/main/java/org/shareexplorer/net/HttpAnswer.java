package org.shareexplorer.net;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.Response;

/** An answer whose body is still on its way. For one thread, and only while it is being read. */
public final class HttpAnswer {

  private final Response response;

  HttpAnswer(Response response) {
    this.response = response;
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
