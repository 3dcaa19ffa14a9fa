package org.shareexplorer.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shareexplorer.job.Job;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;

/** Against real servers that show real certificates of all kinds. */
class TrustTest {

  private static final HeldCertificate ROOT =
      new HeldCertificate.Builder()
          .commonName("Contoso Inspection")
          .certificateAuthority(1)
          .build();

  private static final HeldCertificate MIDDLE =
      new HeldCertificate.Builder()
          .commonName("Contoso Inspection 7")
          .certificateAuthority(0)
          .signedBy(ROOT)
          .build();

  private final MockWebServer server = new MockWebServer();
  private Http http = stack(Clock.systemUTC());

  private static Http stack(Clock clock) {
    return new Http(
        new Patience(
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            Duration.ofMillis(1)),
        clock);
  }

  @AfterEach
  void close() {
    http.close();
    server.close();
  }

  private static HeldCertificate.Builder local() {
    return new HeldCertificate.Builder()
        .commonName("localhost")
        .addSubjectAlternativeName("localhost");
  }

  private String serve(HeldCertificate certificate, HeldCertificate... vouching)
      throws IOException {
    server.useHttps(
        new HandshakeCertificates.Builder()
            .heldCertificate(
                certificate,
                Arrays.stream(vouching)
                    .map(HeldCertificate::certificate)
                    .toArray(java.security.cert.X509Certificate[]::new))
            .build()
            .sslSocketFactory());
    server.start(InetAddress.getByName("localhost"), 0);
    return "https://localhost:" + server.getPort() + "/";
  }

  private void trust(HeldCertificate... authorities) {
    http.use(
        new NetworkSettings(
            new ProxyChoice.Direct(),
            Arrays.stream(authorities).map(HeldCertificate::certificate).toList()));
  }

  private String protocol(String address) {
    server.enqueue(new MockResponse.Builder().body("rows").build());
    return http.exchange(
        HttpRequest.get(address, Map.of(), "It failed."),
        Job.unattended(),
        answer -> {
          assertThat(new String(answer.bytes(99), StandardCharsets.UTF_8)).isEqualTo("rows");
          return answer.protocol() + " " + answer.tls().orElseThrow().version();
        });
  }

  private Problem problem(String address) {
    ProblemException thrown = catchThrowableOfType(ProblemException.class, () -> protocol(address));
    assertThat(thrown).as("a problem").isNotNull();
    assertThat(thrown.problem().code()).isEqualTo(ProblemCode.NETWORK_TLS);
    assertThat(server.getRequestCount()).as("requests that got through").isZero();
    return thrown.problem();
  }

  @Test
  void anUnknownIssuerIsNamedAndTheCompanysCertificateMakesItKnownUntilItIsRemoved()
      throws Exception {
    String address = serve(local().signedBy(MIDDLE).build(), MIDDLE);
    Problem unknown = problem(address);
    assertThat(unknown.why())
        .isEqualTo(
            "The certificate of localhost was issued by Contoso Inspection, which this computer does"
                + " not know.");
    assertThat(unknown.remedy()).contains("inspects encrypted traffic").contains("Network");
    assertThat(unknown.detail()).contains("CN=Contoso Inspection 7").contains("SHA-256");
    trust(ROOT);
    assertThat(protocol(address)).isEqualTo("h2 TLSv1.3");
    trust();
    assertThat(
            catchThrowableOfType(ProblemException.class, () -> protocol(address)).problem().code())
        .isEqualTo(ProblemCode.NETWORK_TLS);
  }

  @Test
  void aServerThatVouchesForItselfIsRefusedUnlessThatVeryCertificateWasAdded() throws Exception {
    HeldCertificate alone = local().build();
    String address = serve(alone);
    assertThat(problem(address).why())
        .isEqualTo("localhost vouches for itself: its certificate is signed by nobody else.");
    trust(local().build());
    problem(address);
    trust(alone);
    assertThat(protocol(address)).startsWith("h2");
  }

  @Test
  void aCertificateThatEndedIsToldWithItsDateAndThisComputersClock() throws Exception {
    HeldCertificate ended =
        local()
            .signedBy(ROOT)
            .validityInterval(
                Instant.parse("2020-01-01T00:00:00Z").toEpochMilli(),
                Instant.parse("2021-02-03T00:00:00Z").toEpochMilli())
            .build();
    String address = serve(ended);
    trust(ROOT);
    Problem problem = problem(address);
    assertThat(problem.why()).isEqualTo("The certificate of localhost ended on 2021-02-03.");
    assertThat(problem.remedy())
        .contains("clock says " + Clock.systemUTC().instant().toString().substring(0, 10));
  }

