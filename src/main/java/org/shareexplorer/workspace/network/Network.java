package org.shareexplorer.workspace.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shareexplorer.job.Job;
import org.shareexplorer.net.CertificateFacts;
import org.shareexplorer.net.CertificateFile;
import org.shareexplorer.net.Http;
import org.shareexplorer.net.HttpRequest;
import org.shareexplorer.net.NetworkSettings;
import org.shareexplorer.net.Route;
import org.shareexplorer.net.TlsFacts;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.profile.Secret;
import org.shareexplorer.profile.keychain.Vault;

/**
 * The network as a person set it up: changes are kept, and hold from the next request on. Methods
 * block. Thread-safe.
 */
public final class Network {

  private final NetworkStore store;
  private final Http http;

  /** The network of a stack, which asks the store when it is first used. */
  public Network(NetworkStore store, Http http) {
    this.store = store;
    this.http = http;
    http.useFirst(this::settings);
  }

  /** {@return a network of its own that forgets its settings with the program, for tests} */
  public static Network inMemory() {
    try {
      Path folder = Files.createTempDirectory("share-explorer-network-");
      folder.toFile().deleteOnExit();
      return new Network(new NetworkStore(folder, new Vault(List.of())), new Http());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private NetworkSettings settings(Job job) {
    NetworkPreferences chosen = store.preferences();
    String password =
        chosen.user().isEmpty() ? "" : store.password(job).map(Secret::reveal).orElse("");
    return new NetworkSettings(chosen.choice(password), store.certificates());
  }

  /** {@return what was chosen of proxies} */
  public NetworkPreferences preferences() {
    return store.preferences();
  }

  /** {@return whether there is a password for the proxy} */
  public boolean hasPassword(Job job) {
    return store.password(job).isPresent();
  }

  /**
   * Chooses a proxy.
   *
   * @param password the proxy's password; empty to keep the one before
   */
  public synchronized void choose(
      NetworkPreferences preferences, Optional<Secret> password, Job job) {
    if (preferences.user().isEmpty()) {
      store.keepPassword(new Secret(""), job);
    } else {
      password.ifPresent(secret -> store.keepPassword(secret, job));
    }
    store.keep(preferences);
    http.use(settings(job));
  }

  /** {@return the company's certificates that are trusted} */
  public List<CertificateFacts> certificates() {
    return store.certificates().stream().map(CertificateFacts::of).toList();
  }

  /** Trusts more certificates. */
  public synchronized void trust(List<X509Certificate> more, Job job) {
    List<X509Certificate> all = new ArrayList<>(store.certificates());
    more.stream().filter(certificate -> !all.contains(certificate)).forEach(all::add);
    store.keep(List.copyOf(all));
    http.use(settings(job));
  }

  /**
   * Trusts a certificate no longer.
   *
   * @param fingerprint as {@link CertificateFacts} has it
   */
  public synchronized void distrust(String fingerprint, Job job) {
    store.keep(
        store.certificates().stream()
            .filter(each -> !CertificateFacts.of(each).fingerprint().equals(fingerprint))
            .toList());
    http.use(settings(job));
  }

  /** {@return the certificates in a file, for a person to look at before trusting them} */
  public static List<X509Certificate> read(Path file) {
    return CertificateFile.read(file);
  }

  /**
   * Asks a server for nothing in particular, without any credential.
   *
   * @param address of a host, with or without a scheme
   * @return what happened, in sentences
   * @throws org.shareexplorer.problem.ProblemException if no answer came; it names the hop
   */
  public String test(String address, Job job) {
    String url = origin(address);
    long start = System.nanoTime();
    Route route = http.route(url, job);
    return http.exchange(
        HttpRequest.get(url, Map.of(), url + " could not be reached."),
        job,
        answer ->
            "%s answers, %s, in %d ms: status %d by %s%s."
                .formatted(
                    route.host(),
                    route.text(),
                    Duration.ofNanos(System.nanoTime() - start).toMillis(),
                    answer.status(),
                    answer.protocol(),
                    answer.tls().map(Network::text).orElse(", without encryption")));
  }

  private static String origin(String address) {
    String text = address.strip();
    String url = text.matches("(?i)https?://.*") ? text : "https://" + text;
    String origin = url.replaceFirst("^([^/]+//[^/?#]*).*", "$1/");
    if (!origin.matches("(?i)https?://[^/@\\s]+/") || url.indexOf("://", 8) > 0) {
      throw new Problem(
              ProblemCode.QUESTION,
              "This is no address of a server.",
              "",
              "Write it as server.example or https://server.example:8443.")
          .asException();
    }
    return origin;
  }

  private static String text(TlsFacts facts) {
    return ", "
        + facts.version()
        + facts.chain().stream()
            .findFirst()
            .map(first -> ", with a certificate by " + first.issuerName())
            .orElse("");
  }
}
