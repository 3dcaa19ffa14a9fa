package org.shareexplorer.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shareexplorer.job.Job;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;

/** Through real proxies, to servers whose names only those know. */
class ProxyTest {

  private static final Patience SHORT =
      new Patience(
          Duration.ofSeconds(2),
          Duration.ofSeconds(5),
          Duration.ofSeconds(2),
          Duration.ofSeconds(2),
          Duration.ofMillis(1));

  private static final HeldCertificate COMPANY =
      new HeldCertificate.Builder().commonName("Office Root").certificateAuthority(0).build();

  private static final HeldCertificate DATA =
      new HeldCertificate.Builder()
          .commonName("data.example")
          .addSubjectAlternativeName("data.example")
          .signedBy(COMPANY)
          .build();

  private final MockWebServer plain = new MockWebServer();
  private final MockWebServer secure = new MockWebServer();
  private final Http http = new Http(SHORT, Clock.systemUTC());

  @BeforeEach
  void start() throws IOException {
    secure.useHttps(
        new HandshakeCertificates.Builder().heldCertificate(DATA).build().sslSocketFactory());
    plain.start();
    secure.start();
  }

  @AfterEach
  void close() {
    http.close();
    plain.close();
    secure.close();
  }

  private void through(ProxyServer.Kind kind, int port, Optional<ProxyServer.Login> login) {
    through(new ProxyServer(kind, "127.0.0.1", port, login));
  }

  private void through(ProxyServer proxy) {
    http.use(
        new NetworkSettings(
            new ProxyChoice.Manual(proxy, ProxyExceptions.parse("direct.example")),
            List.of(COMPANY.certificate())));
  }

  private String text(String address) {
    return http.exchange(
        HttpRequest.get(address, Map.of("Authorization", "Bearer canary-token"), "It failed."),
        Job.unattended(),
        answer -> new String(answer.bytes(1000), StandardCharsets.UTF_8));
  }

  private Problem problem(String address) {
    ProblemException thrown = catchThrowableOfType(ProblemException.class, () -> text(address));
    assertThat(thrown).as("a problem").isNotNull();
    assertThat(thrown.problem().what()).isEqualTo("It failed.");
    assertThat(thrown + thrown.problem().toString()).doesNotContain("canary");
    return thrown.problem();
  }

  private static MockResponse answer(String body) {
    return new MockResponse.Builder().body(body).build();
  }

  private static ProxyServer.Login login(String password) {
    return new ProxyServer.Login("ann", password);
  }

  /** {@code ann:canary-word} as Basic has it. */
  private static final String ANN = "Basic YW5uOmNhbmFyeS13b3Jk";

  @Test
  void aProxySeesTheHostOfAnEncryptedServerAndNothingElse() throws Exception {
    try (SmallProxy.OfHttp proxy = new SmallProxy.OfHttp(secure.getPort())) {
      through(ProxyServer.Kind.HTTP, proxy.port(), Optional.empty());
      secure.enqueue(answer("rows"));
      assertThat(text("https://data.example/x?sig=canary")).isEqualTo("rows");
      assertThat(proxy.asked).containsExactly("CONNECT data.example:443 HTTP/1.1");
      assertThat(proxy.fields.toString()).doesNotContain("canary");
      assertThat(secure.takeRequest().getHeaders().get("Authorization"))
          .isEqualTo("Bearer canary-token");
      assertThat(http.route("https://data.example/", Job.unattended()).text())
          .isEqualTo("through the proxy 127.0.0.1:" + proxy.port() + ", by the preferences");
    }
  }

  @Test
  void aProxyIsToldNameAndPasswordOnceItAsksAndTheServerNever() throws Exception {
    try (SmallProxy.OfHttp proxy = new SmallProxy.OfHttp(secure.getPort())) {
      proxy.login = ANN;
      proxy.schemes = List.of("Negotiate", "Basic realm=\"office\"");
      through(ProxyServer.Kind.HTTP, proxy.port(), Optional.of(login("canary-word")));
      secure.enqueue(answer("rows"));
      assertThat(text("https://data.example/x")).isEqualTo("rows");
      assertThat(proxy.asked).hasSize(2);
      assertThat(secure.takeRequest().getHeaders().get("Proxy-Authorization")).isNull();
    }
  }

