package org.shareexplorer.provider.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request and the place for its answer. One thread only. */
final class Request {

  private static final int LONGEST_BODY = 1 << 20;

  private final HttpExchange exchange;

  Request(HttpExchange exchange) {
    this.exchange = exchange;
  }

  String method() {
    return exchange.getRequestMethod();
  }

  /** {@return the path byte for byte, as it was sent} */
  String rawPath() {
    return exchange.getRequestURI().getRawPath();
  }

  /**
   * {@return the decoded parts of the path; double slashes make no part, one at the end an empty
   * one}
   */
  List<String> segments() {
    String path = rawPath().replaceAll("/{2,}", "/");
    return Arrays.stream(path.substring(1).split("/", -1)).map(Request::decoded).toList();
  }

  /** {@return the parameters; of a repeated one, the last} */
  Map<String, String> parameters() {
    Map<String, String> parameters = new HashMap<>();
    String query = exchange.getRequestURI().getRawQuery();
    if (query != null) {
      for (String pair : query.split("&", -1)) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          parameters.put(
              decoded(pair.substring(0, equals)),
              decoded(pair.substring(equals + 1).replace("+", "%20")));
        }
      }
    }
    return parameters;
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
  }

  String body() throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
    if (body.length > LONGEST_BODY) {
      throw Refusal.malformed("The request's body is too long.");
    }
    return new String(body, UTF_8);
  }

  /** Sets a header of the answer. */
  void answerHeader(String name, String value) {
    exchange.getResponseHeaders().set(name, value);
  }

  /** Answers with a whole body. */
  void answer(int status, String contentType, String text) throws IOException {
    byte[] body = text.getBytes(UTF_8);
    answerHeader("Content-Type", contentType);
    try (OutputStream out = answer(status, body.length)) {
      out.write(body);
    }
  }

  void answerJson(int status, ObjectNode json) throws IOException {
    answer(status, "application/json; charset=utf-8", json.toString());
  }

  /** Answers with headers alone. */
  void answerEmpty(int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  /**
   * Starts an answer of a known length, to be written to the stream; to a HEAD request, the headers
   * are all, and the stream takes nothing.
   */
  OutputStream answer(int status, long length) throws IOException {
    if (method().equals("HEAD")) {
      answerHeader("Content-Length", Long.toString(length));
      exchange.sendResponseHeaders(status, -1);
      return OutputStream.nullOutputStream();
    }
    exchange.sendResponseHeaders(status, length == 0 ? -1 : length);
    return length == 0 ? OutputStream.nullOutputStream() : exchange.getResponseBody();
  }

  /** Starts an answer whose length nobody knows yet. */
  OutputStream answerStream(String contentType) throws IOException {
    answerHeader("Content-Type", contentType);
    exchange.sendResponseHeaders(200, 0);
    return exchange.getResponseBody();
  }

  /** {@return whether the status line is on its way, so that no other answer can be given} */
  boolean answered() {
    return exchange.getResponseCode() != -1;
  }

  void close() {
    exchange.close();
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
    } catch (IllegalArgumentException e) {
      throw Refusal.malformed("The address is not percent-encoded correctly.");
    }
  }
}
