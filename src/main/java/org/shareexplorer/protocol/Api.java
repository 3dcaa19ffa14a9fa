package org.shareexplorer.protocol;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.shareexplorer.job.Job;
import org.shareexplorer.net.Http;
import org.shareexplorer.net.HttpAnswer;
import org.shareexplorer.net.HttpContent;
import org.shareexplorer.net.HttpRequest;
import org.shareexplorer.protocol.auth.Authorization;

/** Sends one server's calls, each with the credential, and sorts out answers that refuse. */
final class Api {

  static final int LONGEST_ERROR = 64 << 10;
  private static final int LONGEST_LIST = 16 << 20;

  private final Http http;
  private final Authorization authorization;
  private final ServerProblems problems;

  Api(Http http, Authorization authorization, ServerProblems problems) {
    this.http = http;
    this.authorization = authorization;
    this.problems = problems;
  }

  Http http() {
    return http;
  }

  ServerProblems problems() {
    return problems;
  }

  /**
   * A call to be made.
   *
   * @param method the HTTP method
   * @param address where to
   * @param capabilities the capabilities header; empty for none
   * @param body JSON, or empty for none
   * @param failure the sentence that says what failed
   * @param thing what is asked for, for the case that it is unknown
   * @param care how often it may be sent, and where
   */
  record Ask(
      String method,
      String address,
      String capabilities,
      Optional<String> body,
      String failure,
      String thing,
      HttpRequest.Care care) {

    static Ask get(String address, String failure, String thing) {
      return new Ask("GET", address, "", Optional.empty(), failure, thing, HttpRequest.Care.USUAL);
    }

    Ask withCapabilities(String text) {
      return new Ask(method, address, text, body, failure, thing, care);
    }

    Ask withBody(String json) {
      return new Ask(method, address, capabilities, Optional.of(json), failure, thing, care);
    }

    Ask withMethod(String other, String otherAddress) {
      return new Ask(other, otherAddress, capabilities, body, failure, thing, care);
    }

    Ask once() {
      return new Ask(method, address, capabilities, body, failure, thing, HttpRequest.Care.ONCE);
    }
  }

  /** Makes a call whose answer's body is one JSON object; empty for one of the statuses given. */
  Optional<JsonNode> object(Ask ask, Job job, int... passedOver) {
    return exchange(
        ask,
        job,
        answer -> {
          for (int status : passedOver) {
            if (answer.status() == status) {
              return Optional.empty();
            }
          }
          return Optional.of(object(ask, answer));
        });
  }

  /** {@return the one JSON object that an answer's body is} */
  JsonNode object(Ask ask, HttpAnswer answer) throws IOException {
    check(ask, answer);
    byte[] body = answer.bytes(LONGEST_LIST + 1);
    if (body.length > LONGEST_LIST) {
      throw problems.answer(ask.failure(), "The answer is far too long.", "");
    }
    return parsed(ask, answer, body);
  }

  /** Makes a call and reads its answer, which is a success. */
  <T> T call(Ask ask, Job job, Http.Reader<T> reader) {
    return exchange(
        ask,
        job,
        answer -> {
          check(ask, answer);
          return reader.read(answer);
        });
  }

  /** Makes a call and reads its answer, whatever it says. */
  <T> T any(Ask ask, Job job, Http.Reader<T> reader) {
    return exchange(ask, job, reader);
  }

  /** Once more, if the token is refused and another can be had. */
  private <T> T exchange(Ask ask, Job job, Http.Reader<T> reader) {
    String shown = authorization.header(job);
    Optional<T> answered =
        http.exchange(
            request(ask, shown),
            job,
            answer ->
                answer.status() == 401 && authorization.renew(shown)
                    ? Optional.empty()
                    : Optional.of(reader.read(answer)));
    return answered.isPresent()
        ? answered.get()
        : http.exchange(request(ask, authorization.header(job)), job, reader);
  }

  /** Throws what an answer means that is not a success, or is none of the protocol. */
  void check(Ask ask, HttpAnswer answer) throws IOException {
    if (!answer.successful()) {
      throw problems.refused(ask.failure(), ask.thing(), answer);
    }
    if (answer.isWebPage()) {
      throw problems.webPage(
          ask.failure(),
          answer.redirectedTo(),
          new String(answer.bytes(LONGEST_ERROR), StandardCharsets.UTF_8));
    }
    problems.known().answered(ask.thing());
  }

  private JsonNode parsed(Ask ask, HttpAnswer answer, byte[] body) throws IOException {
    String text = new String(body, 0, Math.min(body.length, 400), StandardCharsets.UTF_8);
    try {
      JsonNode node = Json.READER.readTree(body);
      if (node.isObject()) {
        return node;
      }
    } catch (JacksonException e) {
      if (text.stripLeading().startsWith("<")) {
        throw problems.webPage(ask.failure(), answer.redirectedTo(), text);
      }
    }
    throw problems.answer(
        ask.failure(),
        "The server's answer is not what the protocol says: it is no JSON object.",
        "HTTP " + answer.status() + "\n" + text);
  }

  private static HttpRequest request(Ask ask, String shown) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Authorization", shown);
    if (!ask.capabilities().isEmpty()) {
      headers.put(Capabilities.HEADER, ask.capabilities());
    }
    return new HttpRequest(
        ask.method(),
        ask.address(),
        headers,
        ask.body().map(HttpContent::json).orElse(null),
        ask.failure(),
        ask.care());
  }
}
