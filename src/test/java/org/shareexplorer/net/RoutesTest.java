package org.shareexplorer.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;

/** Which proxy stands between, by what was chosen and by what the surroundings say. */
class RoutesTest {

  private static final ProxyChoice AS_SYSTEM = new ProxyChoice.AsSystem(Optional.empty());

  private static Route route(ProxyChoice choice, Map<String, String> environment, String address) {
    return new Routes(choice, EnvironmentProxies.of(environment), Optional.empty())
        .to(HttpUrl.get(address));
  }

  private static String proxy(Map<String, String> environment, String address) {
    return route(AS_SYSTEM, environment, address).proxy().map(ProxyServer::toString).orElse("-");
  }

  @Test
  void variablesOfTheEnvironmentCountByTheSchemeOfTheServer() {
    Map<String, String> variables =
        Map.of("HTTPS_PROXY", "http://secure:1", "http_proxy", "plain:2", "HTTP_PROXY", "other:9");
    assertThat(proxy(variables, "https://h.example/")).isEqualTo("http://secure:1");
    assertThat(proxy(variables, "http://h.example/")).isEqualTo("http://plain:2");
    Map<String, String> all = Map.of("ALL_PROXY", "socks5h://[2001:db8::1]", "https_proxy", " ");
    assertThat(proxy(all, "https://h.example/")).isEqualTo("socks5://[2001:db8::1]:1080");
    assertThat(proxy(Map.of("https_proxy", "p:1"), "http://h.example/")).isEqualTo("-");
  }

  @ParameterizedTest
  @CsvSource({
    "example.com,h.example.com,443,true",
    "example.com,example.com,443,true",
    "example.com,notexample.com,443,false",
    ".example.com,h.Example.COM,443,true",
    "*.example.com,h.example.com,443,true",
    "example.com:8443,example.com,8443,true",
    "example.com:8443,example.com,443,false",
    "*,anything.at.all,1,true",
    "10.0.0.0/8,10.200.3.4,443,true",
    "10.0.0.0/8,11.0.0.1,443,false",
    "10.0.0.0/8,ten.example,443,false",
    "10.1.2.3,10.1.2.3,443,true",
    "10.1.2.3:80,10.1.2.3,443,false",
    "fd00::/8,fd12::1,443,true",
    "fd00::/8,[fe80::1],443,false",
    "[2001:db8::1]:8443,2001:db8::1,8443,true",
    "2001:db8::1,2001:db8:0::1,443,true",
    "10.0.0.0/x,10.0.0.0,443,false",
    "h.example,h.example.,443,true",
    "'a.example, b.example;c.example',c.example,443,true"
  })
  void exceptionsAreWrittenAsUsual(String patterns, String host, int port, boolean covered) {
    assertThat(ProxyExceptions.parse(patterns).cover(host, port)).isEqualTo(covered);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:8080/",
        "https://app.localhost/",
        "http://127.0.0.1/",
        "http://127.8.9.1/",
        "http://[::1]:99/",
        "http://[::ffff:127.0.0.1]/"
      })
  void thisComputerIsNeverReachedThroughAProxy(String address) {
    ProxyChoice manual =
        new ProxyChoice.Manual(ProxyServer.parse("http://p:1"), ProxyExceptions.NONE);
    for (ProxyChoice choice : List.of(manual, AS_SYSTEM)) {
      Route route = route(choice, Map.of("ALL_PROXY", "p:1"), address);
      assertThat(route.proxy()).isEmpty();
      assertThat(route.reason()).isEqualTo(Route.Reason.LOOPBACK);
    }
  }

  @Test
  void theEnvironmentComesBeforeTheSystemAndItsExceptionsHoldForBoth() {
    List<URI> seen = new ArrayList<>();
    ProxySelector system = selector(seen, List.of(http("one", 1), http("two", 2), Proxy.NO_PROXY));
    Routes routes =
        new Routes(
            new ProxyChoice.AsSystem(Optional.of(new ProxyServer.Login("ann", "canary"))),
            EnvironmentProxies.of(Map.of("NO_PROXY", "quiet.example")),
            Optional.of(system));
    Route route = routes.to(HttpUrl.get("https://h.example/a/b?sig=canary"));
    assertThat(route.text()).isEqualTo("through the proxy one:1 as ann, by the system's settings");
    assertThat(seen).containsExactly(URI.create("https://h.example/"));
    assertThat(routes.to(HttpUrl.get("https://quiet.example/")).text())
        .isEqualTo("directly, without a proxy, by the environment's variables");
    assertThat(routes.select(URI.create("https://h.example/")))
        .extracting(proxy -> ((InetSocketAddress) proxy.address()).getHostString())
        .containsExactly("one", "two");
  }

  private static Proxy http(String host, int port) {
    return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port));
  }

  private static ProxySelector selector(List<URI> seen, List<Proxy> proxies) {
    return new ProxySelector() {
      @Override
      public List<Proxy> select(URI uri) {
        seen.add(uri);
        return proxies;
      }

      @Override
      public void connectFailed(URI uri, SocketAddress address, IOException fault) {}
    };
  }

  @Test
  void aProxysAddressIsReadWithNameAndPasswordAndPrintedWithout() {
    ProxyServer proxy = ProxyServer.parse("http://ann%40x:p%3Aw+%2B@proxy.example:8080/");
    assertThat(proxy.login()).contains(new ProxyServer.Login("ann@x", "p:w++"));
    assertThat(proxy.toString() + proxy.login()).doesNotContain("p:w");
    assertThat(ProxyServer.parse("socks5://localhost").port()).isEqualTo(1080);
    assertThat(ProxyServer.parse("http://h").port()).isEqualTo(80);
    assertThat(ProxyServer.parse("[::1]:3128").authority()).isEqualTo("[::1]:3128");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://canary:canary@p:1",
        "p",
        "http://p:0",
        "http://p:70000",
        "ftp://p:1",
        "p:canary",
        "http://p:1/path",
        "",
        "a b:1",
        "http://:8"
      })
  void whatIsNoProxyIsRefusedWithoutBeingQuoted(String text) {
    assertThatThrownBy(() -> ProxyServer.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .endsWith(".")
        .doesNotContain("canary");
    assertThatThrownBy(
            () -> proxy(Map.of("https_proxy", "x" + text + "canary@"), "https://h.example/"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().code()).isEqualTo(ProblemCode.NETWORK_PROXY);
              assertThat(e.problem().what()).contains("HTTPS_PROXY");
              assertThat(e.toString()).doesNotContain("canary");
            });
  }
}