  @Test
  void aCertificateThatHasNotBegunHintsAtAClockThatIsSlow() throws Exception {
    Instant begin = Clock.systemUTC().instant().plus(Duration.ofDays(40));
    HeldCertificate early =
        local()
            .signedBy(ROOT)
            .validityInterval(begin.toEpochMilli(), begin.plus(Duration.ofDays(9)).toEpochMilli())
            .build();
    String address = serve(early);
    trust(ROOT);
    assertThat(problem(address).why())
        .isEqualTo(
            "The certificate of localhost begins only on "
                + begin.atOffset(ZoneOffset.UTC).toLocalDate()
                + ".");
  }

  @Test
  void aCertificateOfAnotherHostIsToldWithTheHostsItIsFor() throws Exception {
    String address =
        serve(
            new HeldCertificate.Builder()
                .commonName("login.hotel.example")
                .addSubjectAlternativeName("login.hotel.example")
                .signedBy(ROOT)
                .build());
    trust(ROOT);
    Problem problem = problem(address);
    assertThat(problem.why())
        .isEqualTo("What answers at localhost shows a certificate for login.hotel.example.");
    assertThat(problem.remedy()).contains("sign-in");
  }

  @Test
  void aPortThatDoesNotSpeakTlsIsToldAndNotTriedAgain() throws Exception {
    try (ServerSocket plain = new ServerSocket(0, 5, InetAddress.getByName("localhost"))) {
      Thread.ofVirtual()
          .start(() -> {
            try (var socket = plain.accept()) {
              socket
                  .getOutputStream()
                  .write("HTTP/1.1 400 Bad\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
              socket.getInputStream().readAllBytes();
            } catch (IOException e) {
              // Gone.
            }
          });
      server.start();
      assertThat(problem("https://localhost:" + plain.getLocalPort() + "/").why())
          .isEqualTo("What answers at localhost does not speak TLS there.");
    }
  }

  @Test
  void aServerThatSpeaksNothingSafeIsTold() throws Exception {
    HandshakeCertificates held =
        new HandshakeCertificates.Builder().heldCertificate(local().signedBy(ROOT).build()).build();
    try (SSLServerSocket old =
        (SSLServerSocket)
            held.sslContext()
                .getServerSocketFactory()
                .createServerSocket(0, 5, InetAddress.getByName("localhost"))) {
      old.setEnabledProtocols(new String[] {"TLSv1.2"});
      old.setEnabledCipherSuites(new String[] {"TLS_RSA_WITH_AES_128_CBC_SHA"});
      Thread.ofVirtual()
          .start(() -> {
            while (!old.isClosed()) {
              try (SSLSocket socket = (SSLSocket) old.accept()) {
                socket.startHandshake();
              } catch (IOException e) {
                // As it should.
              }
            }
          });
      trust(ROOT);
      server.start();
      Problem problem = problem("https://localhost:" + old.getLocalPort() + "/");
      assertThat(problem.why()).isEqualTo("No secure connection to localhost came about.");
    }
  }

  @Test
  void aConnectionBrokenOffWithinTlsIsTriedAgainAndACertificateIsNot() {
    assertThat(TlsFaults.lasting(new javax.net.ssl.SSLException("Tag mismatch"))).isFalse();
    assertThat(TlsFaults.lasting(new javax.net.ssl.SSLHandshakeException("PKIX"))).isTrue();
  }

  @Test
  void systemAuthoritiesAreTrustedAndThoseOfTheDistributionAmongThem() {
    assertThat(SystemAuthorities.all()).hasSizeGreaterThan(50);
    assertThat(Trust.in(List.of()).getAcceptedIssuers())
        .hasSameSizeAs(SystemAuthorities.all().toArray());
    assertThat(SystemAuthorities.read("Linux", "/no/such/file")).isNotEmpty();
  }

  @Test
  void anAddressByNumberIsReachedByTlsToo() throws Exception {
    server.useHttps(
        new HandshakeCertificates.Builder()
            .heldCertificate(
                new HeldCertificate.Builder()
                    .addSubjectAlternativeName("::1")
                    .signedBy(ROOT)
                    .build())
            .build()
            .sslSocketFactory());
    server.start(
        Inet6Address.getByAddress(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}), 0);
    trust(ROOT);
    assertThat(protocol("https://[::1]:" + server.getPort() + "/")).isEqualTo("h2 TLSv1.3");
    assertThat(server.takeRequest(1, TimeUnit.SECONDS)).isNotNull();
  }
}