  @Test
  void aSignedAddressGoesThroughAProxyByteForByteAlsoWithoutEncryption() throws Exception {
    try (SmallProxy.OfHttp proxy = new SmallProxy.OfHttp(plain.getPort())) {
      proxy.login = ANN;
      through(ProxyServer.Kind.HTTP, proxy.port(), Optional.of(login("canary-word")));
      plain.enqueue(answer("rows"));
      String target = "/t/day%3D2024/it's|a.parquet?X-Amz-Credential=a%2Fb&sig=x%3D%3D'";
      assertThat(text("http://data.example" + target)).isEqualTo("rows");
      assertThat(plain.takeRequest().getTarget()).isEqualTo(target);
      assertThat(proxy.asked).last().isEqualTo("GET http://data.example" + target + " HTTP/1.1");
    }
  }

  @Test
  void aProxyThatWantsALoginIsToldApartFromOneThatRefusesItAndFromOneThatWantsAnotherKind()
      throws Exception {
    try (SmallProxy.OfHttp proxy = new SmallProxy.OfHttp(secure.getPort())) {
      proxy.login = ANN;
      through(ProxyServer.Kind.HTTP, proxy.port(), Optional.empty());
      Problem none = problem("https://data.example/x");
      through(ProxyServer.Kind.HTTP, proxy.port(), Optional.of(login("canary-wrong")));
      Problem wrong = problem("https://data.example/x");
      Problem plainly = problem("http://data.example/x");
      proxy.schemes = List.of("NTLM", "Negotiate");
      int before = proxy.asked.size();
      Problem kind = problem("https://data.example/x");
      assertThat(proxy.asked).hasSize(before + 1);
      assertThat(proxy.fields.toString()).doesNotContain("Proxy-Authorization");
      assertThat(List.of(none, wrong, plainly, kind))
          .allMatch(problem -> problem.code() == ProblemCode.NETWORK_PROXY);
      String name = "The proxy 127.0.0.1:" + proxy.port() + " (set by the preferences) ";
      assertThat(none.why()).isEqualTo(name + "wants a user name and a password (407).");
      assertThat(wrong.why())
          .isEqualTo(name + "does not accept the user name ann with the password given (407).");
      assertThat(plainly.why()).isEqualTo(wrong.why());
      assertThat(kind.why())
          .isEqualTo(
              name
                  + "wants a login by NTLM or Negotiate (407), and Share Explorer knows Basic alone.");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "403 No,does not allow connections to data.example:443 (403).,allow this host",
    "502 Bad,could not reach data.example:443 (502).,ask your IT whether",
    "504 Late,did not reach data.example:443 in time (504).,ask your IT whether",
    "405 What,does not pass encrypted connections on to data.example:443 (405).,allow this host"
  })
  void aProxyThatRefusesAConnectionIsNamed(String refusal, String why, String remedy)
      throws Exception {
    try (SmallProxy.OfHttp proxy = new SmallProxy.OfHttp(secure.getPort())) {
      proxy.refusal = refusal;
      through(ProxyServer.Kind.HTTP, proxy.port(), Optional.empty());
      Problem problem = problem("https://data.example/x");
      assertThat(problem.code()).isEqualTo(ProblemCode.NETWORK_PROXY);
      assertThat(problem.why())
          .isEqualTo("The proxy 127.0.0.1:" + proxy.port() + " (set by the preferences) " + why);
      assertThat(problem.remedy()).contains(remedy);
      assertThat(proxy.asked).hasSize(refusal.startsWith("5") ? 4 : 1);
    }
  }

