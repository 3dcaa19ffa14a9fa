package org.shareexplorer.doctor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Consumer;
import org.shareexplorer.net.Hop;
import org.shareexplorer.net.ServerCertificate;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;

/**
 * Makes findings of the hops of the first request: name, connection, security. Later requests add
 * their facts to the step under way.
 */
final class Approach implements Consumer<Hop> {

  /** Clocks further apart than this spoil signatures and tokens. */
  private static final Duration SKEW = Duration.ofSeconds(90);

  private static final String BY_PROXY =
      "A proxy is between, which looks the server's name up by itself.";

  private final Chart chart;
  private final String host;
  private final boolean secure;
  private final Clock clock;
  private Optional<String> proxy = Optional.empty();
  private Optional<ServerCertificate> presented = Optional.empty();
  private Duration skew = Duration.ZERO;

  Approach(Chart chart, String host, boolean secure, Clock clock) {
    this.chart = chart;
    this.host = host;
    this.secure = secure;
    this.clock = clock;
  }

  @Override
  public synchronized void accept(Hop hop) {
    if (chart.at().compareTo(Step.ENDPOINT) >= 0) {
      later(hop);
      return;
    }
    switch (hop) {
      case Hop.Routed(Optional<String> by) -> proxy = by;
      case Hop.Naming _ -> {}
      case Hop.Named(String name, var addresses, Duration _) -> {
        if (chart.at() == Step.NAME) {
          chart.fact(
              proxy.isEmpty()
                  ? new Fact("Addresses", String.join(", ", addresses))
                  : Fact.own("Addresses of the proxy", String.join(", ", addresses)));
          chart.passed(
              proxy.isEmpty()
                  ? name + " has " + count(addresses.size(), "address", "addresses") + "."
                  : BY_PROXY);
          chart.begin(Step.ROUTE);
        }
      }
      case Hop.Connecting _ -> {
        if (chart.at() == Step.NAME) {
          chart.passed(
              proxy.isEmpty()
                  ? host + " is an address already, so there is no name to look up."
                  : BY_PROXY);
          chart.begin(Step.ROUTE);
        }
      }
      case Hop.Securing _ -> {
        if (chart.at() == Step.ROUTE) {
          connected();
          chart.begin(Step.SECURITY);
        }
      }
      case Hop.Presented(ServerCertificate certificate) -> presented = Optional.of(certificate);
      case Hop.Secured(String version, ServerCertificate certificate, Duration _) -> {
        if (chart.at() == Step.SECURITY) {
          chart.fact(new Fact("Version", version));
          certificate(certificate);
          chart.passed(
              "The certificate was issued by "
                  + certificate.issuer()
                  + ", holds until "
                  + day(certificate.until())
                  + " and fits this computer's clock.");
          chart.begin(Step.ENDPOINT);
        }
      }
      case Hop.Connected _ -> {
        if (chart.at() == Step.ROUTE) {
          connected();
          chart.begin(Step.SECURITY);
          if (!secure) {
            chart.noted("The endpoint is reached by http: nothing is encrypted on the way.");
          }
          chart.begin(Step.ENDPOINT);
        }
      }
      case Hop.Answered _ -> {}
    }
  }

  private void connected() {
    proxy.ifPresent(by -> chart.fact(Fact.own("Proxy", by)));
    chart.passed(
        proxy.isPresent() ? "Connected by a proxy." : "Connected directly, without a proxy.");
  }

  private void certificate(ServerCertificate certificate) {
    chart.fact(new Fact("Certificate for", certificate.subject()));
    chart.fact(new Fact("Issued by", certificate.issuer()));
    chart.fact(new Fact("Valid", day(certificate.from()) + " to " + day(certificate.until())));
  }

  private void later(Hop hop) {
    if (hop instanceof Hop.Answered answered) {
      answered.requestIds().forEach((header, id) -> chart.fact(new Fact(header, id)));
      if (chart.at() == Step.ENDPOINT) {
        chart.fact(new Fact("Answer", "HTTP " + answered.status() + ", " + answered.protocol()));
        answered.server().ifPresent(server -> chart.fact(new Fact("Server", server)));
        answered
            .date()
            .ifPresent(date -> {
              skew = Duration.between(answered.received(), date);
              chart.fact(new Fact("Server's clock", apart()));
            });
      }
    }
  }

  /** What to say of the two clocks, if they are too far apart. */
  synchronized Optional<String> skewed() {
    return skew.abs().compareTo(SKEW) > 0
        ? Optional.of(
            "This computer's clock is "
                + length(skew.abs())
                + (skew.isNegative() ? " ahead of" : " behind")
                + " the server's: signed addresses and tokens may seem to have ended. Set it right.")
        : Optional.empty();
  }

  private String apart() {
    // The header has whole seconds, and the answer took its time.
    return skew.abs().compareTo(Duration.ofSeconds(2)) <= 0
        ? "agrees with this computer's"
        : length(skew.abs()) + (skew.isNegative() ? " behind" : " ahead of") + " this computer's";
  }

  static String length(Duration duration) {
    long seconds = duration.toSeconds();
    return seconds < 120
        ? seconds + " s"
        : seconds < 7_200
            ? seconds / 60 + " minutes"
            : seconds < 172_800 ? seconds / 3_600 + " hours" : seconds / 86_400 + " days";
  }

  static String day(Instant time) {
    return time.atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }

  static String count(long number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }

  /** The first request came to nothing: says at which step. */
  synchronized void failed(Problem problem) {
    if (problem.code() == ProblemCode.NETWORK_PROXY && chart.at() == Step.NAME) {
      chart.passed(BY_PROXY);
      chart.begin(Step.ROUTE);
    }
    if (problem.code() == ProblemCode.NETWORK_TLS && chart.at() == Step.ROUTE) {
      connected();
      chart.begin(Step.SECURITY);
    }
    String more = "";
    if (chart.at() == Step.SECURITY && presented.isPresent()) {
      ServerCertificate shown = presented.get();
      certificate(shown);
      Instant now = clock.instant();
      more =
          shown.holds(now)
              ? "The certificate shown was issued by " + shown.issuer() + "."
              : "The certificate shown holds from "
                  + day(shown.from())
                  + " to "
                  + day(shown.until())
                  + "; by this computer's clock it is "
                  + day(now)
                  + ".";
    }
    chart.failed(problem, more);
  }

  /** What stands between, not for the provider's eyes. */
  synchronized Optional<String> proxy() {
    return proxy;
  }
}
