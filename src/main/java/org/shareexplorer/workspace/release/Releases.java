package org.shareexplorer.workspace.release;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.shareexplorer.job.Job;
import org.shareexplorer.net.Http;
import org.shareexplorer.net.HttpAnswer;
import org.shareexplorer.net.HttpRequest;
import org.shareexplorer.net.activity.Asker;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.profile.PlainHttp;

/**
 * Asks whether there is a newer version of this application. What is asked says nothing of the
 * person, the computer or the version in use. Thread-safe.
 */
public final class Releases {

  /** More than any release's notes. */
  private static final int LONGEST_ANSWER = 256 << 10;

  private static final String FAILURE = "Whether there is a newer version could not be found out.";

  private final Http http;
  private final String version;
  private final Supplier<String> usual;

  /**
   * Asks through a stack.
   *
   * @param version the version in use, as text
   * @param usual finds the address that this build was given; empty if it was given none
   */
  public Releases(Http http, String version, Supplier<String> usual) {
    this.http = http.as(new Asker("New versions", Asker.Kind.API));
    this.version = version;
    this.usual = usual;
  }

  /** {@return one of an unknown version and without an address} */
  public static Releases none() {
    return new Releases(new Http(), "", () -> "");
  }

  /** {@return the address that this build was given; empty if it was given none} */
  public String usual() {
    return usual.get();
  }

  /** {@return the version in use} */
  public String version() {
    return version;
  }

  /** {@return whether a release is newer than the version in use; nothing is newer than unknown} */
  public boolean newer(Release release) {
    return ReleaseNumber.of(version).map(own -> own.compareTo(release.number()) < 0).orElse(false);
  }

  /**
   * {@return the newest release}
   *
   * @param address where to ask, by https unless it is on this computer
   * @throws ProblemException if there was no answer, or none that tells of a release
   * @throws CancellationException if the job was cancelled
   */
  public Release newest(String address, Job job) {
    HttpRequest request =
        HttpRequest.get(checked(address), Map.of("Accept", "application/json"), FAILURE);
    return http.exchange(
        request,
        job,
        answer -> {
          if (!answer.successful()) {
            throw problem(
                ProblemCode.SERVER_REJECTED,
                "The address answers with the status " + answer.status() + ".",
                "Check the address in the preferences.");
          }
          return release(answer);
        });
  }

  private static Release release(HttpAnswer answer) throws java.io.IOException {
    byte[] text = answer.bytes(LONGEST_ANSWER + 1);
    Optional<Release> release =
        text.length > LONGEST_ANSWER || answer.isWebPage()
            ? Optional.empty()
            : ReleaseJson.read(text);
    return release.orElseThrow(() ->
        problem(
            ProblemCode.SERVER_ANSWER,
            answer.isWebPage()
                ? "The address answers with a web page."
                : "The answer does not tell of a release.",
            "Check the address in the preferences."));
  }

  private static String checked(String address) {
    try {
      URI uri = URI.create(address.strip());
      boolean web = uri.getScheme() != null && uri.getScheme().matches("(?i)https?");
      if (web && uri.getHost() != null && !PlainHttp.warns(uri)) {
        return uri.toString();
      }
    } catch (IllegalArgumentException e) {
      // Told below.
    }
    throw problem(
        ProblemCode.QUESTION,
        "This is no address that can be asked safely.",
        "Write it as https://server.example/releases.json.");
  }

  private static ProblemException problem(ProblemCode code, String why, String remedy) {
    return new Problem(code, FAILURE, why, remedy).asException();
  }
}
