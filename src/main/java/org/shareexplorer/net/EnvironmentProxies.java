package org.shareexplorer.net;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;

/**
 * The variables {@code HTTPS_PROXY}, {@code HTTP_PROXY}, {@code ALL_PROXY} and {@code NO_PROXY},
 * which have no standard but much use. The lower case wins, as in curl.
 *
 * @param variable gives a variable's value, or null
 */
record EnvironmentProxies(UnaryOperator<String> variable) {

  static EnvironmentProxies of(Map<String, String> environment) {
    return new EnvironmentProxies(environment::get);
  }

  /** {@return whether any of them names a proxy: then the system is not asked} */
  boolean any() {
    return Stream.of("https_proxy", "http_proxy", "all_proxy")
        .anyMatch(name -> value(name).isPresent());
  }

  /**
   * {@return the proxy for servers that are reached by TLS, or for the others}
   *
   * @throws org.shareexplorer.problem.ProblemException if the variable cannot be understood
   */
  Optional<ProxyServer> proxy(boolean encrypted) {
    String name = encrypted ? "https_proxy" : "http_proxy";
    return value(name)
        .map(text -> parsed(name, text))
        .or(() -> value("all_proxy").map(text -> parsed("all_proxy", text)));
  }

  ProxyExceptions exceptions() {
    return value("no_proxy").map(ProxyExceptions::parse).orElse(ProxyExceptions.NONE);
  }

  private Optional<String> value(String name) {
    return Stream.of(name, name.toUpperCase(Locale.ROOT))
        .map(variable)
        .filter(text -> text != null && !text.isBlank())
        .findFirst();
  }

  private static ProxyServer parsed(String name, String text) {
    try {
      return ProxyServer.parse(text);
    } catch (IllegalArgumentException e) {
      throw new Problem(
              ProblemCode.NETWORK_PROXY,
              "The environment's variable "
                  + name.toUpperCase(Locale.ROOT)
                  + " names no proxy that can be used.",
              String.valueOf(e.getMessage()),
              "Correct the variable, or choose a proxy in the preferences under Network.")
          .asException();
    }
  }
}
