package org.shareexplorer.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shareexplorer.job.Job;
import org.shareexplorer.net.Http;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.profile.Secret;
import org.shareexplorer.profile.keychain.TestVault;
import org.shareexplorer.workspace.network.Network;
import org.shareexplorer.workspace.network.NetworkPreferences;
import org.shareexplorer.workspace.network.NetworkPreferences.Proxy;
import org.shareexplorer.workspace.network.NetworkStore;

class NetworkTest {

  private static final HeldCertificate ROOT =
      new HeldCertificate.Builder().commonName("Root").certificateAuthority(0).build();

  private final Job job = Job.unattended();

  @TempDir private Path config;

  private NetworkStore store() {
    return new NetworkStore(config, TestVault.in(config));
  }

  private String route(Http http) {
    return http.route("https://h.example/", job).text();
  }

  @Test
  void whatWasChosenHoldsAtOnceAndAfterTheNextStartAndThePasswordLiesSealed() throws Exception {
    NetworkPreferences chosen =
        NetworkPreferences.USUAL.withServer("socks5://p.example").withUser("ann", ".x.example");
    try (Http http = new Http()) {
      new Network(store(), http).choose(chosen, Optional.of(new Secret("canary")), job);
      assertThat(route(http))
          .isEqualTo("through the SOCKS proxy p.example:1080 as ann, by the preferences");
    }
    assertThat(Files.readString(config.resolve("network.json")))
        .contains("p.example")
        .doesNotContain("canary");
    assertThat(Files.readString(config.resolve("proxy-password.sealed"))).doesNotContain("canary");
    try (Http http = new Http()) {
      Network later = new Network(store(), http);
      assertThat(later.preferences()).isEqualTo(chosen);
      assertThat(later.hasPassword(job)).isTrue();
      assertThat(route(http)).contains("p.example:1080 as ann");
      assertThat(store().password(job)).contains(new Secret("canary"));
      later.choose(chosen.withUser("", ""), Optional.empty(), job);
      assertThat(config.resolve("proxy-password.sealed")).doesNotExist();
      later.choose(later.preferences().withProxy(Proxy.NONE), Optional.empty(), job);
      assertThat(route(http)).isEqualTo("directly, without a proxy, by the preferences");
      assertThat(later.preferences().host()).isEqualTo("p.example");
    }
  }

  @Test
  void certificatesAreKeptOnceAndGivenUpByTheirFingerprint() {
    try (Http http = new Http()) {
      Network network = new Network(store(), http);
      network.trust(List.of(ROOT.certificate()), job);
      network.trust(List.of(ROOT.certificate()), job);
      assertThat(store().certificates()).containsExactly(ROOT.certificate());
      network.distrust(network.certificates().getFirst().fingerprint(), job);
      assertThat(network.certificates()).isEmpty();
      assertThat(config.resolve("certificates.pem")).doesNotExist();
    }
  }

  @Test
  void damagedFilesAreSetAsideAndNeverAReasonNotToStart() throws Exception {
    Files.writeString(config.resolve("network.json"), "{\"proxy\": ");
    Files.writeString(config.resolve("certificates.pem"), "?");
    Files.writeString(config.resolve("proxy-password.sealed"), "{}");
    try (Http http = new Http()) {
      Network network = new Network(store(), http);
      assertThat(network.preferences()).isEqualTo(NetworkPreferences.USUAL);
      assertThat(network.certificates()).isEmpty();
      assertThat(network.hasPassword(job)).isFalse();
    }
    assertThat(config.resolve("network.json.damaged")).exists();
    Files.writeString(
        config.resolve("network.json"), "{\"proxy\":\"later\",\"host\":\"h\",\"port\":99999}");
    assertThat(store().preferences()).isEqualTo(NetworkPreferences.USUAL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "https://user@h/", "a b", "https://", "ftp://h"})
  void whatIsNoServerIsNotAsked(String address) {
    try (Http http = new Http()) {
      assertThatThrownBy(() -> new Network(store(), http).test(address, job))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("no address of a server");
    }
  }
}
