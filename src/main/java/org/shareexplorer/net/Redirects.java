package org.shareexplorer.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;

/**
 * Follows where a server sends a request on to (RFC 9110, section 15.4), as far as that is safe:
 * the credential stays with the server that it is for, encryption is never given up, and nobody in
 * the internet gets at the network around this computer. For one request and one thread.
 */
final class Redirects {

  private static final int MOST = 10;

  private final HttpRequest request;
  private final Routes routes;
  private final Dns names;
  private int followed;
  private boolean fromOutside;

  Redirects(HttpRequest request, Routes routes, Dns names) {
    this.request = request;
    this.routes = routes;
    this.names = names;
  }

  /** {@return whether the next way must end in the internet, as a server there asks for it} */
  boolean publicOnly() {
    return fromOutside;
  }

  /**
   * {@return the request to be made next; empty if the answer stands}
   *
   * @param sent the request that was answered
   * @param answered the address that answered, if it is known
   * @throws ProblemException with code {@code NETWORK_REDIRECT} if it must not be made
   */
  Optional<Request> next(Request sent, Response answer, @Nullable InetAddress answered) {
    String location = answer.header("Location");
    if (!redirect(answer.code()) || location == null) {
      return Optional.empty();
    }
    HttpUrl from = sent.url();
    HttpUrl to =
        target(from, location)
            .orElseThrow(() -> refused(from, "an address that is none of the web", "", answer));
    if (request.care() != HttpRequest.Care.USUAL) {
      throw refused(
          from,
          to.host(),
          "What the request holds is meant for " + from.host() + " alone.",
          answer);
    }
    if (from.isHttps() && !to.isHttps()) {
      throw refused(from, to.host(), "There it would travel without encryption.", answer);
    }
    if (++followed > MOST) {
      throw problem(
          from.host() + " sends the request on again and again, in circles.",
          "Tell the provider; if this network asks for a sign-in in the browser, do that first.",
          answer);
    }
    fromOutside |= outside(from, answered);
    if (fromOutside && inside(to)) {
      throw inwards(from.host(), to.host());
    }
    boolean question = sent.method().equals("GET") || sent.method().equals("HEAD");
    if (!question && answer.code() != 307 && answer.code() != 308) {
      throw refused(from, to.host(), "On that way the question would be lost.", answer);
    }
    Request.Builder next = sent.newBuilder().url(to);
    if (!sameServer(from, to)) {
      next.removeHeader("Authorization");
    }
    return Optional.of(next.build());
  }

  private static boolean redirect(int status) {
    return switch (status) {
      case 301, 302, 303, 307, 308 -> true;
      default -> false;
    };
  }

  /** The new address byte for byte, as it may be signed. */
  private static Optional<HttpUrl> target(HttpUrl from, String location) {
    if (location.matches("(?i)https?://.*")) {
      return ExactUrl.of(location);
    }
    if (location.startsWith("//")) {
      return ExactUrl.of(from.scheme() + ":" + location);
    }
    if (location.startsWith("/")) {
      String origin = String.valueOf(from.resolve("/"));
      return ExactUrl.of(origin.substring(0, origin.length() - 1) + location);
    }
    return Optional.ofNullable(from.resolve(location));
  }

  /** The same scheme, host and port; or the same host, now encrypted. */
  private static boolean sameServer(HttpUrl from, HttpUrl to) {
    return from.host().equals(to.host())
        && (from.isHttps() == to.isHttps()
            ? from.port() == to.port()
            : to.isHttps() && from.port() == 80 && to.port() == 443);
  }

  private boolean outside(HttpUrl url, @Nullable InetAddress answered) {
    return answered == null ? !inside(url) : !Addresses.notPublic(answered);
  }

  /** Whether a host is in the network around here, as far as can be told before asking it. */
  private boolean inside(HttpUrl url) {
    if (Addresses.loopback(url.host())) {
      return true;
    }
    Optional<InetAddress> literal = Addresses.literal(url.host());
    if (literal.isPresent()) {
      return Addresses.notPublic(literal.get());
    }
    try {
      return names.lookup(url.host()).stream().anyMatch(Addresses::notPublic);
    } catch (UnknownHostException e) {
      // A proxy may know the name; if there is none, the request will tell.
      return routes.to(url).proxy().isEmpty();
    }
  }

  /** {@return the problem of a way from the internet into the network around here} */
  ProblemException inwards(String from, String to) {
    return problem(
        from
            + " is in the internet and sends the request on to "
            + to
            + ", which is in your own network.",
        "This was not followed, as it may be an attack. Tell the provider.",
        null);
  }

  private ProblemException refused(HttpUrl from, String to, String why, Response answer) {
    return problem(
        (from.host() + " sends the request on to " + to + ". " + why).strip(),
        "This was not followed. Check the address in the credential file, or ask the provider.",
        answer);
  }

  private ProblemException problem(String why, String remedy, @Nullable Response answer) {
    return new Problem(
            ProblemCode.NETWORK_REDIRECT,
            request.failure(),
            why,
            remedy,
            answer == null ? "" : "HTTP " + answer.code())
        .asException();
  }
}
