package org.shareexplorer.doctor;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.shareexplorer.job.Job;
import org.shareexplorer.net.Http;
import org.shareexplorer.net.HttpRequest;
import org.shareexplorer.net.activity.Asker;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.profile.Credential;
import org.shareexplorer.profile.CredentialKind;
import org.shareexplorer.profile.DatabricksTokens;
import org.shareexplorer.profile.Expiry;
import org.shareexplorer.profile.Profile;
import org.shareexplorer.profile.Redaction;
import org.shareexplorer.protocol.Share;
import org.shareexplorer.protocol.SharingClient;
import org.shareexplorer.protocol.SharingClients;

/**
 * Looks a connection over: name, connection, TLS, endpoint, credential, list, one table's query,
 * the first bytes of one file. Every step is a request as the application makes it, over the same
 * stack with its proxies and certificates, but on connections of its own, so that each hop is taken
 * anew. The first request carries no credential. Thread-safe.
 */
public final class Doctor {

  private static final int MOST_BYTES = 64 << 10;

  private final SharingClients clients;
  private final Clock clock;

  /** Looks over connections by the clients' own stack. */
  public Doctor(SharingClients clients, Clock clock) {
    this.clients = clients;
    this.clock = clock;
  }

  /**
   * Takes the steps until one fails; blocks.
   *
   * @param told gets each finding as the step begins and as it ends, on any thread
   * @return all findings; what goes wrong is among them
   * @throws CancellationException if the job was cancelled
   */
  public Examination examine(Patient patient, Consumer<Finding> told, Job job) {
    Profile profile = patient.profile();
    Instant start = clock.instant();
    String host = profile.endpoint().getRawAuthority();
    Chart chart = new Chart(told, new Redaction(profile.credential().secrets()));
    Approach approach =
        new Approach(
            chart,
            Optional.ofNullable(profile.endpoint().getHost()).orElse(host),
            "https".equalsIgnoreCase(profile.endpoint().getScheme()),
            clock);
    chart.begin(Step.NAME);
    try (Http watched = clients.stack().watched(approach)) {
      Http asking = watched.as(new Asker(patient.name(), Asker.Kind.API));
      if (reached(profile.endpoint(), asking, chart, approach, job)) {
        admitted(patient, asking, chart, job);
      }
    }
    return new Examination(
        start, host, chart.all(), unspoken(profile.credential(), approach.proxy()));
  }

  private static List<String> unspoken(Credential credential, Optional<String> proxy) {
    List<String> own = new ArrayList<>();
    proxy.ifPresent(by -> {
      own.add(by);
      own.add(by.substring(0, Math.max(0, by.lastIndexOf(':'))));
    });
    switch (credential) {
      case Credential.Basic basic -> own.add(basic.username());
      case Credential.OAuth oauth -> own.add(oauth.clientId());
      case Credential.BearerToken _ -> {}
    }
    return own;
  }

  /** Without a credential: whether there is anything at all. */
  private static boolean reached(
      URI endpoint, Http asking, Chart chart, Approach approach, Job job) {
    HttpRequest request =
        new HttpRequest(
            "GET",
            endpoint + "/shares?maxResults=1",
            Map.of(),
            null,
            "The endpoint could not be reached.",
            HttpRequest.Care.ONCE);
    try {
      String answer =
          asking.exchange(
              request,
              job,
              told -> {
                var _ = told.bytes(MOST_BYTES);
                return told.isWebPage()
                    ? "It answers with a web page, HTTP " + told.status() + "."
                    : told.status() == 401 || told.status() == 403
                        ? "It answers, and asks for a credential."
                        : told.successful()
                            ? "It answers."
                            : "It answers HTTP " + told.status() + " without a credential.";
              });
      boolean usual = answer.equals("It answers.") || answer.contains("asks for");
      Optional<String> skewed = approach.skewed();
      if (usual && skewed.isEmpty()) {
        chart.passed(answer);
      } else {
        chart.noted(skewed.map(words -> answer + " " + words).orElse(answer));
      }
      return true;
    } catch (ProblemException e) {
      approach.failed(e.problem());
      return false;
    }
  }

  private void admitted(Patient patient, Http asking, Chart chart, Job job) {
    chart.begin(Step.CREDENTIAL);
    SharingClient client = clients.of(patient.profile(), asking);
    chart.fact(new Fact("Kind", CredentialKind.of(patient.profile().credential()).words()));
    if (patient.profile().credential() instanceof Credential.OAuth oauth) {
      chart.fact(new Fact("Tokens from", oauth.tokenEndpoint().getRawAuthority()));
    }
    patient
        .profile()
        .expiration()
        .ifPresent(end -> chart.fact(new Fact("Ends by its file", Approach.day(end))));
    List<Share> shares;
    try {
      shares = client.shares(job);
    } catch (ProblemException e) {
      if (!ofCredential(e.problem().code())) {
        chart.passed("The server does not refuse it as unknown.");
        chart.begin(Step.LIST);
      }
      chart.failed(e.problem(), "");
      return;
    }
    accepted(patient.profile(), chart);
    new Sampling(client, asking, chart, job).look(shares, patient.table());
  }

  private void accepted(Profile profile, Chart chart) {
    switch (Expiry.of(profile, clock)) {
      case Expiry.Perhaps _ -> chart.noted("The server accepts it. " + DatabricksTokens.SENTENCE);
      case Expiry.Past past ->
          chart.noted(
              "The server accepts it, although its file says that it ended on "
                  + Approach.day(past.end())
                  + ".");
      case Expiry.Soon soon ->
          chart.noted(
              "The server accepts it. It ends on "
                  + Approach.day(soon.end())
                  + (soon.days() == 0
                      ? ", within a day"
                      : ", in " + Approach.count(soon.days(), "day", "days"))
                  + ": ask the provider for a new one.");
      case Expiry.Later _ -> chart.passed("The server accepts it.");
      case Expiry.Unknown _ -> chart.passed("The server accepts it.");
    }
  }

  private static boolean ofCredential(ProblemCode code) {
    return switch (code) {
      case SERVER_UNAUTHORIZED, PROFILE_EXPIRED, PROFILE_FIELD, TOKEN_REFUSED, TOKEN_FAILED -> true;
      default -> false;
    };
  }
}