  @Test
  void aProxyThatIsNotThereIsBlamedInsteadOfTheServer() throws IOException {
    int nobody;
    try (ServerSocket socket = new ServerSocket(0)) {
      nobody = socket.getLocalPort();
    }
    through(ProxyServer.Kind.HTTP, nobody, Optional.empty());
    assertThat(problem("https://data.example/").why())
        .isEqualTo(
            "The proxy 127.0.0.1:"
                + nobody
                + " (set by the preferences) does not accept connections.");
    through(ProxyServer.Kind.SOCKS, nobody, Optional.empty());
    assertThat(problem("https://data.example/").why())
        .contains("The proxy 127.0.0.1:" + nobody)
        .contains("does not accept connections");
    through(new ProxyServer(ProxyServer.Kind.HTTP, "no-proxy.invalid", 8080, Optional.empty()));
    assertThat(problem("https://data.example/").why())
        .isEqualTo(
            "No computer of the name no-proxy.invalid could be found: it is to be the proxy.");
  }

  @Test
  void thisComputerAndTheHostsNamedAreReachedWithoutTheProxy() throws Exception {
    try (SmallProxy.OfHttp proxy = new SmallProxy.OfHttp(plain.getPort())) {
      through(ProxyServer.Kind.HTTP, proxy.port(), Optional.empty());
      plain.enqueue(answer("here"));
      assertThat(text("http://127.0.0.1:" + plain.getPort() + "/")).isEqualTo("here");
      assertThat(proxy.asked).isEmpty();
      assertThat(http.route("https://direct.example/", Job.unattended()).proxy()).isEmpty();
      assertThat(http.route("https://other.example/", Job.unattended()).proxy()).isPresent();
    }
  }

  @Test
  void anotherChoiceHoldsFromTheNextRequestOn() throws Exception {
    try (SmallProxy.OfHttp first = new SmallProxy.OfHttp(plain.getPort());
        SmallProxy.OfHttp second = new SmallProxy.OfHttp(plain.getPort())) {
      for (int i = 0; i < 2; i++) {
        plain.enqueue(answer("rows"));
      }
      through(ProxyServer.Kind.HTTP, first.port(), Optional.empty());
      text("http://data.example/1");
      through(ProxyServer.Kind.HTTP, second.port(), Optional.empty());
      text("http://data.example/2");
      assertThat(first.asked).containsExactly("GET http://data.example/1 HTTP/1.1");
      assertThat(second.asked).containsExactly("GET http://data.example/2 HTTP/1.1");
    }
  }

  @Test
  void aSocksProxyIsGivenTheNameOfTheServerWithAndWithoutLogin() throws Exception {
    try (SmallProxy.OfSocks proxy = new SmallProxy.OfSocks(secure.getPort())) {
      for (int i = 0; i < 2; i++) {
        secure.enqueue(answer("rows"));
      }
      through(ProxyServer.Kind.SOCKS, proxy.port(), Optional.empty());
      assertThat(text("https://data.example/x")).isEqualTo("rows");
      proxy.login = "ann:canary-word";
      through(ProxyServer.Kind.SOCKS, proxy.port(), Optional.of(login("canary-word")));
      assertThat(text("https://data.example/x")).isEqualTo("rows");
      assertThat(proxy.asked).containsExactly("data.example:443", "data.example:443");
    }
  }

  @Test
  void aSocksProxyThatRefusesIsNamedAndNeverToldWhoUsesThisComputer() throws Exception {
    try (SmallProxy.OfSocks proxy = new SmallProxy.OfSocks(secure.getPort())) {
      proxy.login = "ann:canary-word";
      through(ProxyServer.Kind.SOCKS, proxy.port(), Optional.empty());
      assertThat(problem("https://data.example/").why())
          .endsWith("wants a user name and a password.");
      through(ProxyServer.Kind.SOCKS, proxy.port(), Optional.of(login("canary-wrong")));
      assertThat(problem("https://data.example/").why())
          .endsWith("does not accept the user name ann with the password given.");
      assertThat(proxy.asked)
          .contains("refused ann")
          .doesNotContain("refused " + System.getProperty("user.name"));
      proxy.login = "";
      proxy.reply = 2;
      through(ProxyServer.Kind.SOCKS, proxy.port(), Optional.empty());
      assertThat(problem("https://data.example/").why())
          .endsWith("does not allow connections to data.example:443.");
      proxy.reply = 4;
      Problem unreachable = problem("https://data.example/");
      assertThat(unreachable.why()).endsWith("could not reach data.example:443.");
      assertThat(unreachable.code()).isEqualTo(ProblemCode.NETWORK_PROXY);
    }
  }
}
